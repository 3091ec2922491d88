import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { RecordView } from "@/components/spf/record-view";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import type { RecordVersion } from "@/lib/queries/record-version";
import { bindRecord } from "@/lib/spf/publish/bind-record";
import type { Published } from "@/lib/spf/published";
import { LONGEST_DRAFT, type RecordsAddress, recordsHref } from "../address";
import { changesOf } from "../versions/diff-marks";
import { ZoneLinesView } from "./zone-lines-view";

const KEPT = 5;

interface Props {
  address: RecordsAddress;
  domain: string;
  published: Published;
  draft: string;
  versions: RecordVersion[];
  ttl: number;
  zone: Zone;
}

/** The way back: the line of what is published now, to be kept before it is changed, and what was seen published before. */
export function RollbackPanel({ address, domain, published, draft, versions, ttl, zone }: Props) {
  const t = useTranslations("recordPublish.rollback");
  const { texts, status } = published;
  const isSame = texts.length === 1 && changesOf(texts[0]!, draft).isSame;
  const own = isSame ? [] : texts.flatMap((text) => bindRecord(domain, text, published.ttl ?? ttl) ?? []);
  const kept = versions.filter(
    (one) => one.kind === "published" && one.text !== draft && !texts.includes(one.text),
  );
  return (
    <Panel title={t("title")}>
      <div className="space-y-3 px-4 pb-4 text-sm">
        {own.map((record, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is published stays in its order
          <ZoneLinesView key={n} record={record} label={n === 0 ? t("keep") : undefined} />
        ))}
        {own.length === 0 && (
          <p className="text-muted">
            {t(status === "none" ? "remove" : kept.length > 0 ? "older" : "nothing")}
          </p>
        )}
        {own.length > 0 && kept.length > 0 && <p className="text-muted">{t("older")}</p>}
        {kept.slice(0, KEPT).map((version) => (
          <Kept key={version.id} version={version} address={address} zone={zone} />
        ))}
      </div>
    </Panel>
  );
}

function Kept({ version, address, zone }: { version: RecordVersion; address: RecordsAddress; zone: Zone }) {
  const t = useTranslations("recordPublish.rollback");
  const format = useFormatter();
  const { text, time } = version;
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-muted">{t("seen", { time: instantText(format, time, zone) })}</span>
        {text.length <= LONGEST_DRAFT && (
          <Link href={recordsHref(address, { record: text, check: false })} prefetch={false} className="link">
            {t("open")}
          </Link>
        )}
      </p>
      <RecordView text={text} />
    </div>
  );
}
