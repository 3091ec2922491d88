import { useTranslations } from "next-intl";
import type { HostActivity } from "@/lib/queries/sources-hosts";
import { type PageClock, useTime } from "./clock";

/** When a host was unusually silent, and whether it is. */
export function HostGaps({ host, clock }: { host: HostActivity; clock: PageClock }) {
  const t = useTranslations("sources.hosts");
  const time = useTime(clock);
  const { gaps, silent } = host;
  if (gaps.length === 0 && silent === null) return <span className="text-muted">{t("noGaps")}</span>;
  return (
    <div className="space-y-1">
      {silent !== null && (
        <p className="text-warn">{t("silent", { since: time(silent.from), hours: silent.hours })}</p>
      )}
      {gaps.length > 0 && (
        <details>
          <summary className="w-fit rounded text-muted underline underline-offset-2">
            {t("showGaps", { count: gaps.length })}
          </summary>
          <ul className="mt-1 space-y-0.5">
            {gaps.map(({ from, to, hours }) => (
              <li key={from}>{t("gap", { from: time(from), to: time(to), hours })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
