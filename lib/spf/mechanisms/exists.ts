import { targetName } from "../macro";
import type { DomainSpec } from "../record";
import { type Asking, ask, countVoid, DNS_ERROR, type Match, type Session } from "../session";

/** `exists` (RFC 7208 section 5.7): whether the target has an A record, whatever the client's family. */
export function* matchExists(session: Session, domainSpec: DomainSpec, domain: string): Asking<Match> {
  const name = yield* targetName(session, domainSpec, domain);
  if (name === null) return false;
  const answer = yield* ask(session, name, "A");
  if (answer.status === "error") return DNS_ERROR;
  return answer.status === "void" ? (countVoid(session) ?? false) : answer.records.length > 0;
}
