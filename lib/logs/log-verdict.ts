import type { Fact, VerdictFact } from "./fact";
import { type HeaderVerdict, readPlainHeaderVerdict } from "./header-verdict";

/** A checker's own log line as a fact; it has a queue id only where the line names one. */
export function logVerdict(verdict: HeaderVerdict, checker: string, queueId: string | null): VerdictFact {
  const { result, identity, clientIp, helo, envelopeFrom } = verdict;
  return { kind: "verdict", queueId, source: "log", result, identity, clientIp, helo, envelopeFrom, checker };
}

// Postfix's short ids, its long ones (which have no vowels, so that no word looks like one), and sendmail's.
const QUEUE_ID = /^(?:[0-9A-F]{6,20}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,24}|[0-9A-Za-z]{8}\d{6,10}): /;

/** Takes `QID: ` off a checker's text, or the `: ` that it writes while there is no queue id yet. */
export function splitQueueId(line: string): { queueId: string | null; text: string } {
  const text = line.trimStart();
  if (text.startsWith(": ")) return { queueId: null, text: text.slice(2).trimStart() };
  const prefix = QUEUE_ID.exec(text)?.[0];
  if (!prefix) return { queueId: null, text };
  return { queueId: prefix.slice(0, -2), text: text.slice(prefix.length) };
}

/**
 * Reads the header field `NAME: VALUE` that a checker logs as it adds it, from index `from` on; false if it states
 * no result.
 */
export function emitAddedHeader(
  text: string,
  from: number,
  checker: string,
  queueId: string | null,
  emit: (fact: Fact) => void,
): boolean {
  const colon = text.indexOf(": ", from);
  if (colon < 0) return false;
  const verdict = readPlainHeaderVerdict(text.slice(from, colon), text.slice(colon + 2));
  if (!verdict) return false;
  emit(logVerdict(verdict, checker, queueId));
  return true;
}
