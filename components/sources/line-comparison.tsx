import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { LogSource } from "@/lib/queries/log-sources";
import type { Reconciliation } from "@/lib/queries/sources-reconcile";
import type { PageClock } from "./clock";

interface Props {
  log: LogSource;
  reconciliation: Reconciliation | null;
  clock: PageClock;
}

/** Whether as many lines were read as the file has; counted when asked for. */
export function LineComparison({ log, reconciliation, clock }: Props) {
  const t = useTranslations("sources.count");
  return (
    <Panel title={t("title")}>
      <div className="space-y-3 px-4 pb-4 text-sm">
        {reconciliation === null ? <p>{t("offer")}</p> : <Outcome log={log} outcome={reconciliation} />}
        <p>
          <a
            href={clock.href(`/sources/${log.id}`, { count: "1" })}
            className="inline-block rounded-md border border-line px-3 py-1.5 text-accent hover:bg-sunk"
          >
            {reconciliation === null ? t("button") : t("again")}
          </a>
        </p>
      </div>
    </Panel>
  );
}

function Outcome({ log, outcome }: { log: LogSource; outcome: Reconciliation }) {
  const t = useTranslations("sources.count");
  if (!("file" in outcome)) {
    return <p role="status">{t(outcome.kind, { position: String(log.position) })}</p>;
  }
  const { kind, file, read, withPartial, withNul } = outcome;
  return (
    <div role="status" className="space-y-1.5">
      <p className={kind === "equal" ? "font-medium" : "font-medium text-warn"}>{t(kind, { file, read })}</p>
      {withPartial && <p>{t("partial")}</p>}
      {kind === "more" && <p>{t(withNul ? "withNul" : "reread")}</p>}
      {kind === "fewer" && <p>{t("lost")}</p>}
    </div>
  );
}
