import { useTranslations } from "next-intl";
import { HiddenFields } from "@/components/filter/hidden-fields";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import { visibleLine } from "@/lib/mail/visible-text";
import type { Language } from "@/lib/spf/sentence";
import type { RecordsAddress } from "../address";
import { DaysLinks } from "../traffic/days-links";
import { ReplayReportView } from "./replay-report-view";
import { ReplayRunning } from "./replay-running";
import type { ShownReplay } from "./shown-replay";

interface Props {
  address: RecordsAddress;
  domain: string;
  /** The text in the editor, which a new replay is of. */
  draft: string;
  job: ShownReplay;
  language: Language;
  zone: Zone;
}

/** A draft held against stored mail: the way to begin, how far it is, and what came of it; whole without script. */
export function ReplayView({ address, domain, draft, job, language, zone }: Props) {
  const t = useTranslations("recordReplay");
  const isOpen = job.state === "waiting" || job.state === "running";
  const report = "report" in job ? job.report : null;
  return (
    <div className="space-y-4">
      <Panel title={t("title")} note={<DaysLinks address={address} />}>
        <div className="space-y-3 px-4 pb-4 text-sm">
          <p className="max-w-4xl text-muted">{t("lead")}</p>
          <State job={job} />
          {isOpen ? (
            <ReplayRunning job={job} address={address} language={language} />
          ) : (
            <form method="post" action="/records/replay">
              <HiddenFields
                fields={[
                  ["domain", domain],
                  ["record", draft],
                  ["days", String(address.days)],
                ]}
              />
              <button type="submit" className="rounded-md bg-accent px-4 py-2 font-medium text-on-accent">
                {t(report === null ? "start" : "again", { days: address.days })}
              </button>
            </form>
          )}
        </div>
      </Panel>
      {report !== null && <ReplayReportView report={report} draft={draft} address={address} zone={zone} />}
    </div>
  );
}

/** Why there is no result, where there should be one. */
function State({ job }: { job: ShownReplay }) {
  const t = useTranslations("recordReplay.states");
  if (job.state === "busy" || job.state === "lost" || job.state === "cancelled")
    return (
      <p role="status" className="rounded-md bg-sunk px-3 py-2">
        {t(job.state)}
      </p>
    );
  if (job.state !== "failed") return null;
  return (
    <div role="alert" className="space-y-1 rounded-md bg-warn-ground px-3 py-2 text-warn">
      <p>{t("failed")}</p>
      {job.fault !== null && (
        <p lang="en" className="font-mono text-xs wrap-anywhere">
          {visibleLine(job.fault, 500)}
        </p>
      )}
    </div>
  );
}
