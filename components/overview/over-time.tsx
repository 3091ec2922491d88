import { useFormatter, useLocale, useTranslations } from "next-intl";
import { type Series, StackedChart } from "@/components/charts/stacked-chart";
import { Panel } from "@/components/ui/panel";
import { bucketHref, narrowedQuery, narrowingsOf, type View } from "@/components/ui/view";
import {
  COUNTED_RESULTS,
  type CountedAction,
  type CountedResult,
  type CountTable,
  countOf,
  FAILED,
} from "@/lib/queries/count-table";
import type { Period } from "@/lib/queries/period";
import { useChange } from "./use-change";
import { bucketName, wallDay } from "./wall-format";

const FATES: readonly CountedAction[] = [
  "accept",
  "tagged",
  "unchecked",
  "reject",
  "tempfail",
  "discard",
  "brokenOff",
];

interface Props {
  view: View;
  period: Period;
  tables: CountTable[];
  /** The period compared with. */
  before: CountTable | null;
}

/** A series before its sums are put into words. */
type Counted = Omit<Series, "note" | "noteInWords">;

/** The results over time. */
export function ResultsOverTime(props: Props) {
  const t = useTranslations();
  const series = COUNTED_RESULTS.map((result) => ({
    key: result,
    name: t(`results.${result}`),
    mark: `result-${result}` as const,
    values: props.tables.map((table) => countOf(table, [result])),
    before: props.before && countOf(props.before, [result]),
    query: narrowedQuery(props.view, ["result", result]),
  }));
  return <OverTime {...props} kind="results" series={series} />;
}

/** What became of messages over time: of all, or of those with some results. */
export function FatesOverTime(props: Props & { of: "all" | "failed" }) {
  const t = useTranslations("actions");
  const results: readonly CountedResult[] | undefined = props.of === "all" ? undefined : FAILED;
  const all = FATES.map((fate) => ({
    key: fate,
    name: t(fate),
    mark: `fate-${fate}` as const,
    values: props.tables.map((table) => countOf(table, results, [fate])),
    before: props.before && countOf(props.before, results, [fate]),
    query: narrowedQuery(props.view, ...narrowingsOf(results, [fate])),
  }));
  const always: readonly string[] = ["accept", "tagged", "reject", "tempfail"];
  const series = all.filter(({ key, values }) => always.includes(key) || values.some((value) => value > 0));
  return <OverTime {...props} kind={props.of === "all" ? "actions" : "fate"} series={series} isSmall />;
}

function OverTime(
  props: Props & { kind: "results" | "actions" | "fate"; series: Counted[]; isSmall?: boolean },
) {
  const { view, period, kind, isSmall } = props;
  const { unit } = period;
  const t = useTranslations();
  const format = useFormatter();
  const unfiltered = { ...view, address: { ...view.address, filter: [] } };
  const buckets = period.buckets.map((bucket) => ({
    ...bucketName(format, bucket, unit),
    href: bucketHref(view, bucket, unit, period.endWall),
    plain: bucketHref(unfiltered, bucket, unit, period.endWall),
  }));
  const series = useNotes(props.series);
  const totals = series.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const total = totals.reduce((sum, value) => sum + value, 0);
  const texts = {
    caption: t("chart.caption", { unit, kind }),
    time: t("chart.time", { unit }),
    total: t("chart.total"),
    before: t("chart.before"),
    unit: t("chart.unit", { unit }),
    view: t("chart.view"),
    chart: t("chart.showChart"),
    table: t("chart.showTable"),
    legend: t("chart.legend"),
    summary: t("chart.summary", {
      first: wallDay(format, period.firstWall, unit),
      last: wallDay(format, period.endWall - 60_000, unit),
      total,
      most: series[totals.indexOf(Math.max(...totals))]!.name,
    }),
  };
  return (
    <Panel title={t(`chart.titles.${kind}`)}>
      <StackedChart buckets={buckets} series={series} texts={texts} locale={useLocale()} isSmall={isSmall} />
    </Panel>
  );
}

/** Puts each series' sum and its change into words. */
function useNotes(series: readonly Counted[]): Series[] {
  const format = useFormatter();
  const change = useChange();
  return series.map((one) => {
    const total = one.values.reduce((sum, value) => sum + value, 0);
    const changed = one.before === null ? null : change(total, one.before);
    const number = format.number(total);
    return {
      ...one,
      note: changed?.sign ? `${number} ${changed.sign}` : number,
      noteInWords: changed === null ? number : `${number}, ${changed.words}`,
    };
  });
}
