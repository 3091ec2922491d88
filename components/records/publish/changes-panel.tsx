import { useTranslations } from "next-intl";
import { RecordView } from "@/components/spf/record-view";
import { Panel } from "@/components/ui/panel";
import type { Published } from "@/lib/spf/published";
import { ChangeList } from "../versions/change-list";
import { changesOf } from "../versions/diff-marks";

const TEXTS = 4;

interface Props {
  published: Published;
  draft: string;
  /** Whether the draft would be an error. */
  isBroken: boolean;
}

/** What is published beside the draft, with what changes marked in both and listed. */
export function ChangesPanel({ published, draft, isBroken }: Props) {
  const t = useTranslations("recordPublish.changes");
  const { status, text, texts } = published;
  const changes = changesOf(text, draft);
  return (
    <Panel title={t("title")}>
      <div className="space-y-3 px-4 pb-4 text-sm">
        {isBroken && (
          <p role="alert" className="rounded-md bg-warn-ground px-3 py-2 text-warn">
            {t("broken")}
          </p>
        )}
        <div className="grid gap-3 lg:grid-cols-2">
          <div className="min-w-0 space-y-1">
            <p className="text-muted">{t("published")}</p>
            {status === "one" && text !== null ? (
              <RecordView text={text} spans={changes.before} />
            ) : (
              <p className={status === "error" || status === "several" ? "text-warn" : ""}>
                {t(`states.${status === "one" ? "none" : status}`, { count: texts.length })}
              </p>
            )}
            {status === "several" &&
              texts.slice(0, TEXTS).map((one, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two records may have the same text
                <RecordView key={n} text={one} />
              ))}
          </div>
          <div className="min-w-0 space-y-1">
            <p className="text-muted">{t("draft")}</p>
            <RecordView text={draft} spans={text === null ? [] : changes.after} />
          </div>
        </div>
        {text !== null && changes.isSame && <p className="font-medium">{t("same")}</p>}
        {text !== null && <ChangeList terms={changes.terms} />}
      </div>
    </Panel>
  );
}
