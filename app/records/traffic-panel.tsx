import { getLocale } from "next-intl/server";
import { LONGEST_DRAFT, recordsHref } from "@/components/records/address";
import { NeedsDomain } from "@/components/records/needs-domain";
import type { GroupHrefs } from "@/components/records/traffic/group-tick";
import { TrafficView } from "@/components/records/traffic/traffic-view";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { DatabaseFault } from "@/lib/db/faults";
import { askReader } from "@/lib/queries/ask";
import { domainTraffic } from "@/lib/queries/traffic";
import { withTerm } from "@/lib/spf/edit/edits";
import type { SenderGroup } from "@/lib/spf/senders/sender";
import { withGroup } from "@/lib/spf/senders/with-group";
import { ask } from "../database";
import { ownResolver } from "../dns";
import { ownZone } from "../i18n/request";
import { readLanguage } from "../language";
import type { Desk } from "./desk";
import { knownSenders } from "./known-senders";

/** For as many clients as a report looks at. */
const BUDGET = { milliseconds: 20_000, queries: 1_000 };

/** Who sent as the domain, for people who are signed in. */
export async function TrafficPanel({ desk }: { desk: Desk }) {
  const { address, domain } = desk;
  if (domain === null) return <NeedsDomain />;
  const report = await ask(async (reader) => {
    const { range, senders } = await knownSenders(reader, domain, address.days, Date.now());
    const shared = { ask: askReader(reader), resolver: ownResolver(BUDGET), clock: Date.now };
    return domainTraffic({ ...shared, domain, range, known: senders, draft: address.record });
  });
  if (report instanceof DatabaseFault) return <DatabaseTrouble fault={report} again={recordsHref(address)} />;
  const hrefs = Object.fromEntries(
    report.groups.map((group) => [group.key, groupHrefs(desk, report.draft, group)]),
  );
  const language = readLanguage(await getLocale());
  return <TrafficView report={report} address={address} hrefs={hrefs} language={language} zone={ownZone()} />;
}

/** Where a tick of a group leads: to the same page with another draft; nowhere where that would be no other, or too long. */
function groupHrefs({ address }: Desk, draft: string, group: SenderGroup): GroupHrefs {
  const href = (record: string) =>
    record === draft || record.length > LONGEST_DRAFT ? null : recordsHref(address, { record });
  return {
    on: href(withGroup(draft, group, true)),
    off: href(withGroup(draft, group, false)),
    whole: group.wholeNetwork === null ? null : href(withTerm(draft, group.wholeNetwork)),
  };
}
