import { useTranslations } from "next-intl";
import type { CountedResult } from "@/lib/queries/count-table";
import { Swatch } from "./swatch";

/** A result's mark and name; what it means is in the title. */
export function ResultBadge({ result }: { result: CountedResult }) {
  const t = useTranslations();
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap" title={t(`meanings.${result}`)}>
      <Swatch mark={`result-${result}`} />
      {t(`results.${result}`)}
    </span>
  );
}
