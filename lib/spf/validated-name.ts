import type { Address } from "./address";
import { isDomainName, isUnder, withoutRoot } from "./domain-name";
import { type Asking, ask, decide, LIMITS, type Session } from "./session";

/** The name below which the names of an address are found (RFC 1035 section 3.5; RFC 3596 section 2.5). */
export function reverseName(address: Address): string {
  const parts = address.isIpv4 ? address.text.split(".") : address.digits.split("");
  return `${parts.reverse().join(".")}.${address.isIpv4 ? "in-addr" : "ip6"}.arpa`;
}

/** The names that the client's PTR records give, ten at most (RFC 7208 section 4.6.4), or why there are none. */
export function* clientNames(session: Session): Asking<string[] | "void" | "error"> {
  const answer = yield* ask(session, reverseName(session.client), "PTR");
  if (answer.status !== "found") return answer.status;
  const names: string[] = [];
  for (const record of answer.records) if (record.type === "PTR") names.push(withoutRoot(record.host));
  const used = Math.min(names.length, LIMITS.names);
  if (names.length > used) decide(session, "ptr-names-ignored");
  if (session.notes) session.notes.names = { found: names.length, used, limit: LIMITS.names };
  return names.slice(0, used);
}

/**
 * Whether a name leads back to the client (RFC 7208 section 5.5). A DNS error passes the name over; a name without an
 * address is no void lookup, for it is not the domain's owner who wrote it.
 */
export function* isValidated(session: Session, name: string): Asking<boolean> {
  if (!isDomainName(name)) return false;
  const type = session.client.isIpv4 ? "A" : "AAAA";
  const answer = yield* ask(session, name, type);
  if (answer.status === "void") decide(session, "ptr-forward-miss");
  if (answer.status !== "found") return false;
  let isFound = false;
  for (const record of answer.records) {
    if (record.type !== type) continue;
    const isInside = record.address === session.client.text;
    session.notes?.comparisons.push({
      ip: session.client.text,
      network: record.address,
      isInside,
      host: name,
    });
    if (isInside) isFound = true;
  }
  return isFound;
}

/**
 * What `%{p}` stands for (RFC 7208 section 7.3): the domain itself, else a name below it, else any name, of those that
 * lead back to the client; "unknown" if there is none. It has a limit of its own and counts as no lookup.
 */
export function* validatedName(session: Session, domain: string): Asking<string> {
  if (session.validated?.domain === domain) return session.validated.name;
  const names = yield* clientNames(session);
  let name = "unknown";
  if (typeof names !== "string")
    for (const candidate of names.map(rank(domain)).sort((a, b) => a.rank - b.rank))
      if (yield* isValidated(session, candidate.name)) {
        name = candidate.name;
        break;
      }
  session.validated = { domain, name };
  return name;
}

function rank(domain: string) {
  return (name: string) => {
    const isSame = name.toLowerCase() === domain.toLowerCase();
    return { name, rank: isSame ? 0 : isUnder(name, domain) ? 1 : 2 };
  };
}
