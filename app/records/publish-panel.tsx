import { getLocale } from "next-intl/server";
import { recordsHref } from "@/components/records/address";
import { NeedsDomain } from "@/components/records/needs-domain";
import { PublishView } from "@/components/records/publish/publish-view";
import { VersionsView } from "@/components/records/versions/versions-view";
import { DatabaseTrouble } from "@/components/ui/database-trouble";
import { readConfig } from "@/lib/config/config";
import { DatabaseFault } from "@/lib/db/faults";
import { askAuthority } from "@/lib/dns/authority";
import { readServerList } from "@/lib/dns/servers";
import { recordVersions } from "@/lib/queries/record-versions";
import { notePublished } from "@/lib/store/record-versions";
import { ask } from "../database";
import { recursiveServers } from "../dns";
import { ownZone } from "../i18n/request";
import { readLanguage } from "../language";
import type { Desk } from "./desk";

const VERSIONS = 200;

/** All that it takes to bring the draft into the DNS; whether it is there, and what was kept, for people who are signed in. */
export async function PublishPanel({ desk }: { desk: Desk }) {
  const { address, person, domain, draft, published, isDemo } = desk;
  if (domain === null || published === null) return <NeedsDomain />;
  const versions = person === null ? [] : await keptVersions(domain, published.text);
  if (versions instanceof DatabaseFault)
    return <DatabaseTrouble fault={versions} again={recordsHref(address)} />;
  const shared = { address, domain, draft, versions, zone: ownZone() };
  return (
    <div className="space-y-4">
      <PublishView
        {...shared}
        published={published}
        mayCheck={person !== null}
        isDemo={isDemo}
        authority={person !== null && !isDemo && address.check ? await liveRecords(domain) : null}
        now={Date.now()}
        language={readLanguage(await getLocale())}
      />
      {person !== null && <VersionsView {...shared} person={person} />}
    </div>
  );
}

/** What was kept of a domain's record, with what is seen published now. */
function keptVersions(domain: string, text: string | null) {
  return ask(async (client) => {
    if (text !== null) await notePublished(client, { domain, text }, Date.now());
    return await recordVersions(client, domain, VERSIONS);
  });
}

function liveRecords(domain: string) {
  const { authority } = readConfig();
  const servers = authority === null ? null : readServerList(authority);
  return askAuthority(domain, { recursive: recursiveServers(), authority: servers });
}
