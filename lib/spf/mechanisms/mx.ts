import { isDomainName, withoutRoot } from "../domain-name";
import { targetName } from "../macro";
import { matchAddresses } from "../match-addresses";
import type { DomainSpec, DualCidr } from "../record";
import type { DnsRecord } from "../resolver";
import {
  type Asking,
  ask,
  countVoid,
  DNS_ERROR,
  decide,
  type Failure,
  LIMITS,
  type Match,
  type Session,
} from "../session";

const MX_LIMIT: Failure = { result: "permerror", reason: "mx-limit" };

/**
 * `mx` (RFC 7208 section 5.4): whether an address of a mail exchanger of the target holds the client. A target without
 * MX records is not its own exchanger.
 */
export function* matchMx(
  session: Session,
  { domainSpec, cidr }: { domainSpec: DomainSpec | null; cidr: DualCidr },
  domain: string,
): Asking<Match> {
  const name = yield* targetName(session, domainSpec, domain);
  if (name === null) return false;
  const answer = yield* ask(session, name, "MX");
  if (answer.status === "error") return DNS_ERROR;
  if (answer.status === "void") return countVoid(session) ?? false;
  const hosts = hostsInOrder(answer.records);
  if (session.notes) session.notes.names = { found: hosts.length, used: 0, limit: LIMITS.names };
  // RFC 7208 section 4.6.4: more than ten are a permerror, and none of them is looked up.
  return hosts.length > LIMITS.names ? MX_LIMIT : yield* matchHosts(session, hosts, cidr);
}

function hostsInOrder(records: DnsRecord[]): string[] {
  const exchangers = records.filter((record) => record.type === "MX");
  if (exchangers.length > 1) exchangers.sort((a, b) => a.preference - b.preference);
  return exchangers.map(({ host }) => withoutRoot(host));
}

/**
 * RFC 7208 section 4.6.4 counts the *terms* whose queries come back void, and gives hosts a limit of their own. So `mx`
 * is one void lookup, as `a` would be, if no host has an address of the client's family, and none if any has: three
 * exchangers without IPv6 must not make a permerror for every client with it.
 */
function* matchHosts(session: Session, hosts: string[], cidr: DualCidr): Asking<Match> {
  let voids = 0;
  let asked = 0;
  for (const host of hosts) {
    if (!isDomainName(host)) {
      decide(session, host === "" ? "null-mx" : "invalid-target");
      continue;
    }
    asked++;
    if (session.notes?.names) session.notes.names.used = asked;
    const found = yield* matchAddresses(session, host, cidr);
    if (found === true) return true;
    if (found === "error") return DNS_ERROR;
    if (found === "void") voids++;
  }
  if (voids === 0) return false;
  decide(session, voids === asked ? "void-mx" : "mx-host-without-address");
  return voids === asked ? (countVoid(session) ?? false) : false;
}
