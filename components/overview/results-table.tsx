import { useFormatter, useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { BucketUnit } from "@/lib/queries/calendar";
import { COUNTED_RESULTS, type CountTable, countOf } from "@/lib/queries/count-table";

/** The numbers of the chart, newest first, with their sums. */
export function ResultsTable(props: {
  unit: BucketUnit;
  names: string[];
  tables: CountTable[];
  totals: CountTable;
}) {
  const { unit, names, tables, totals } = props;
  const t = useTranslations("chart");
  const rows = names.map((name, n) => ({ name, table: tables[n]! })).reverse();
  return (
    <ScrollArea label={t("scroll")}>
      <table className="table">
        <caption className="sr-only">{t("caption", { unit })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("time", { unit })}</th>
            {COUNTED_RESULTS.map((result) => (
              <th key={result} scope="col" className="number">
                <ResultBadge result={result} />
              </th>
            ))}
            <th scope="col" className="number">
              {t("total")}
            </th>
          </tr>
        </thead>
        <tbody>
          <Row name={t("total")} table={totals} className="font-semibold" />
          {rows.map(({ name, table }) => (
            <Row key={name} name={name} table={table} className="" />
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

function Row({ name, table, className }: { name: string; table: CountTable; className: string }) {
  const format = useFormatter();
  const cell = (count: number) =>
    count === 0 ? <span className="text-muted">0</span> : format.number(count);
  return (
    <tr className={className}>
      <th scope="row" className="whitespace-nowrap">
        {name}
      </th>
      {COUNTED_RESULTS.map((result) => (
        <td key={result} className="number">
          {cell(countOf(table, [result]))}
        </td>
      ))}
      <td className="number">{cell(countOf(table))}</td>
    </tr>
  );
}
