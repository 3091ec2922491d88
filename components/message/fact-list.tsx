import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FateBadge } from "@/components/spf/fate-badge";
import { ResultBadge } from "@/components/spf/result-badge";
import { Panel } from "@/components/ui/panel";
import { checkedDomain, type Message } from "@/lib/logs/message";
import { fixedZone, type Zone } from "@/lib/logs/zone";
import type { Story } from "@/lib/queries/message-story";
import { senderHref, subjectHref } from "./links";
import { countedFate } from "./outcome";
import { offsetText, secondText } from "./story-time";
import { StrangeText } from "./strange-text";

interface Props {
  message: Message;
  story: Story;
  zone: Zone;
  zoneName: string;
}

/** What the database holds of a message, and where each of it leads. */
export function FactList({ message, story, zone, zoneName }: Props) {
  const t = useTranslations("story.facts");
  const { host, queueId, messageId, size, checker, result } = message;
  return (
    <Panel title={t("title")}>
      <dl className="grid gap-x-8 px-4 pb-2 text-sm md:grid-cols-2">
        <Times message={message} zone={zone} zoneName={zoneName} />
        <Fact name={t("host")} text={host} />
        <Fact name={t("queueId")} text={queueId} />
        <Sender message={message} />
        <Subject name={t("domain")} kind="domains" text={checkedDomain(message)} />
        <Subject name={t("client")} kind="clients" text={message.clientIp} />
        <Fact name={t("result")}>
          <ResultBadge result={result ?? "notLogged"} />
        </Fact>
        <Fact name={t("checker")} text={checker} />
        <Fact name={t("action")}>
          <span className="flex flex-wrap items-center gap-x-2">
            <FateBadge fate={countedFate(message)} /> {message.stage}
          </span>
        </Fact>
        <Fact name={t("messageId")} text={messageId} />
        <Fact name={t("size")} text={size === null ? null : t("bytes", { size })} />
        <Logs story={story} />
        <Notes message={message} />
      </dl>
    </Panel>
  );
}

function Times({ message: { time, utcOffset }, zone, zoneName }: Omit<Props, "story">) {
  const t = useTranslations("story.facts");
  const format = useFormatter();
  return (
    <>
      <Fact name={t("time")}>
        <time dateTime={new Date(time).toISOString()}>
          {t("at", { time: secondText(format, time, zone), zone: zoneName })}
        </time>
      </Fact>
      <Fact name={t("logTime")}>
        {t("at", { time: secondText(format, time, fixedZone(utcOffset)), zone: offsetText(utcOffset) })}
      </Fact>
    </>
  );
}

function Sender({ message: { envelopeFrom } }: { message: Message }) {
  const t = useTranslations("story.facts");
  if (envelopeFrom === null || envelopeFrom === "") {
    return <Fact name={t("from")} text={envelopeFrom === "" ? t("nullSender") : null} />;
  }
  return (
    <Fact name={t("from")}>
      <StrangeText text={envelopeFrom} />{" "}
      <Link href={senderHref(envelopeFrom)} prefetch={false} className={`${LINK} inline-block`}>
        {t("otherMail")}
      </Link>
    </Fact>
  );
}

const LINK = "text-accent underline underline-offset-2";

function Subject(props: { name: string; kind: "domains" | "clients"; text: string | null }) {
  const { name, kind, text } = props;
  if (text === null) return <Fact name={name} text={null} />;
  return (
    <Fact name={name}>
      <Link href={subjectHref(kind, text)} prefetch={false} className={LINK}>
        <StrangeText text={text} />
      </Link>
    </Fact>
  );
}

function Logs({ story }: { story: Story }) {
  const t = useTranslations("story");
  const logs = new Map(story.lines.map(({ log, path }) => [log, path]));
  return (
    <Fact name={t("facts.logs")} text={logs.size === 0 ? null : undefined}>
      {[...logs].map(([log, path]) => (
        <Link key={log} href={subjectHref("sources", log)} prefetch={false} className={`block ${LINK}`}>
          <StrangeText text={path === "" ? t("lines.unknownLog") : path} />
        </Link>
      ))}
    </Fact>
  );
}

function Notes({ message }: { message: Message }) {
  const t = useTranslations("story");
  const notes = [
    ...(["unchecked", "stampMismatch", "aborted", "marked"] as const).filter((flag) => message[flag]),
    ...(message.retryOf === null ? [] : (["retried"] as const)),
  ];
  if (notes.length === 0) return null;
  return (
    <Fact name={t("facts.notes")} isWide>
      {notes.map((note) => (
        <p key={note} className={note === "marked" || note === "retried" ? undefined : "text-warn"}>
          {t(`flags.${note}`)}
        </p>
      ))}
    </Fact>
  );
}

/** One name and its value; `text` null is not logged. */
function Fact(props: { name: string; text?: string | null; isWide?: boolean; children?: ReactNode }) {
  const t = useTranslations("story.facts");
  const { name, text, isWide = false, children } = props;
  return (
    <div
      className={`grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5 ${isWide ? "md:col-span-2" : ""}`}
    >
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">
        {text === null && <span className="text-muted">{t("notStated")}</span>}
        {typeof text === "string" && <StrangeText text={text} />}
        {children}
      </dd>
    </div>
  );
}
