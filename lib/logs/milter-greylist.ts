import { readPath } from "@/lib/mail/address";
import { canonicalIp } from "@/lib/net/ip";
import type { Fact, Grammar, LineFate } from "./fact";
import { queueIdEnd } from "./queue-id";

type Emit = (fact: Fact) => void;

const CLIENT = /(?:(\S{0,255})\[([^\]\s]{1,60})\]|([0-9A-Fa-f.:]{2,45})) from /y;
const CHECKER = "milter-greylist";

/**
 * Lines of milter-greylist: an SPF pass that spares a sender the wait, recipients that must wait or are refused.
 * Each shows another filter at work, so that no refusal without a name counts as SPF's.
 */
export const milterGreylist: Grammar = (text, emit) => {
  emit({ kind: "filterSeen", filter: CHECKER, spf: false });
  const end = queueIdEnd(text);
  if (end < 0) return "ignored";
  const queueId = text.slice(0, end);
  const at = end + 2;
  if (text.startsWith("Sender IP ", at)) return readCompliant(text, at + 10, queueId, emit);
  return text.startsWith("addr ", at) ? readDelay(text, at + 5, queueId, emit) : "ignored";
};

/** `Sender IP I and address <A> are SPF-compliant, bypassing greylist`. */
function readCompliant(text: string, at: number, queueId: string, emit: Emit): LineFate {
  const and = text.indexOf(" and address ", at);
  const path = and < 0 ? null : readPath(text, and + 13);
  if (!path || !text.startsWith(" are SPF-compliant, ", path.end)) return "ignored";
  emit({
    kind: "verdict",
    queueId,
    source: "log",
    result: "pass",
    identity: path.address === "" ? "helo" : "mailfrom",
    clientIp: canonicalIp(text.slice(at, and)),
    helo: null,
    envelopeFrom: path.address,
    checker: CHECKER,
  });
  return "matched";
}

/** `addr H[I] from <A> to <R> delayed for hh:mm:ss (ACL n)`, or `blacklisted`; old versions give the address alone. */
function readDelay(text: string, at: number, queueId: string, emit: Emit): LineFate {
  CLIENT.lastIndex = at;
  const client = CLIENT.exec(text);
  const from = client && readPath(text, CLIENT.lastIndex);
  const to = from && text.startsWith(" to ", from.end) ? readPath(text, from.end + 4) : null;
  const blacklisted = to !== null && text.startsWith(" blacklisted", to.end);
  if (!to || !(blacklisted || text.startsWith(" delayed", to.end))) return "ignored";
  emit({
    kind: "refusal",
    queueId,
    action: blacklisted ? "reject" : "tempfail",
    stage: "RCPT",
    by: "other",
    reply: null,
    recipient: to.address,
    envelopeFrom: from!.address,
    helo: null,
    clientName: client![1] || null,
    clientIp: canonicalIp(client![2] ?? client![3]!),
    result: null,
    checker: null,
  });
  return "matched";
}
