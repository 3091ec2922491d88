import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Sources } from "@/lib/queries/sources";
import type { PageClock } from "./clock";
import { FatePatterns } from "./fate-bar";
import { Findings } from "./findings";
import { HostTable } from "./host-table";
import { LogTable } from "./log-table";

/** Where the data comes from, and what is the matter with it. */
export function SourcesPage({ sources, clock }: { sources: Sources; clock: PageClock }) {
  const t = useTranslations("sources");
  const links = useTranslations("rejectLinks");
  const { logs, total, states, activity, findings } = sources;
  return (
    <div className="space-y-4 pt-5">
      <header>
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="mt-1 text-sm text-muted">
          {t("lead")} {t("clock", { zone: clock.name })}
        </p>
        <p className="mt-1 text-sm">
          <Link href="/reject-links" prefetch={false} className="link">
            {links("fromSources")}
          </Link>
        </p>
      </header>
      <FatePatterns />
      <Findings findings={findings} clock={clock} />
      <HostTable activity={activity} clock={clock} />
      <LogTable logs={logs} total={total} states={states} clock={clock} />
    </div>
  );
}
