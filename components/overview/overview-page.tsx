import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { type View, viewOfHours } from "@/components/ui/view";
import type { CountTable } from "@/lib/queries/count-table";
import type { FailingDomain } from "@/lib/queries/failing-domains";
import type { Insight } from "@/lib/queries/insights";
import type { ListedMessage } from "@/lib/queries/listed-message";
import type { Period } from "@/lib/queries/period";
import type { TimeRange } from "@/lib/queries/range";
import type { RefusedMost } from "@/lib/queries/refused-most";
import { FailingDomains } from "./failing-domains";
import { Headline } from "./headline";
import { Insights } from "./insights";
import { NewestRefusals } from "./newest-refusals";
import { OutcomeMatrix } from "./outcome-matrix";
import { FatesOverTime, ResultsOverTime } from "./over-time";
import { RefusedMostPanels } from "./refused-most";
import { Totals } from "./totals";

interface Props {
  view: View;
  period: Period;
  data: TimeRange;
  /** The part of the period that was counted. */
  counted: TimeRange;
  tables: CountTable[];
  totals: CountTable;
  before: CountTable | null;
  domains: FailingDomain[];
  refused: RefusedMost;
  refusals: ListedMessage[];
  insights: Insight[];
}

/** What happened in a period, the most important first. */
export function OverviewPage(props: Props) {
  const { view, period, counted, totals, tables, before } = props;
  // Where only a part was counted, its numbers lead to that part.
  const ofCounted = counted.from > period.from ? viewOfHours(view, counted) : view;
  const recorded = { from: Math.max(props.data.from, counted.from), to: props.data.to };
  return (
    <>
      <Headline period={period} totals={totals} newest={props.data.to} view={view} />
      <NotAll counted={counted} period={period} view={view} />
      <Insights insights={props.insights} view={view} />
      <Totals period={period} totals={totals} before={before} data={recorded} view={ofCounted} />
      <ResultsOverTime view={view} period={period} tables={tables} before={before} />
      <div className="grid gap-4 xl:grid-cols-2">
        <FatesOverTime view={view} period={period} tables={tables} before={before} of="all" />
        <FatesOverTime view={view} period={period} tables={tables} before={before} of="failed" />
        <OutcomeMatrix totals={totals} view={ofCounted} />
        <FailingDomains domains={props.domains} totals={totals} view={ofCounted} />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        <RefusedMostPanels refused={props.refused} view={ofCounted} />
      </div>
      <NewestRefusals refusals={props.refusals} view={ofCounted} />
    </>
  );
}

/** Says so where a filter was too costly to count all of the period. */
function NotAll({ counted, period, view }: { counted: TimeRange; period: Period; view: View }) {
  const t = useTranslations("filter");
  const format = useFormatter();
  if (counted.from <= period.from) return null;
  return (
    <p role="status" className="rounded-md border border-warn/40 bg-warn-ground px-3 py-2 text-sm text-warn">
      {t("notAll", { from: instantText(format, counted.from, view.zone) })}
    </p>
  );
}
