import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import type { Zone } from "@/lib/logs/zone";
import type { EnforcementReport } from "@/lib/queries/enforcement-report";
import type { SpfResult } from "@/lib/spf/result";

interface Props {
  report: EnforcementReport;
  results: readonly SpfResult[];
  zone: Zone;
}

/** How many messages of how many domains would have bounced, in a sentence, and what that leaves out. */
export function EnforcementSum({ report, results, zone }: Props) {
  const t = useTranslations("recordEnforcement.sum");
  const format = useFormatter();
  const { range, messages, bounced, oldestStored } = report;
  const time = (instant: number) => instantText(format, instant, zone);
  const named = format.list(results);
  const notes = [
    ...(bounced > 0 ? [t("fates", { tagged: report.tagged, delivered: report.delivered })] : []),
    t("range", { first: time(range.from), last: time(range.to), messages }),
    ...(oldestStored !== null && oldestStored > range.from
      ? [t("startsLater", { time: time(oldestStored) })]
      : []),
    ...(report.isAll ? [] : [t("newestOnly")]),
    ...(["refused", "allowed", "notLogged", "withoutDomain"] as const).flatMap((kind) =>
      report[kind] > 0 ? [t(kind, { count: report[kind] })] : [],
    ),
  ];
  return (
    <div className="space-y-2 px-4 pb-4 text-sm">
      <p className="text-base font-medium">
        {oldestStored === null
          ? t("nothingStored")
          : bounced === 0
            ? t("nothing", { results: named })
            : t("bounced", { results: named, messages: bounced, domains: report.domainCount })}
      </p>
      {oldestStored !== null && (
        <ul className="list-disc space-y-0.5 ps-5 text-muted">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
