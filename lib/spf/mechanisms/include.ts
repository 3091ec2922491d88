import { targetName } from "../macro";
import type { DomainSpec } from "../record";
import type { Asking, Failure, Match, Session } from "../session";
import type { Outcome } from "../verdict";

const INCLUDE_NONE: Failure = { result: "permerror", reason: "include-none" };

/**
 * `include` (RFC 7208 section 5.2): matches if the target's record passes the client, and only then; its errors are
 * errors here, and a target without a record is a permerror. `checkDomain` is check_host().
 */
export function* matchInclude(
  session: Session,
  domainSpec: DomainSpec,
  domain: string,
  checkDomain: (session: Session, domain: string, via: "include") => Asking<Outcome>,
): Asking<Match> {
  const name = yield* targetName(session, domainSpec, domain);
  if (name === null) return INCLUDE_NONE;
  const { result, reason } = yield* checkDomain(session, name, "include");
  if (result === "temperror" || result === "permerror") return { result, reason };
  return result === "none" ? INCLUDE_NONE : result === "pass";
}
