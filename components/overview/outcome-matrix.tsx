import { useFormatter, useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { RESULT_MARKS } from "@/components/spf/result-marks";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import { COUNTED_RESULTS, type CountedAction, type CountTable, countOf } from "@/lib/queries/count-table";
import { shareOf } from "./share";

const ALWAYS: readonly CountedAction[] = ["accept", "tagged", "reject", "tempfail", "discard", "unchecked"];

/** What became of the messages of each result; a bar shows each part of its row. */
export function OutcomeMatrix({ totals }: { totals: CountTable }) {
  const t = useTranslations();
  const format = useFormatter();
  const shown: CountedAction[] = [...ALWAYS];
  if (countOf(totals, undefined, ["brokenOff"]) > 0) shown.push("brokenOff");
  return (
    <Panel title={t("matrix.title")}>
      <ScrollArea label={t("matrix.caption")}>
        <table className="table dense min-w-[36rem]">
          <caption className="sr-only">{t("matrix.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("matrix.result")}</th>
              {shown.map((action) => (
                <th key={action} scope="col" className="number w-20">
                  {t(`actions.${action}`)}
                </th>
              ))}
              <th scope="col" className="number w-20">
                {t("matrix.total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {COUNTED_RESULTS.map((result) => {
              const ofResult = countOf(totals, [result]);
              return (
                <tr key={result}>
                  <th scope="row">
                    <ResultBadge result={result} />
                  </th>
                  {shown.map((action) => {
                    const count = countOf(totals, [result], [action]);
                    return (
                      <td key={action} className="number w-20">
                        <Part text={format.number(count)} share={shareOf(count, ofResult)} result={result} />
                      </td>
                    );
                  })}
                  <td className="number font-medium">{format.number(ofResult)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}

function Part(props: { text: string; share: number; result: (typeof COUNTED_RESULTS)[number] }) {
  const { text, share, result } = props;
  if (share === 0) return <span className="text-muted">{text}</span>;
  const background = `var(${RESULT_MARKS[result].color})`;
  return (
    <>
      {text}
      <span aria-hidden="true" className="ms-auto mt-0.5 block h-1 w-full rounded-full bg-sunk">
        <span
          className="ms-auto block h-full min-w-0.5 rounded-full"
          style={{ width: `${share * 100}%`, background }}
        />
      </span>
    </>
  );
}
