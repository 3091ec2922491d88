import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import type { Zone } from "@/lib/logs/zone";
import type { TrafficReport } from "@/lib/queries/traffic-report";

/** What the numbers leave out, and why; nothing where they are whole. */
export function TrafficNotes({ report, zone }: { report: TrafficReport; zone: Zone }) {
  const t = useTranslations("recordTraffic.notes");
  const format = useFormatter();
  const { oldestStored, range, counted, isAll, unlistedClients, withoutClient, isPublishedKnown } = report;
  const notes = [
    ...(isPublishedKnown ? [] : [t("noAnswer")]),
    ...(isPublishedKnown && !report.isDnsComplete ? [t("dnsIncomplete")] : []),
    ...(report.isByMessage ? [t("byMessage")] : []),
    ...(isPublishedKnown && report.published === null ? [t("noRecord")] : []),
    ...(oldestStored !== null && oldestStored > range.from && report.groups.length > 0
      ? [t("startsLater", { time: instantText(format, oldestStored, zone) })]
      : []),
    ...(isAll ? [] : [t("newestOnly", { count: counted })]),
    ...(unlistedClients > 0 ? [t("unlisted", { count: unlistedClients })] : []),
    ...(withoutClient > 0 ? [t("withoutClient", { count: withoutClient })] : []),
  ];
  if (notes.length === 0) return null;
  return (
    <ul className="list-disc space-y-0.5 ps-5 text-muted">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

/** Says that there was no mail, how far back the log reaches, and where more may be. */
export function NoTraffic(props: {
  report: TrafficReport;
  zone: Zone;
  longer: { days: number; href: string } | null;
}) {
  const { report, zone, longer } = props;
  const t = useTranslations("recordTraffic.empty");
  const format = useFormatter();
  const { oldestStored } = report;
  return (
    <div className="space-y-2 border-t border-line px-4 py-8 text-center text-sm">
      <p className="text-base font-medium">{t("title")}</p>
      <p className="text-muted">
        {oldestStored === null ? t("noMail") : t("since", { time: instantText(format, oldestStored, zone) })}
      </p>
      <p>
        {oldestStored === null ? (
          <Link href="/sources" prefetch={false} className="link">
            {t("sources")}
          </Link>
        ) : (
          longer !== null && (
            <Link href={longer.href} prefetch={false} scroll={false} className="link">
              {t("longer", { days: longer.days })}
            </Link>
          )
        )}
      </p>
    </div>
  );
}
