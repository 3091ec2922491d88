import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { messageHref } from "@/components/ui/view";
import type { Message } from "@/lib/logs/message";
import type { Zone } from "@/lib/logs/zone";
import type { Step } from "@/lib/queries/message-story";
import type { Attempt } from "@/lib/queries/stored-message";
import { subjectHref } from "./links";
import { RecipientText } from "./recipient-text";
import { RefusedText } from "./refused-text";
import { secondText } from "./story-time";
import { StrangeText } from "./strange-text";
import { VerdictText } from "./verdict-text";

/** What happened in one step, in words. */
export function StepText({ step, message, zone }: { step: Step; message: Message; zone: Zone }) {
  const t = useTranslations("story");
  switch (step.kind) {
    case "connected":
      return <ClientText ip={step.clientIp} name={step.clientName} />;
    case "helo":
      return step.helo === null ? <Unknown text={t("helo.unknown")} /> : <Plain text={step.helo} />;
    case "mailFrom":
      if (step.envelopeFrom === null) return <Unknown text={t("mailFrom.unknown")} />;
      return step.envelopeFrom === "" ? <p>{t("mailFrom.null")}</p> : <Plain text={step.envelopeFrom} />;
    case "verdict":
      return <VerdictText {...step} message={message} />;
    case "refused":
      return <RefusedText message={message} />;
    case "content":
      return <ContentText size={step.size} messageId={step.messageId} />;
    case "marked":
    case "brokenOff":
      return <p>{t(step.kind)}</p>;
    case "recipient":
      return <RecipientText {...step} message={message} />;
    case "retryOf":
      return (
        <AttemptsText
          host={message.host}
          attempts={[{ queueId: step.queueId, attempt: step.attempt }]}
          zone={zone}
        />
      );
    case "retried":
      return (
        <AttemptsText
          host={message.host}
          attempts={step.attempts.map((attempt) => ({ queueId: attempt.queueId, attempt }))}
          zone={zone}
        />
      );
  }
}

function ClientText({ ip, name }: { ip: string | null; name: string | null }) {
  const t = useTranslations("story.client");
  if (ip === null && name === null) return <Unknown text={t("unknown")} />;
  return (
    <p>
      {ip !== null && (
        <Link
          href={subjectHref("clients", ip)}
          prefetch={false}
          className="text-accent underline underline-offset-2"
        >
          <StrangeText text={ip} />
        </Link>
      )}{" "}
      {name === null ? <span className="text-muted">({t("unnamed")})</span> : <StrangeText text={name} />}
    </p>
  );
}

function ContentText({ size, messageId }: { size: number | null; messageId: string | null }) {
  const t = useTranslations("story");
  return (
    <p>
      {size !== null && `${t("content.size", { size })} `}
      {messageId !== null && (
        <>
          Message-ID <StrangeText text={messageId} />
        </>
      )}
    </p>
  );
}

interface Named {
  queueId: string;
  attempt: Attempt | null;
}

/** Other tries at the delivery, each a way to its own page. */
function AttemptsText({ host, attempts, zone }: { host: string; attempts: Named[]; zone: Zone }) {
  const t = useTranslations("story.attempts");
  const format = useFormatter();
  return (
    <>
      {attempts.map(({ queueId, attempt }) => (
        <p key={queueId}>
          {attempt === null ? (
            <>
              <StrangeText text={queueId} /> <span className="text-muted">{t("notStored")}</span>
            </>
          ) : (
            <>
              <Link
                href={messageHref(host, queueId)}
                prefetch={false}
                className="text-accent underline underline-offset-2"
              >
                <StrangeText text={queueId} />
              </Link>{" "}
              {t("line", { time: secondText(format, attempt.time, zone), action: attempt.action })}
            </>
          )}
        </p>
      ))}
      <p className="text-xs text-muted">{t("why")}</p>
    </>
  );
}

function Plain({ text }: { text: string }) {
  return (
    <p>
      <StrangeText text={text} />
    </p>
  );
}

function Unknown({ text }: { text: string }) {
  return <p className="text-muted">{text}</p>;
}
