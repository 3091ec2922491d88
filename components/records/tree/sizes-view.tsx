import { useFormatter, useTranslations } from "next-intl";
import { QuotedText } from "@/components/spf/sentence-view";
import { Panel } from "@/components/ui/panel";
import { recordSizes, type Size } from "@/lib/spf/edit/record-sizes";
import { Meter } from "./meter";

/** Strings that have rows of their own. */
const SHOWN = 6;

interface Props {
  text: string;
  domain: string | null;
  /** The strings of each TXT record at the domain as it is now; null where they are not known. */
  published: readonly string[][] | null;
}

/** How large a record is against each limit there is: of a string, of the record, of the answer that carries it. */
export function SizesView({ text, domain, published }: Props) {
  const { record, strings, answer } = recordSizes(text, { domain, published });
  const t = useTranslations("recordTree.sizes");
  const more = strings.length - SHOWN;
  return (
    <Panel title={t("title")}>
      <table className="table stacked">
        <caption className="sr-only">{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col" className="number">
              {t("size")}
            </th>
            <th scope="col">{t("meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {strings.slice(0, SHOWN).map((string, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the strings of one record never move
            <SizeRow key={n} name={t("string", { number: n + 1 })} text={string.text} size={string}>
              {n === 0 ? t("stringMeans") : ""}
            </SizeRow>
          ))}
          {more > 0 && (
            <tr>
              <td colSpan={3} className="wide text-muted">
                {t("moreStrings", { count: more })}
              </td>
            </tr>
          )}
          <SizeRow name={t("record")} size={record}>
            {t("recordMeans")}
          </SizeRow>
          {answer !== null && (
            <SizeRow name={t("answer")} size={answer}>
              {t(answer.isEstimate ? "answerAloneMeans" : "answerMeans")}
            </SizeRow>
          )}
        </tbody>
      </table>
    </Panel>
  );
}

function SizeRow(props: { name: string; text?: string; size: Size; children: string }) {
  const { name, text, size, children } = props;
  const t = useTranslations("recordTree.sizes");
  const format = useFormatter();
  const { octets, limit, state } = size;
  return (
    <tr>
      <td data-label={t("what")} className="min-w-0 md:w-72">
        {name}
        {text !== undefined && text !== "" && (
          <span className="block max-w-64 truncate font-mono text-xs text-muted">
            <QuotedText text={text} />
          </span>
        )}
      </td>
      <td data-label={t("size")} className="number md:w-40 max-md:text-start">
        {t("of", { octets: format.number(octets), limit: format.number(limit) })}
        <span className="block pt-0.5">
          <Meter used={octets} limit={limit} />
        </span>
        {state !== "ok" && <span className="text-xs text-warn">{t(`states.${state}`)}</span>}
      </td>
      <td data-label={t("meaning")} className="wide text-muted">
        {children}
      </td>
    </tr>
  );
}
