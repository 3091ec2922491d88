import { readPath } from "@/lib/mail/address";
import type { DeliveryStatus, Fact, LineFate } from "./fact";

const STATUSES: Record<string, DeliveryStatus> = {
  sent: "sent",
  deferred: "deferred",
  bounced: "failed",
  expired: "failed",
};
const LOCAL_PARTS = new Set(["local", "virtual", "pipe"]);
const MAX_REPLY = 300;

/**
 * `to=<A>, [orig_to=<O>, ]relay=R, [conn_use=N, ]delay=S, delays=a/b/c/d, dsn=D, status=W (reply)`. The recipient is
 * the one that the client named: `orig_to` where an alias replaced it. `at` is the index of the first `<`.
 */
export function readPostfixDelivery(
  text: string,
  at: number,
  queueId: string,
  part: string,
  emit: (fact: Fact) => void,
): LineFate {
  const to = readPath(text, at);
  const original = to && text.startsWith(", orig_to=", to.end) ? readPath(text, to.end + 10) : null;
  const end = (original ?? to)?.end ?? -1;
  if (!to || !text.startsWith(", relay=", end)) return "unknown";
  const delay = text.indexOf(", delay=", end);
  const dsn = delay < 0 ? -1 : text.indexOf(", dsn=", delay);
  const status = dsn < 0 ? -1 : text.indexOf(", status=", dsn);
  if (status < 0) return "unknown";
  const [word = "", reply] = splitOnce(text.slice(status + 9, status + 9 + MAX_REPLY), " ");
  // Probes of addresses are "deliverable" or "undeliverable": no message was.
  if (!Object.hasOwn(STATUSES, word)) return "ignored";
  emit({
    kind: "delivery",
    queueId,
    recipients: [original?.address ?? to.address],
    status: STATUSES[word]!,
    enhancedStatus: text.slice(dsn + 6, Math.min(status, dsn + 22)),
    reply: reply === undefined ? null : reply.replace(/^\(/, "").replace(/\)$/, ""),
    local: LOCAL_PARTS.has(part) || (part === "lmtp" && text.slice(end + 8, delay).includes("[private/")),
    attempted: true,
    seconds: readSeconds(text.slice(delay, dsn)),
  });
  return "matched";
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** Of `delays=a/b/c/d`, c and d are the attempt: connection and transmission. */
function readSeconds(text: string): number | null {
  const match = /, delays=[\d.]{1,12}\/[\d.]{1,12}\/([\d.]{1,12})\/([\d.]{1,12})/.exec(text.slice(0, 100));
  const seconds = match ? Math.round(Number(match[1]) + Number(match[2])) : Number.NaN;
  return Number.isFinite(seconds) ? seconds : null;
}
