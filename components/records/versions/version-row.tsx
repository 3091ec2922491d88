import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { RecordView } from "@/components/spf/record-view";
import { QuotedText } from "@/components/spf/sentence-view";
import type { Zone } from "@/lib/logs/zone";
import type { RecordVersion } from "@/lib/queries/record-version";
import { LONGEST_DRAFT, type RecordsAddress, recordsHref } from "../address";
import { ChangeList } from "./change-list";
import { changesOf } from "./diff-marks";
import { RemoveVersion } from "./remove-version";

interface Props {
  version: RecordVersion;
  /** The one before it in time; null for the first that is known. */
  before: RecordVersion | null;
  isRemovable: boolean;
  address: RecordsAddress;
  zone: Zone;
}

/** A text that was kept: when, by whom and what for, and what it changed. */
export function VersionRow({ version, before, isRemovable, address, zone }: Props) {
  const t = useTranslations("recordVersions");
  const { text } = version;
  const format = useFormatter();
  const time = instantText(format, version.time, zone);
  const changes = before === null ? null : changesOf(before.text, text);
  return (
    <li className="space-y-2 border-t border-line px-4 py-3 text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <Heading version={version} time={time} />
        {text.length <= LONGEST_DRAFT && (
          <Link
            href={recordsHref(address, { record: text, job: null, check: false })}
            prefetch={false}
            aria-label={t("openOne", { time })}
            className="link"
          >
            {t("open")}
          </Link>
        )}
      </div>
      <RecordView text={text} spans={changes?.after} />
      {changes?.isSame && <p className="text-muted">{t("same")}</p>}
      {changes !== null && changes.terms.length > 0 && (
        <details>
          <summary className="w-fit text-muted">{t("showChanges", { count: changes.terms.length })}</summary>
          <div className="mt-1.5">
            <ChangeList terms={changes.terms} />
          </div>
        </details>
      )}
      {isRemovable && <RemoveVersion version={version} time={time} address={address} />}
    </li>
  );
}

function Heading({ version, time }: { version: RecordVersion; time: string }) {
  const t = useTranslations("recordVersions");
  const { kind, by, note } = version;
  const look = kind === "published" ? "border-accent text-accent" : "border-line bg-sunk text-muted";
  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-1">
      <span className={`rounded border px-1.5 text-xs leading-5 font-medium ${look}`}>
        {t(`kinds.${kind}`)}
      </span>
      <time dateTime={new Date(version.time).toISOString()}>{time}</time>
      {by !== null && (
        <span className="text-muted wrap-anywhere">
          <QuotedText text={by} />
        </span>
      )}
      {note !== "" && (
        <span className="wrap-anywhere">
          <QuotedText text={note} />
        </span>
      )}
    </p>
  );
}
