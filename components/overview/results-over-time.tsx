import { useFormatter, useLocale, useTranslations } from "next-intl";
import { ResultsChart } from "@/components/charts/results-chart";
import { Panel } from "@/components/ui/panel";
import { COUNTED_RESULTS, type CountTable, countOf } from "@/lib/queries/count-table";
import type { Period } from "@/lib/queries/period";
import { ResultsTable } from "./results-table";
import { bucketName, wallDay } from "./wall-format";

/** The results over time, as bars and as the same numbers in a table. */
export function ResultsOverTime(props: { period: Period; tables: CountTable[]; totals: CountTable }) {
  const { period, tables, totals } = props;
  const { unit } = period;
  const t = useTranslations();
  const format = useFormatter();
  const buckets = period.buckets.map((bucket) => bucketName(format, bucket, unit));
  const series = COUNTED_RESULTS.map((result) => ({
    result,
    name: t(`results.${result}`),
    values: tables.map((table) => countOf(table, [result])),
  }));
  const most = COUNTED_RESULTS.reduce((a, b) => (countOf(totals, [b]) > countOf(totals, [a]) ? b : a));
  const texts = {
    unit: t("chart.unit", { unit }),
    view: t("chart.view"),
    chart: t("chart.showChart"),
    table: t("chart.showTable"),
    legend: t("chart.legend"),
    summary: t("chart.summary", {
      first: wallDay(format, period.firstWall, unit),
      last: wallDay(format, period.endWall - 60_000, unit),
      total: countOf(totals),
      most: t(`results.${most}`),
    }),
  };
  return (
    <Panel title={t("chart.title")}>
      <ResultsChart buckets={buckets} series={series} texts={texts} locale={useLocale()}>
        <ResultsTable unit={unit} names={buckets.map(({ full }) => full)} tables={tables} totals={totals} />
      </ResultsChart>
    </Panel>
  );
}
