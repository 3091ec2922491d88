import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { instantText } from "@/components/overview/wall-format";
import { Panel } from "@/components/ui/panel";
import type { Zone } from "@/lib/logs/zone";
import type { TrafficReport } from "@/lib/queries/traffic-report";
import type { SenderGroup } from "@/lib/spf/senders/sender";
import { trafficFindingSentence } from "@/lib/spf/senders/traffic-words";
import type { Language } from "@/lib/spf/sentence";
import { LONGEST_DRAFT, type RecordsAddress, recordsHref } from "../address";
import { FindingEntry } from "../tree/finding-entry";
import { countSenders, SECTIONS, type Section, sectionOf } from "./count-senders";
import { DaysLinks, longerDays } from "./days-links";
import { GroupRow } from "./group-row";
import type { GroupHrefs } from "./group-tick";
import type { TrafficContext } from "./traffic-context";
import { NoTraffic, TrafficNotes } from "./traffic-notes";

/** So many groups of a section are shown at once; the rest is folded away. */
const SHOWN = 20;

interface Props {
  report: TrafficReport;
  address: RecordsAddress;
  /** By the group's key. */
  hrefs: Readonly<Record<string, GroupHrefs>>;
  language: Language;
  zone: Zone;
}

/** Who sent as a domain, what each seems to be, and the ways to put them into the draft; whole without script. */
export function TrafficView({ report, address, hrefs, language, zone }: Props) {
  const t = useTranslations("recordTraffic");
  const { groups, domain, range } = report;
  const context: TrafficContext = { domain, range, hrefs, language, zone };
  const days = longerDays(address.days);
  const longer = days === null ? null : { days, href: recordsHref(address, { days }) };
  return (
    <Panel title={t("title")} note={<DaysLinks address={address} />}>
      <Findings report={report} language={language} />
      <div className="space-y-2 px-4 pb-4 text-sm empty:hidden">
        {groups.length > 0 && <Headline report={report} zone={zone} />}
        {groups.length > 0 && <Suggested report={report} address={address} />}
        {groups.length > 0 && <NextStep report={report} address={address} />}
        <TrafficNotes report={report} zone={zone} />
      </div>
      {groups.length === 0 ? (
        <NoTraffic report={report} zone={zone} longer={longer} />
      ) : (
        SECTIONS.map((section) => (
          <GroupSection
            key={section}
            section={section}
            groups={groups.filter((group) => sectionOf(group) === section)}
            context={context}
          />
        ))
      )}
    </Panel>
  );
}

/** What is wrong between the draft and who sent, at its place in the draft. */
function Findings({ report: { findings, draft }, language }: { report: TrafficReport; language: Language }) {
  if (findings.length === 0) return null;
  return (
    <ul className="mb-3 border-b border-line text-sm">
      {findings.map((finding, n) => (
        <FindingEntry
          // biome-ignore lint/suspicious/noArrayIndexKey: the findings of one report never move
          key={n}
          finding={finding}
          text={draft}
          sentence={trafficFindingSentence(finding, language)}
        />
      ))}
    </ul>
  );
}

function Headline({ report, zone }: { report: TrafficReport; zone: Zone }) {
  const t = useTranslations("recordTraffic.sentence");
  const format = useFormatter();
  const counts = countSenders(report);
  const [first, last] = [report.range.from, report.range.to].map((time) => instantText(format, time, zone));
  return (
    <>
      <p className="text-base font-medium">
        {t("sent", { messages: counts.messages, servers: counts.servers })}{" "}
        {counts.ownRefused > 0 && t("ownRefused", { count: counts.ownRefused })}{" "}
        {counts.own > 0 && counts.ownRefused === 0 && t("ownPassed")}{" "}
        {counts.forgers > 0 && t("forgers", { count: counts.forgers })}
      </p>
      {counts.forgersPassed > 0 && (
        <p className="rounded-md bg-warn-ground px-3 py-2 font-medium text-warn">
          {t("forgersPassed", { count: counts.forgersPassed })}
        </p>
      )}
      <p className="text-muted">{t("range", { first: first!, last: last! })}</p>
    </>
  );
}

/** The one link that authorises all that may be without a second look. */
function Suggested({ report, address }: { report: TrafficReport; address: RecordsAddress }) {
  const t = useTranslations("recordTraffic.suggested");
  if (report.suggested === report.draft) return null;
  if (report.suggested.length > LONGEST_DRAFT) return <p className="text-warn">{t("long")}</p>;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Link
        href={recordsHref(address, { record: report.suggested })}
        prefetch={false}
        scroll={false}
        className="rounded-md bg-accent px-3 py-1.5 font-medium text-on-accent"
      >
        {t("authorise")}
      </Link>
      <span className="text-muted">{t("note")}</span>
    </p>
  );
}

/** From a draft that is another than the published record to what it would have done to the mail of this time. */
function NextStep({
  report: { draft, published },
  address,
}: {
  report: TrafficReport;
  address: RecordsAddress;
}) {
  const t = useTranslations("recordTraffic");
  if (draft === published || draft.trim() === "") return null;
  return (
    <p>
      <Link href={recordsHref(address, { view: "replay", job: null })} prefetch={false} className="link">
        {t("replay", { days: address.days })}
      </Link>
    </p>
  );
}

function GroupSection(props: { section: Section; groups: SenderGroup[]; context: TrafficContext }) {
  const { section, groups, context } = props;
  const t = useTranslations("recordTraffic");
  if (groups.length === 0) return null;
  const row = (group: SenderGroup) => <GroupRow key={group.key} group={group} context={context} />;
  const rest = groups.slice(SHOWN);
  return (
    <section className="border-t border-line">
      <div className="flex flex-wrap items-baseline gap-x-3 bg-sunk/60 px-4 py-1.5">
        <h3 className="text-sm font-semibold">{t(`sections.${section}`)}</h3>
        <p className="text-xs text-muted">{t(`sectionNotes.${section}`)}</p>
      </div>
      <ul>{groups.slice(0, SHOWN).map(row)}</ul>
      {rest.length > 0 && (
        <details className="border-t border-line">
          <summary className="px-4 py-2 text-sm text-accent underline underline-offset-2">
            {t("more", { count: rest.length })}
          </summary>
          <ul>{rest.map(row)}</ul>
        </details>
      )}
    </section>
  );
}
