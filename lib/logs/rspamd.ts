import { readPath } from "@/lib/mail/address";
import { canonicalIp } from "@/lib/net/ip";
import type { SpfResult } from "@/lib/spf";
import type { Grammar } from "./fact";

const SUMMARY = "rspamd_task_write_log: id: <";
const QUEUE_ID = ", qid: <";
const SYMBOL = /R_SPF_([A-Z]{2,10})\(/g;
const RESULTS: Record<string, SpfResult> = {
  ALLOW: "pass",
  FAIL: "fail",
  SOFTFAIL: "softfail",
  NEUTRAL: "neutral",
  NA: "none",
  DNSFAIL: "temperror",
  PERMFAIL: "permerror",
};

/**
 * Lines of rspamd: `…; rspamd_task_write_log: id: <M>, qid: <Q>, ip: I, from: <A>, (default: … [R_SPF_ALLOW(…){…},…])`.
 * Message-id and symbols' options are senders' text, so a line in which a field or a symbol is there twice, in two
 * ways, says nothing. What rspamd refuses, it refuses as a spam filter.
 */
export const rspamd: Grammar = (text, emit) => {
  const start = text.slice(0, 120).indexOf(SUMMARY);
  const queue = start < 0 ? -1 : text.indexOf(QUEUE_ID, start);
  if (queue < 0 || text.indexOf(QUEUE_ID, queue + 1) >= 0) return "ignored";
  emit({ kind: "filterSeen", filter: "rspamd", spf: false });
  const head = readHead(text, queue + QUEUE_ID.length);
  const result = head && readSymbol(text, head.end);
  if (!head || !result) return "ignored";
  emit({
    kind: "verdict",
    queueId: head.queueId,
    source: "log",
    result,
    identity: head.envelopeFrom === "" ? "helo" : "mailfrom",
    clientIp: head.clientIp,
    helo: null,
    envelopeFrom: head.envelopeFrom,
    checker: "rspamd",
  });
  return "matched";
};

function readHead(text: string, from: number) {
  const fields = /([0-9A-Za-z]{6,32})>,(?: ip: ([^ ,]{1,60}),)?(?: user: [^,]{1,255},)? from: (?=<)/y;
  fields.lastIndex = from;
  const match = fields.exec(text);
  const path = match && readPath(text, fields.lastIndex);
  if (!match || !path || !text.startsWith(", (default: ", path.end)) return null;
  return {
    queueId: match[1]!,
    clientIp: canonicalIp(match[2] ?? ""),
    envelopeFrom: path.address,
    end: path.end,
  };
}

/** The one result that the symbols give; null without one, or with two. */
function readSymbol(text: string, from: number): SpfResult | null {
  let found: SpfResult | null = null;
  SYMBOL.lastIndex = from;
  for (let match = SYMBOL.exec(text); match; match = SYMBOL.exec(text)) {
    const before = text[match.index - 1];
    const result = Object.hasOwn(RESULTS, match[1]!) ? RESULTS[match[1]!]! : null;
    if ((before !== "[" && before !== ",") || !result) continue;
    if (found !== null && found !== result) return null;
    found = result;
  }
  return found;
}
