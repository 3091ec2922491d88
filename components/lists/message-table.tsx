import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { wallSecond } from "@/components/overview/wall-format";
import { FateBadge } from "@/components/spf/fate-badge";
import { ResultBadge } from "@/components/spf/result-badge";
import { ScrollArea } from "@/components/ui/scroll-area";
import { SenderText } from "@/components/ui/sender-text";
import { messageHref, subjectHref, type View } from "@/components/ui/view";
import type { ListedMessage } from "@/lib/queries/listed-message";
import type { Column } from "./columns";

interface Props {
  caption: string;
  messages: ListedMessage[];
  columns: readonly Column[];
  view: View;
}

/** Messages in rows, newest first; on a narrow page each is a card. */
export function MessageTable({ caption, messages, columns, view }: Props) {
  const t = useTranslations("list.columns");
  return (
    <ScrollArea label={caption}>
      <table className="table stacked">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === "size" ? "number" : undefined}>
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {messages.map((message) => (
            <tr key={message.id}>
              {columns.map((column) => (
                <td key={column} data-label={t(column)} className={CLASSES[column]}>
                  <Cell column={column} message={message} view={view} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollArea>
  );
}

const CLASSES: Record<Column, string> = {
  time: "whitespace-nowrap",
  result: "",
  action: "",
  sender: "md:max-w-52",
  domain: "md:max-w-48",
  recipients: "md:max-w-48",
  client: "md:max-w-48",
  helo: "md:max-w-44",
  host: "md:max-w-40",
  checker: "",
  tag: "",
  size: "number",
  queueId: "md:max-w-40",
  reply: "wide md:min-w-64",
};

function Cell({ column, message, view }: { column: Column; message: ListedMessage; view: View }): ReactNode {
  const t = useTranslations();
  const format = useFormatter();
  const { rejectedBy, stage, fate, domain, clientIp, clientName, reply, size, tagged } = message;
  switch (column) {
    case "time":
      return <Time message={message} view={view} />;
    case "result":
      return <ResultBadge result={message.result} />;
    case "action":
      return (
        <>
          <FateBadge fate={fate} />
          {stage !== null && (
            <span className="block text-muted md:whitespace-nowrap">
              {stage} · {t(`refusers.${rejectedBy ?? "unknown"}`)}
            </span>
          )}
        </>
      );
    case "sender":
      return <Sender address={message.envelopeFrom} />;
    case "domain":
      return domain === null ? (
        <Unknown />
      ) : (
        <Link href={subjectHref(view, "domains", domain)} prefetch={false} className="link">
          <SenderText text={domain} />
        </Link>
      );
    case "client":
      return clientIp === null ? (
        <Unknown />
      ) : (
        <>
          <Link href={subjectHref(view, "clients", clientIp)} prefetch={false} className="link">
            <SenderText text={clientIp} />
          </Link>
          {clientName !== null && <SenderText text={clientName} className="text-muted" />}
        </>
      );
    case "recipients":
      return <Recipients message={message} />;
    case "tag":
      return tagged === null ? <Unknown /> : t(tagged ? "list.tagged" : "list.untagged");
    case "size":
      return size === null ? <Unknown /> : format.number(size);
    case "reply":
      // Of an accepted message nothing is missing.
      if (reply === null) return fate === "reject" || fate === "tempfail" ? <Unknown /> : null;
      return <SenderText text={reply} lines={2} />;
    default:
      return message[column] === null ? <Unknown /> : <SenderText text={message[column]} />;
  }
}

/** The way to the message itself. */
function Time({ message: { time, host, queueId }, view }: { message: ListedMessage; view: View }) {
  const format = useFormatter();
  return (
    <Link href={messageHref(host, queueId)} prefetch={false} className="link">
      <time dateTime={new Date(time).toISOString()}>{wallSecond(format, time, view.zone)}</time>
    </Link>
  );
}

function Recipients({ message: { recipient, recipients } }: { message: ListedMessage }) {
  const t = useTranslations("list");
  if (recipient === null) return <span className="text-muted">{t("noRecipient")}</span>;
  return (
    <>
      <SenderText text={recipient} />
      {recipients > 1 && <span className="block text-muted">{t("more", { count: recipients - 1 })}</span>}
    </>
  );
}

function Sender({ address }: { address: string | null }) {
  const t = useTranslations("list");
  if (address === null) return <Unknown />;
  return address === "" ? t("nullSender") : <SenderText text={address} />;
}

function Unknown() {
  const t = useTranslations("list");
  return <span className="text-muted">{t("notLogged")}</span>;
}
