import { useFormatter, useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { ScrollArea } from "@/components/ui/scroll-area";
import { COUNTED_RESULTS } from "@/lib/queries/count-table";
import type { ReplayReport } from "@/lib/queries/replay-report";
import { SPF_RESULTS } from "@/lib/spf/result";

/** Messages per result published and drafted; folded away, per result logged then and drafted. */
export function ChangeMatrix({ report }: { report: ReplayReport }) {
  const t = useTranslations("recordReplay.matrix");
  return (
    <>
      <Matrix matrix={report.matrix} rows="published" />
      <details className="border-t border-line">
        <summary className="px-4 py-2 text-sm text-muted">{t("showLogged")}</summary>
        <Matrix matrix={report.loggedMatrix} rows="logged" />
      </details>
    </>
  );
}

/** Rows and columns without messages are left out. */
function Matrix({ matrix, rows }: { matrix: number[][]; rows: "published" | "logged" }) {
  const t = useTranslations("recordReplay.matrix");
  const format = useFormatter();
  const count = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  const columns = SPF_RESULTS.map((_, n) => n).filter((n) => matrix.some((row) => (row[n] ?? 0) > 0));
  const used = matrix.map((_, n) => n).filter((n) => columns.some((column) => count(n, column) > 0));
  return (
    <ScrollArea label={t(`${rows}Caption`)}>
      <table className="table dense w-auto">
        <caption className="sr-only">{t(`${rows}Caption`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(rows)}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                <span className="block text-xs font-normal">{t("draft")}</span>
                <ResultBadge result={SPF_RESULTS[column]!} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {used.map((row) => (
            <tr key={row}>
              <th scope="row" className="whitespace-nowrap">
                <ResultBadge result={COUNTED_RESULTS[row]!} />
              </th>
              {columns.map((column) => (
                <td key={column} className={`number ${row === column ? "text-muted" : "font-semibold"}`}>
                  {count(row, column) === 0 ? (
                    <span className="font-normal text-muted">0</span>
                  ) : (
                    format.number(count(row, column))
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}
