import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ResultBadge } from "@/components/spf/result-badge";
import { QuotedText } from "@/components/spf/sentence-view";
import type { Then } from "@/lib/why/diagnosis/then";

/** What the site's own log says of one message. */
export function ThenFacts({ then }: { then: Then }) {
  const t = useTranslations();
  const { time, host, queueId, result, action, rejectedBy, checker } = then;
  const reply = [then.replyCode, then.enhancedStatus, then.replyText].filter(Boolean).join(" ");
  return (
    <dl className="grid gap-x-8 text-sm md:grid-cols-2">
      <Fact name={t("why.then.time")}>
        <time dateTime={time}>{readable(time)}</time>
      </Fact>
      <Fact name={t("why.then.host")} text={host} />
      <Fact name={t("why.then.queueId")} text={queueId} />
      <Fact name={t("why.then.result")}>
        <ResultBadge result={result ?? "notLogged"} />
      </Fact>
      <Fact name={t("why.then.action")}>
        {[
          ...(action === null ? [t("why.then.unknown")] : [t(`actions.${action}`)]),
          ...(rejectedBy === null ? [] : [t(`refusers.${rejectedBy}`)]),
        ].join(" · ")}
      </Fact>
      <Fact name={t("why.then.checker")} text={checker} />
      <Fact name={t("why.then.client")} text={[then.clientName, then.clientIp].filter(Boolean).join(" ")} />
      <Fact name={t("why.then.helo")} text={then.helo} />
      <Fact name={t("why.then.sender")} text={then.envelopeFrom === "" ? "<>" : then.envelopeFrom} />
      <Fact name={t("why.then.reply")} text={reply} />
    </dl>
  );
}

/** The server's own clock: "2026-11-24 09:00:00 +09:00". */
function readable(time: string): string {
  return time.replace("T", " ").replace(/(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/, " $1");
}

function Fact({ name, text, children }: { name: string; text?: string | null; children?: ReactNode }) {
  const t = useTranslations("why.then");
  return (
    <div className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 wrap-anywhere">
        {children ??
          (text == null || text === "" ? (
            <span className="text-muted">{t("unknown")}</span>
          ) : (
            <QuotedText text={text} />
          ))}
      </dd>
    </div>
  );
}
