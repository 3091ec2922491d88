import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { wallDay } from "@/components/overview/wall-format";
import { ResultBadge } from "@/components/spf/result-badge";
import { Count } from "@/components/ui/count";
import { DomainName } from "@/components/ui/domain-name";
import { MixBar } from "@/components/ui/mix-bar";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import { messagesHref, subjectHref, type View } from "@/components/ui/view";
import { wallOf } from "@/lib/queries/calendar";
import { COUNTED_RESULTS } from "@/lib/queries/count-table";
import type { Counterpart, Counterparts } from "@/lib/queries/counterparts";

interface Props {
  kind: "domain" | "client";
  others: Counterparts;
  view: View;
}

/** Who sent as a domain, or as which domains a client sent, and with what results. */
export function CounterpartTable({ kind, others, view }: Props) {
  const t = useTranslations("subject");
  const title = t(kind === "domain" ? "sources" : "sent");
  const shown = others.list.length;
  const used = COUNTED_RESULTS.filter((result) => others.list.some(({ results }) => results[result] > 0));
  return (
    <Panel title={title}>
      {shown === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      ) : (
        <ScrollArea label={t("caption", { kind })}>
          <table className="table dense">
            <caption className="sr-only">{t("caption", { kind })}</caption>
            <thead>
              <tr>
                <th scope="col">{t(kind === "domain" ? "server" : "domain")}</th>
                <th scope="col" className="number">
                  {t("total")}
                </th>
                {used.map((result) => (
                  <th key={result} scope="col" className="number">
                    <ResultBadge result={result} />
                  </th>
                ))}
                <th scope="col">{t("firstSeen")}</th>
                <th scope="col">{t("lastSeen")}</th>
              </tr>
            </thead>
            <tbody>
              {others.list.map((other) => (
                <Row key={other.name} kind={kind} other={other} used={used} view={view} />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
      <p className="px-4 py-2 text-sm text-muted empty:hidden">
        {shown >= 30 && t("rest", { shown })} {!others.isAll && t("newestOnly", { count: others.counted })}
      </p>
    </Panel>
  );
}

function Row(props: {
  kind: Props["kind"];
  other: Counterpart;
  used: readonly (typeof COUNTED_RESULTS)[number][];
  view: View;
}) {
  const { kind, other, used, view } = props;
  const format = useFormatter();
  const { name, results, total } = other;
  const field = kind === "domain" ? "client" : "domain";
  const day = (instant: number) => wallDay(format, wallOf(instant, view.zone), "day");
  return (
    <tr>
      <th scope="row" className="w-full max-w-0 min-w-40">
        <Link
          href={subjectHref(view, kind === "domain" ? "clients" : "domains", name)}
          prefetch={false}
          className="link"
        >
          <DomainName name={name} />
        </Link>
        <MixBar
          parts={used.map((result) => ({
            key: result,
            share: results[result] / total,
            mark: `result-${result}` as const,
          }))}
        />
      </th>
      <td className="number font-medium">
        <Count count={total} href={messagesHref(view, [field, name])} />
      </td>
      {used.map((result) => (
        <td key={result} className="number">
          <Count count={results[result]} href={messagesHref(view, [field, name], ["result", result])} />
        </td>
      ))}
      <td className="whitespace-nowrap">{day(other.first)}</td>
      <td className="whitespace-nowrap">{day(other.last)}</td>
    </tr>
  );
}
