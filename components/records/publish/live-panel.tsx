import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { SentenceView } from "@/components/spf/sentence-view";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import type { LiveState } from "@/lib/spf/publish/live";
import { LIVE_RULES } from "@/lib/spf/publish/live-findings";
import { liveFindingSentence, liveSentences } from "@/lib/spf/publish/words";
import type { Language } from "@/lib/spf/sentence";
import { type RecordsAddress, recordsHref } from "../address";
import { LiveServers } from "./live-servers";

interface Props {
  address: RecordsAddress;
  /** Null where the servers were not asked. */
  live: LiveState | null;
  language: Language;
  zone: Zone;
}

/** Whether the draft is what all authoritative servers publish, and the link that asks them. */
export function LivePanel({ address, live, language, zone }: Props) {
  const t = useTranslations("recordPublish.live");
  const format = useFormatter();
  return (
    <Panel title={t("title")}>
      <div className="space-y-3 px-4 pb-4 text-sm">
        {live === null ? (
          <p className="text-muted">{t("lead")}</p>
        ) : (
          <div className="space-y-1">
            {liveSentences(live, language).map((sentence, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of one check never move
              <p key={n} className={n === 0 ? "text-base font-medium" : undefined}>
                <SentenceView sentence={sentence} />
              </p>
            ))}
          </div>
        )}
        {live !== null && live.findings.length > 0 && (
          <ul className="space-y-1">
            {live.findings.map((finding) => (
              <li
                key={finding.rule}
                className={LIVE_RULES[finding.rule].severity === "info" ? "text-muted" : "text-warn"}
              >
                <SentenceView sentence={liveFindingSentence(finding, language)} />
              </li>
            ))}
          </ul>
        )}
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link
            href={recordsHref(address, { view: "publish", check: true })}
            prefetch={false}
            scroll={false}
            className="rounded-md border border-line px-3 py-1.5 font-medium hover:border-accent"
          >
            {t(live === null ? "check" : "again")}
          </Link>
          {live !== null && (
            <span className="text-muted">
              {t("askedAt", { time: instantText(format, live.report.askedAt, zone) })}
            </span>
          )}
        </p>
      </div>
      {live !== null && live.servers.length > 0 && <LiveServers live={live} language={language} />}
    </Panel>
  );
}
