import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import type { RecordVersion } from "@/lib/queries/record-version";
import type { RecordsAddress } from "../address";
import { SaveForm } from "./save-form";
import { VersionRow } from "./version-row";

/** So many are shown at once; the rest is folded away. */
const SHOWN = 6;

interface Props {
  address: RecordsAddress;
  domain: string;
  /** The text in the editor. */
  draft: string;
  /** Newest first. */
  versions: RecordVersion[];
  /** Who looks; an admin may remove what others saved. */
  person: { name: string; role: string };
  zone: Zone;
}

/** The drafts that were saved and what was seen published, newest first, and the form that saves one. */
export function VersionsView(props: Props) {
  const { address, domain, draft, versions, person, zone } = props;
  const t = useTranslations("recordVersions");
  const row = (version: RecordVersion, n: number) => (
    <VersionRow
      key={version.id}
      version={version}
      before={versions[n + 1] ?? null}
      isRemovable={person.role === "admin" || version.by === person.name}
      address={address}
      zone={zone}
    />
  );
  const rows = versions.map(row);
  return (
    <Panel title={t("title")}>
      <SaveForm
        address={address}
        domain={domain}
        draft={draft}
        isSaved={versions.find(({ kind }) => kind === "draft")?.text === draft}
      />
      {versions.length === 0 ? (
        <p className="border-t border-line px-4 py-3 text-sm text-muted">{t("none")}</p>
      ) : (
        <ol>{rows.slice(0, SHOWN)}</ol>
      )}
      {rows.length > SHOWN && (
        <details className="border-t border-line">
          <summary className="px-4 py-2 text-sm text-accent underline underline-offset-2">
            {t("more", { count: rows.length - SHOWN })}
          </summary>
          <ol>{rows.slice(SHOWN)}</ol>
        </details>
      )}
    </Panel>
  );
}
