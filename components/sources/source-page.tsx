import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SourceDetail } from "@/lib/queries/sources";
import type { PageClock } from "./clock";
import { FatePatterns } from "./fate-bar";
import { Findings } from "./findings";
import { LineComparison } from "./line-comparison";
import { LogFacts } from "./log-facts";
import { LogHosts } from "./log-hosts";
import { LogName } from "./log-name";
import { ProgramTable } from "./program-table";

/** One log: how far it was read, what of it was understood, and what was not. */
export function SourcePage({ detail, clock }: { detail: SourceDetail; clock: PageClock }) {
  const t = useTranslations("sources");
  const { log, state, programs, total, findings, reconciliation } = detail;
  return (
    <div className="space-y-4 pt-5">
      <header className="space-y-1">
        <p className="text-sm">
          <Link
            href={clock.href("/sources")}
            prefetch={false}
            className="text-accent underline underline-offset-2"
          >
            {t("back")}
          </Link>
        </p>
        <h1 className="text-xl font-semibold">
          <LogName path={log.path} />
        </h1>
        <p className="text-sm text-muted">{t("clock", { zone: clock.name })}</p>
        <FatePatterns />
      </header>
      {findings.length > 0 && <Findings findings={findings} clock={clock} ofOneLog />}
      <div className="grid gap-4 lg:grid-cols-2">
        <LogFacts log={log} state={state} clock={clock} />
        <LineComparison log={log} reconciliation={reconciliation} clock={clock} />
      </div>
      <ProgramTable programs={programs} total={total} />
      <LogHosts hosts={log.hosts} clock={clock} />
    </div>
  );
}
