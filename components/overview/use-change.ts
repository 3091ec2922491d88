import { useFormatter, useTranslations } from "next-intl";

/** How a number changed: a sign for the eye, "" where it did not, and a sentence for everyone else. */
export function useChange(): (count: number, before: number) => { sign: string; words: string } {
  const t = useTranslations("totals");
  const format = useFormatter();
  return (count, before) => {
    if (count === before) return { sign: "", words: t("same") };
    if (before === 0) return { sign: "", words: t("new") };
    const change = Math.abs(count - before) / before;
    const percent = format.number(change, { style: "percent", maximumFractionDigits: change < 0.1 ? 1 : 0 });
    const isUp = count > before;
    return { sign: `${isUp ? "▲" : "▼"} ${percent}`, words: t(isUp ? "up" : "down", { change: percent }) };
  };
}
