import { targetName } from "../macro";
import { matchAddresses } from "../match-addresses";
import type { DomainSpec, DualCidr } from "../record";
import { type Asking, countVoid, DNS_ERROR, type Match, type Session } from "../session";

/** `a` (RFC 7208 section 5.3): whether an address of the target, with its network, holds the client. */
export function* matchA(
  session: Session,
  { domainSpec, cidr }: { domainSpec: DomainSpec | null; cidr: DualCidr },
  domain: string,
): Asking<Match> {
  const name = yield* targetName(session, domainSpec, domain);
  if (name === null) return false;
  const found = yield* matchAddresses(session, name, cidr);
  if (found === "error") return DNS_ERROR;
  return found === "void" ? (countVoid(session) ?? false) : found;
}
