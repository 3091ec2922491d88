import type { Zone } from "@/lib/logs/zone";
import type { CountTable } from "@/lib/queries/count-table";
import type { FailingDomain } from "@/lib/queries/failing-domains";
import type { LogCoverage } from "@/lib/queries/log-coverage";
import type { Refusal } from "@/lib/queries/newest-refusals";
import type { Period } from "@/lib/queries/period";
import type { TimeRange } from "@/lib/queries/range";
import { FailingDomains } from "./failing-domains";
import { Headline } from "./headline";
import { LogCoveragePanel } from "./log-coverage";
import { NewestRefusals } from "./newest-refusals";
import { OutcomeMatrix } from "./outcome-matrix";
import { PeriodBar, type PeriodLinks } from "./period-bar";
import { ResultsOverTime } from "./results-over-time";
import { Totals } from "./totals";

interface Props {
  period: Period;
  data: TimeRange;
  tables: CountTable[];
  totals: CountTable;
  before: CountTable | null;
  domains: FailingDomain[];
  refusals: Refusal[];
  coverage: { logs: LogCoverage[]; total: number };
  links: PeriodLinks;
  zone: Zone;
  zoneName: string;
}

/** What happened in a period, the most important first. */
export function OverviewPage(props: Props) {
  const { period, totals, zone } = props;
  return (
    <div className="space-y-4">
      <PeriodBar period={period} links={props.links} zoneName={props.zoneName} />
      <Headline period={period} totals={totals} newest={props.data.to} zone={zone} />
      <Totals period={period} totals={totals} before={props.before} data={props.data} zone={zone} />
      <ResultsOverTime period={period} tables={props.tables} totals={totals} />
      <div className="grid gap-4 xl:grid-cols-2">
        <OutcomeMatrix totals={totals} />
        <FailingDomains domains={props.domains} totals={totals} />
      </div>
      <NewestRefusals refusals={props.refusals} zone={zone} />
      <LogCoveragePanel {...props.coverage} zone={zone} />
    </div>
  );
}
