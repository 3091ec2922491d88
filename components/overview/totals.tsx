import { useFormatter, useTranslations } from "next-intl";
import { messagesHref, narrowingsOf, type View } from "@/components/ui/view";
import type { BucketUnit } from "@/lib/queries/calendar";
import { wallOf } from "@/lib/queries/calendar";
import {
  type CountedAction,
  type CountedResult,
  type CountTable,
  countOf,
  FAILED,
  REFUSED,
} from "@/lib/queries/count-table";
import type { Period } from "@/lib/queries/period";
import type { TimeRange } from "@/lib/queries/range";
import { Figure } from "./figure";
import { useShare } from "./use-share";
import { wallDay } from "./wall-format";

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
export function Totals(props: {
  period: Period;
  totals: CountTable;
  before: CountTable | null;
  /** The span of the records that were counted. */
  data: TimeRange;
  view: View;
}) {
  const { period, totals, before, data, view } = props;
  const t = useTranslations("totals");
  const share = useShare();
  const all = countOf(totals);
  // Only the time of which there are records counts for an average.
  const days = (Math.min(period.to, data.to) - Math.max(period.from, data.from)) / DAY;
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
              href={messagesHref(view, ...narrowingsOf(results, actions))}
              note={noteFor(key, count)}
              before={before && countOf(before, results, actions)}
              isWarning={key === "unchecked" && count > 0}
            />
          );
        })}
      </dl>
      {period.preset !== "all" && (
        <p className="mt-1.5 px-1 text-xs text-muted">
          <Comparison previous={period.previous} unit={period.unit} view={view} />
        </p>
      )}
    </section>
  );
}

/** What the changes are measured against; an unfinished period against as much of the one before. */
function Comparison(props: { previous: TimeRange | null; unit: BucketUnit; view: View }) {
  const { previous, unit, view } = props;
  const t = useTranslations("totals");
  const format = useFormatter();
  const { compare } = view.address;
  if (compare === "none") return t("notCompared");
  if (previous === null) return t("noPrevious");
  const day = (instant: number) => wallDay(format, wallOf(instant, view.zone), unit);
  return t(compare === "year" ? "comparedYear" : "compared", {
    first: day(previous.from),
    last: day(previous.to - 1),
  });
}
