import { askAuthority } from "@/lib/dns/authority";
import type { AuthorityReport } from "@/lib/dns/authority-report";
import { type DnsServer, readServerList, serverListProblem } from "@/lib/dns/servers";
import { chosenServers } from "@/lib/dns/system-servers";
import { visibleText } from "@/lib/mail/visible-text";
import type { Call } from "./command";
import { UsageFault } from "./fault";

/** What the options say of a check of authoritative servers. */
interface CheckValues {
  check?: boolean;
  authority?: string;
  dns?: string;
  zone?: string;
}

/** How the authoritative servers will be asked; null where they are not to be. Throws UsageFault. */
export function readAuthorityCheck(
  { check = false, authority, dns, zone }: CheckValues,
  { config, stop }: Call,
): ((domain: string) => Promise<AuthorityReport>) | null {
  if (!check && authority !== undefined) throw new UsageFault("--authority is for --check.");
  if (!check) return null;
  if (zone !== undefined) throw new UsageFault("--zone asks nobody; it takes no --check.");
  const source = authority === undefined ? "WHYSPF_AUTHORITY" : "--authority";
  const servers = readServers(source, authority ?? config.authority);
  // A list that cannot be read was refused where the resolver was opened.
  const recursive = chosenServers(dns ?? config.dnsServers)!;
  return (domain) => askAuthority(domain, { recursive, authority: servers, signal: stop });
}

function readServers(source: string, list: string | null): DnsServer[] | null {
  const read = list === null ? null : readServerList(list);
  if (list !== null && read === null)
    throw new UsageFault(
      `${source} takes HOST:PORT[,…] with IPv6 in brackets: ${visibleText(serverListProblem(list) ?? "")}.`,
    );
  return read;
}
