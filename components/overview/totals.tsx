import { useTranslations } from "next-intl";
import {
  type CountedAction,
  type CountedResult,
  type CountTable,
  countOf,
  FAILED,
  REFUSED,
} from "@/lib/queries/count-table";
import type { Period } from "@/lib/queries/period";
import { Figure } from "./figure";
import { useShare } from "./use-share";

type Key = "messages" | "pass" | "failed" | "refused" | "tagged" | "unchecked" | "notLogged";

const AGAINST: readonly CountedResult[] = [...FAILED, "temperror", "permerror"];

/** Which messages each figure counts. */
const FIGURES: { key: Key; results?: readonly CountedResult[]; actions?: readonly CountedAction[] }[] = [
  { key: "messages" },
  { key: "pass", results: ["pass"] },
  { key: "failed", results: FAILED },
  { key: "refused", results: AGAINST, actions: REFUSED },
  { key: "tagged", actions: ["tagged"] },
  { key: "unchecked", actions: ["unchecked"] },
  { key: "notLogged", results: ["notLogged"] },
];

const DAY = 86_400_000;

/** The period in seven figures, each against the period before. */
export function Totals(props: { period: Period; totals: CountTable; before: CountTable | null }) {
  const { period, totals, before } = props;
  const t = useTranslations("totals");
  const share = useShare();
  const all = countOf(totals);
  const days = Math.max(1, Math.round((period.to - period.from) / DAY));
  const noteFor = (key: Key, count: number) => {
    if (key === "messages") return days > 1 ? t("perDay", { count: Math.round(all / days) }) : null;
    if (key === "unchecked") return count > 0 ? t("uncheckedNote") : t("uncheckedNone");
    return t("ofAll", { share: share(count, all) });
  };
  return (
    <section aria-label={t("title")}>
      <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-4 xl:grid-cols-7">
        {FIGURES.map(({ key, results, actions }) => {
          const count = countOf(totals, results, actions);
          return (
            <Figure
              key={key}
              label={t(key)}
              title={key === "refused" ? t("refusedNote") : undefined}
              count={count}
              note={noteFor(key, count)}
              before={before && countOf(before, results, actions)}
              isWarning={key === "unchecked" && count > 0}
            />
          );
        })}
      </dl>
    </section>
  );
}
