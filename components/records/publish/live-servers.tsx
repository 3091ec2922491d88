import { useTranslations } from "next-intl";
import { QuotedText, SentenceView } from "@/components/spf/sentence-view";
import { wholeText } from "@/components/spf/whole-text";
import { DomainName } from "@/components/ui/domain-name";
import { ScrollArea } from "@/components/ui/scroll-area";
import { SenderText } from "@/components/ui/sender-text";
import { duration } from "@/lib/spf/publish/duration";
import type { Holding, LiveServer, LiveState } from "@/lib/spf/publish/live";
import { answerSentence } from "@/lib/spf/publish/words";
import type { Language } from "@/lib/spf/sentence";

const COLUMNS = ["server", "state", "text", "ttl"] as const;
const TEXTS = 3;

const LOOKS: Record<Holding, string> = {
  draft: "border-accent bg-panel text-accent",
  softly: "border-accent bg-panel text-accent",
  published: "border-line bg-sunk text-muted",
  other: "border-warn/50 bg-warn-ground text-warn",
  several: "border-warn bg-warn text-panel",
  none: "border-line bg-sunk text-muted",
};

/** What each authoritative server publishes, and what the site's own resolver still has. */
export function LiveServers({ live, language }: { live: LiveState; language: Language }) {
  const t = useTranslations("recordPublish.live");
  const { servers, resolver, report } = live;
  return (
    <>
      <ScrollArea label={t("caption")}>
        <table className="table stacked">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {t(`columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {servers.map((server) => (
              <Row
                key={`${server.answer.name} ${server.answer.address}`}
                server={server}
                language={language}
              />
            ))}
            {resolver !== null && (
              <tr>
                <td data-label={t("columns.server")} className="wide text-muted">
                  {t("resolver")}
                </td>
                <td data-label={t("columns.state")}>
                  <HoldingBadge holds={resolver.holds} />
                </td>
                <Texts texts={resolver.texts} />
                <Ttl ttl={resolver.ttl} language={language} isLeft />
              </tr>
            )}
          </tbody>
        </table>
      </ScrollArea>
      {report.isCut && <p className="border-t border-line px-4 py-2 text-sm text-muted">{t("cut")}</p>}
    </>
  );
}

function Row({ server, language }: { server: LiveServer; language: Language }) {
  const t = useTranslations("recordPublish.live");
  const { answer, texts, holds } = server;
  const said = answerSentence(answer, language);
  return (
    <tr>
      <td data-label={t("columns.server")} className="wide md:max-w-64">
        <DomainName name={answer.name} />
        {answer.address !== null && <SenderText text={answer.address} className="text-muted" />}
      </td>
      <td data-label={t("columns.state")} className="md:max-w-72">
        {holds === null ? (
          <span className="text-warn">{t(answer.status === "lame" ? "lame" : "noAnswer")}</span>
        ) : (
          <HoldingBadge holds={holds} />
        )}
        {said !== null && (
          <span className="block text-muted">
            <SentenceView sentence={said} />
          </span>
        )}
      </td>
      <Texts texts={texts} />
      <Ttl ttl={answer.ttl} language={language} />
    </tr>
  );
}

function HoldingBadge({ holds }: { holds: Holding }) {
  const t = useTranslations("recordPublish.live.holds");
  return (
    <span className={`rounded border px-1.5 text-xs leading-5 font-medium whitespace-nowrap ${LOOKS[holds]}`}>
      {t(holds)}
    </span>
  );
}

function Texts({ texts }: { texts: string[] }) {
  const t = useTranslations("recordPublish.live");
  return (
    <td data-label={t("columns.text")} className="wide md:min-w-72">
      {texts.slice(0, TEXTS).map((text, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two records may have the same text
        <code key={n} className="block font-mono text-xs wrap-anywhere" title={wholeText(text)}>
          <QuotedText text={text} />
        </code>
      ))}
    </td>
  );
}

function Ttl({
  ttl,
  language,
  isLeft = false,
}: {
  ttl: number | null;
  language: Language;
  isLeft?: boolean;
}) {
  const t = useTranslations("recordPublish.live");
  const text = ttl === null ? "" : duration(ttl, language);
  return (
    <td data-label={t("columns.ttl")} className="md:whitespace-nowrap">
      {ttl !== null && isLeft ? t("left", { duration: text }) : text}
    </td>
  );
}
