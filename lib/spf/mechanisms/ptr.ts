import { isUnder } from "../domain-name";
import { targetName } from "../macro";
import type { DomainSpec } from "../record";
import { type Asking, countVoid, decide, type Match, type Session } from "../session";
import { clientNames, isValidated } from "../validated-name";

/**
 * `ptr` (RFC 7208 section 5.5): whether a name of the client that leads back to it is the target or lies below it.
 * Names elsewhere are not looked up, for they cannot match. A DNS error is no match, and no temperror.
 */
export function* matchPtr(session: Session, domainSpec: DomainSpec | null, domain: string): Asking<Match> {
  const target = yield* targetName(session, domainSpec, domain);
  if (target === null) return false;
  const names = yield* clientNames(session);
  if (names === "error") decide(session, "ptr-dns-error");
  if (names === "error") return false;
  // RFC 7208 section 4.6.4: the term's own query may be void; the names' addresses do not count.
  if (names === "void") return countVoid(session) ?? false;
  for (const name of names) if (isUnder(name, target) && (yield* isValidated(session, name))) return true;
  return false;
}
