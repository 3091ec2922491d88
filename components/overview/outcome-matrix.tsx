import { useTranslations } from "next-intl";
import { ResultBadge } from "@/components/spf/result-badge";
import { Swatch } from "@/components/spf/swatch";
import { Count } from "@/components/ui/count";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import { ShareBar } from "@/components/ui/share-bar";
import { messagesHref, narrowingsOf, type View } from "@/components/ui/view";
import {
  COUNTED_RESULTS,
  type CountedAction,
  type CountedResult,
  type CountTable,
  countOf,
} from "@/lib/queries/count-table";
import { shareOf } from "./share";

const ALWAYS: readonly CountedAction[] = ["accept", "tagged", "reject", "tempfail", "discard", "unchecked"];

/** What became of the messages of each result; a bar shows each part of its row, each number leads to its messages. */
export function OutcomeMatrix({ totals, view }: { totals: CountTable; view: View }) {
  const t = useTranslations();
  const shown: CountedAction[] = [...ALWAYS];
  if (countOf(totals, undefined, ["brokenOff"]) > 0) shown.push("brokenOff");
  return (
    <Panel title={t("matrix.title")}>
      <ScrollArea label={t("matrix.caption")}>
        <table className="table dense min-w-[34rem]">
          <caption className="sr-only">{t("matrix.caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("matrix.result")}</th>
              {shown.map((fate) => (
                <th key={fate} scope="col" className="number w-20">
                  <span className="inline-flex flex-col items-end gap-1">
                    <Swatch mark={`fate-${fate}`} />
                    {t(`actions.${fate}`)}
                  </span>
                </th>
              ))}
              <th scope="col" className="number w-20">
                {t("matrix.total")}
              </th>
            </tr>
          </thead>
          <tbody>
            {COUNTED_RESULTS.map((result) => (
              <tr key={result}>
                <th scope="row">
                  <ResultBadge result={result} />
                </th>
                {shown.map((fate) => (
                  <td key={fate} className="number w-20">
                    <Part totals={totals} result={result} fate={fate} view={view} />
                  </td>
                ))}
                <td className="number font-medium">
                  <Count count={countOf(totals, [result])} href={messagesHref(view, ["result", result])} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}

function Part(props: { totals: CountTable; result: CountedResult; fate: CountedAction; view: View }) {
  const { totals, result, fate, view } = props;
  const count = countOf(totals, [result], [fate]);
  return (
    <>
      <Count count={count} href={messagesHref(view, ...narrowingsOf([result], [fate]))} />
      {count > 0 && <ShareBar share={shareOf(count, countOf(totals, [result]))} mark={`result-${result}`} />}
    </>
  );
}
