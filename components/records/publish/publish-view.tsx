import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import type { RecordVersion } from "@/lib/queries/record-version";
import { isSpfRecord, parseRecord } from "@/lib/spf/parse";
import type { AuthorityReport } from "@/lib/spf/publish/authority-report";
import { liveState } from "@/lib/spf/publish/live";
import { USUAL_TTL } from "@/lib/spf/publish/ttl";
import type { Published } from "@/lib/spf/published";
import type { Language } from "@/lib/spf/sentence";
import type { RecordsAddress } from "../address";
import { ChangesPanel } from "./changes-panel";
import { LivePanel } from "./live-panel";
import { PlanPanel } from "./plan-panel";
import { RollbackPanel } from "./rollback-panel";
import { ZonePanel } from "./zone-panel";

interface Props {
  address: RecordsAddress;
  domain: string;
  published: Published;
  draft: string;
  /** What the authoritative servers say; null where they were not asked. */
  authority: AuthorityReport | null;
  /** Whether the visitor may have them asked. */
  mayCheck?: boolean;
  /** Whether the domain is the demo's, which nobody can publish. */
  isDemo?: boolean;
  /** What is kept of the domain's record, newest first; none for strangers. */
  versions: RecordVersion[];
  /** Epoch ms, from which the steps are timed. */
  now: number;
  language: Language;
  zone: Zone;
}

/** All that it takes to bring a draft into the DNS: what changes, the lines, the steps, whether it is there, and the way back. */
export function PublishView(props: Props) {
  const { address, domain, published, draft, authority, versions, now, language, zone } = props;
  const { mayCheck = true, isDemo = false } = props;
  const t = useTranslations("recordPublish");
  if (draft.trim() === "")
    return (
      <Panel title={t("title")}>
        <p className="px-4 pb-4 text-sm text-muted">{t("nothing")}</p>
      </Panel>
    );
  const ttl = address.ttl ?? USUAL_TTL;
  const live = authority === null ? null : liveState(authority, draft, published.text);
  const isBroken = !isSpfRecord(draft) || parseRecord(draft).problems.length > 0;
  return (
    <div className="space-y-4">
      <ChangesPanel published={published} draft={draft} isBroken={isBroken} />
      <ZonePanel
        address={address}
        domain={domain}
        draft={draft}
        ttl={ttl}
        replaced={published.texts.length}
        language={language}
      />
      <PlanPanel
        request={
          published.status === "error"
            ? null
            : { now, publishedTtl: live?.ttl ?? published.ttl, ttl, published: published.text, draft }
        }
        domain={domain}
        language={language}
        zone={zone}
      />
      {isDemo && (
        <Panel title={t("live.title")}>
          <p className="px-4 pb-4 text-sm">{t("live.demo")}</p>
        </Panel>
      )}
      {mayCheck && !isDemo && <LivePanel address={address} live={live} language={language} zone={zone} />}
      <RollbackPanel
        address={address}
        domain={domain}
        published={published}
        draft={draft}
        versions={versions}
        ttl={ttl}
        zone={zone}
      />
    </div>
  );
}
