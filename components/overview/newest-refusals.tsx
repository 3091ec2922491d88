import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ResultBadge } from "@/components/spf/result-badge";
import { Panel } from "@/components/ui/panel";
import { ScrollArea } from "@/components/ui/scroll-area";
import { SenderText } from "@/components/ui/sender-text";
import type { Zone } from "@/lib/logs/zone";
import { wallOf } from "@/lib/queries/calendar";
import type { Refusal } from "@/lib/queries/newest-refusals";
import { instantText } from "./wall-format";

const COLUMNS = ["time", "result", "action", "sender", "recipients", "client", "reply"] as const;

/** The messages that were kept out last: when, whose, why and by whom. */
export function NewestRefusals({ refusals, zone }: { refusals: Refusal[]; zone: Zone }) {
  const t = useTranslations("refusals");
  return (
    <Panel title={t("title")}>
      {refusals.length === 0 ? (
        <p className="px-4 pb-4 text-sm text-muted">{t("none")}</p>
      ) : (
        <ScrollArea label={t("caption")}>
          <table className="table stacked table-fixed md:min-w-[70rem]">
            <caption className="sr-only">{t("caption")}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col" className={WIDTHS[column]}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {refusals.map((refusal) => (
                <Row key={refusal.id} refusal={refusal} zone={zone} />
              ))}
            </tbody>
          </table>
        </ScrollArea>
      )}
    </Panel>
  );
}

const WIDTHS = {
  time: "w-40",
  result: "w-28",
  action: "w-32",
  sender: "w-48",
  recipients: "w-44",
  client: "w-48",
  reply: "",
};

function Row({ refusal, zone }: { refusal: Refusal; zone: Zone }) {
  const t = useTranslations();
  const format = useFormatter();
  const { time, host, recipient, recipients, action, stage, rejectedBy, reply, result } = refusal;
  const { clientIp, clientName } = refusal;
  const shown = {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  } as const;
  const clock = format.dateTime(wallOf(time, zone), { ...shown, timeZone: "UTC", hourCycle: "h23" });
  return (
    <tr>
      <Cell column="time">
        <time dateTime={new Date(time).toISOString()} title={instantText(format, time, zone)}>
          {clock}
        </time>
        <SenderText text={host} className="text-muted" />
      </Cell>
      <Cell column="result">
        <ResultBadge result={result} />
      </Cell>
      <Cell column="action">
        {t(`actions.${action}`)} <span className="text-muted">{stage}</span>
        <span className="block text-muted">{t(`refusers.${rejectedBy ?? "unknown"}`)}</span>
      </Cell>
      <Cell column="sender">
        <Sender address={refusal.envelopeFrom} />
      </Cell>
      <Cell column="recipients">
        {recipient === null ? <Unknown text={t("refusals.noRecipient")} /> : <SenderText text={recipient} />}
        {recipients > 1 && (
          <span className="block text-muted">{t("refusals.more", { count: recipients - 1 })}</span>
        )}
      </Cell>
      <Cell column="client">
        {clientIp === null ? <Unknown text={t("refusals.notStated")} /> : <SenderText text={clientIp} />}
        {clientName !== null && <SenderText text={clientName} className="text-muted" />}
      </Cell>
      <Cell column="reply">
        {reply === null ? <Unknown text={t("refusals.notStated")} /> : <SenderText text={reply} lines={2} />}
      </Cell>
    </tr>
  );
}

/** Names its column where a narrow page shows no table head. */
function Cell({ column, children }: { column: (typeof COLUMNS)[number]; children: ReactNode }) {
  const t = useTranslations("refusals");
  return (
    <td data-label={t(column)} className={column === "reply" ? "wide" : undefined}>
      {children}
    </td>
  );
}

function Sender({ address }: { address: string | null }) {
  const t = useTranslations("refusals");
  if (address === null) return <Unknown text={t("notStated")} />;
  return address === "" ? t("nullSender") : <SenderText text={address} />;
}

function Unknown({ text }: { text: string }) {
  return <span className="text-muted">{text}</span>;
}
