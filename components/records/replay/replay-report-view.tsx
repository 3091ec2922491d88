import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { RecordView } from "@/components/spf/record-view";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import type { ReplayReport } from "@/lib/queries/replay-report";
import { type RecordsAddress, recordsHref } from "../address";
import { ChangeHeadline } from "./change-headline";
import { ChangeMatrix } from "./change-matrix";
import { ChangedClients } from "./changed-clients";
import { countOpen } from "./count-changes";
import { EnforcementTable } from "./enforcement-table";

interface Props {
  report: ReplayReport;
  /** The text in the editor now. */
  draft: string;
  address: RecordsAddress;
  zone: Zone;
}

/** What a draft would have made of stored messages: the sum of it first, then the same by result, by strictness, by client. */
export function ReplayReportView({ report, draft, address, zone }: Props) {
  const t = useTranslations("recordReplay");
  return (
    <>
      <Panel title={t("result")}>
        <div className="space-y-3 px-4 pb-4 text-sm">
          {report.draft !== draft && (
            <div className="space-y-1.5 rounded-md bg-warn-ground px-3 py-2 text-warn">
              <p>{t("otherDraft")}</p>
              <RecordView text={report.draft} />
            </div>
          )}
          {report.messages === 0 ? (
            <p className="text-base font-medium">{t("empty")}</p>
          ) : (
            <ChangeHeadline report={report} />
          )}
          <Notes report={report} zone={zone} />
          {report.messages > 0 && report.draft === draft && report.draft !== report.published && (
            <p>
              <Link href={recordsHref(address, { view: "publish" })} prefetch={false} className="link">
                {t("publish")}
              </Link>
            </p>
          )}
        </div>
        {report.messages > 0 && <ChangeMatrix report={report} />}
      </Panel>
      {report.messages > 0 && (
        <>
          <EnforcementTable enforcement={report.enforcement} messages={report.messages} />
          <ChangedClients report={report} zone={zone} />
        </>
      )}
    </>
  );
}

/** What was looked at and how, and what the numbers leave out. */
function Notes({ report, zone }: { report: ReplayReport; zone: Zone }) {
  const t = useTranslations("recordReplay.notes");
  const format = useFormatter();
  const { range, oldestStored, unusable, messages, triples, evaluations, milliseconds } = report;
  const open = countOpen(report);
  const time = (instant: number) => instantText(format, instant, zone);
  const notes = [
    t("range", { first: time(range.from), last: time(range.to) }),
    ...(oldestStored === null ? [t("nothingStored")] : []),
    ...(oldestStored !== null && oldestStored > range.from
      ? [t("pruned", { time: time(oldestStored) })]
      : []),
    ...(unusable > 0 ? [t("unusable", { count: unusable })] : []),
    ...(open > 0 ? [t("open", { count: open })] : []),
    ...(messages > 0 ? [t("how", { messages, triples, evaluations, seconds: milliseconds / 1000 })] : []),
    ...(report.isPublishedKnown && report.published === null ? [t("noRecord")] : []),
  ];
  return (
    <ul className="list-disc space-y-0.5 ps-5 text-muted">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
