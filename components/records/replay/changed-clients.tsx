import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import type { ReplayReport } from "@/lib/queries/replay-report";
import { ReplayedClients } from "./replayed-clients";

/** So many clients are listed, the first of them at once; of those that stay as they are, fewer would do. */
const CHANGED = 200;
const AT_ONCE = 20;
const SAME = 100;

/** The clients whose mail is judged otherwise, with examples; those that stay are folded away. */
export function ChangedClients({ report, zone }: { report: ReplayReport; zone: Zone }) {
  const t = useTranslations("recordReplay.clients");
  const changed = report.clients.filter(({ published, draft }) => published !== draft);
  const folded = changed.slice(AT_ONCE, CHANGED);
  const same = report.clients.filter(({ published, draft }) => published === draft);
  const unlisted =
    report.unlistedClients + Math.max(0, changed.length - CHANGED) + Math.max(0, same.length - SAME);
  return (
    <Panel title={t("title")}>
      {changed.length === 0 ? (
        <p className="px-4 pb-3 text-sm text-muted">{t("none")}</p>
      ) : (
        <ReplayedClients clients={changed.slice(0, AT_ONCE)} caption={t("changed")} zone={zone} />
      )}
      {folded.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2 text-sm text-muted">
            {t("moreChanged", { count: folded.length })}
          </summary>
          <ReplayedClients clients={folded} caption={t("changed")} zone={zone} />
        </details>
      )}
      {same.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2 text-sm text-muted">{t("showSame", { count: same.length })}</summary>
          <ReplayedClients clients={same.slice(0, SAME)} caption={t("same")} zone={zone} />
        </details>
      )}
      {unlisted > 0 && (
        <p className="border-t border-line px-4 py-2 text-sm text-muted">
          {t("unlisted", { count: unlisted })}
        </p>
      )}
    </Panel>
  );
}
