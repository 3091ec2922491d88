import { useFormatter, useTranslations } from "next-intl";
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
          <table className="table min-w-[68rem] table-fixed">
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
  time: "w-36",
  result: "w-28",
  action: "w-40",
  sender: "w-52",
  recipients: "w-44",
  client: "w-52",
  reply: "",
};

function Row({ refusal, zone }: { refusal: Refusal; zone: Zone }) {
  const t = useTranslations();
  const format = useFormatter();
  const { time, host, recipient, recipients, action, stage, rejectedBy, reply, result } = refusal;
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
      <td>
        <time dateTime={new Date(time).toISOString()} title={instantText(format, time, zone)}>
          {clock}
        </time>
        <SenderText text={host} className="text-muted" />
      </td>
      <td>
        <ResultBadge result={result} />
      </td>
      <td>
        {t(`actions.${action}`)} <span className="text-muted">{stage}</span>
        <span className="block text-muted">{t(`refusers.${rejectedBy ?? "unknown"}`)}</span>
      </td>
      <td>
        <Sender address={refusal.envelopeFrom} />
      </td>
      <td>
        {recipient === null ? <Unknown text={t("refusals.noRecipient")} /> : <SenderText text={recipient} />}
        {recipients > 1 && (
          <span className="block text-muted">{t("refusals.more", { count: recipients - 1 })}</span>
        )}
      </td>
      <td>
        <SenderText text={refusal.clientIp ?? t("refusals.notStated")} />
        {refusal.clientName !== null && <SenderText text={refusal.clientName} className="text-muted" />}
      </td>
      <td>
        {reply === null ? (
          <Unknown text={t("refusals.notStated")} />
        ) : (
          <SenderText text={reply} className="whitespace-normal! line-clamp-2" />
        )}
      </td>
    </tr>
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
