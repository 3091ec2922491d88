import type { Fact, VerdictFact } from "./fact";
import { type HeaderVerdict, readPlainHeaderVerdict } from "./header-verdict";

/** A checker's own log line as a fact; it has a queue id only where the line names one. */
export function logVerdict(verdict: HeaderVerdict, checker: string, queueId: string | null): VerdictFact {
  const { result, identity, clientIp, helo, envelopeFrom } = verdict;
  return { kind: "verdict", queueId, source: "log", result, identity, clientIp, helo, envelopeFrom, checker };
}

/**
 * Reads the header field `NAME: VALUE` that a checker logs as it adds it, from index `from` on; false if it states
 * no result.
 */
export function emitAddedHeader(
  text: string,
  from: number,
  checker: string,
  emit: (fact: Fact) => void,
): boolean {
  const colon = text.indexOf(": ", from);
  if (colon < 0) return false;
  const verdict = readPlainHeaderVerdict(text.slice(from, colon), text.slice(colon + 2));
  if (!verdict) return false;
  emit(logVerdict(verdict, checker, null));
  return true;
}
