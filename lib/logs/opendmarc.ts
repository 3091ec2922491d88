import { readSpfResult } from "@/lib/spf";
import type { Grammar } from "./fact";
import { queueIdEnd } from "./queue-id";

const VERDICT = /^SPF\((mailfrom|helo)\): (\S{1,255}) (pass|fail|none)$/;

/**
 * Lines of OpenDMARC. With SPFSelfValidate it logs `QID: SPF(mailfrom): DOMAIN RESULT`, and its only results are
 * pass, none and fail: softfail, neutral and both errors become "fail" too. A verdict is what its checker gave, so it
 * is taken as it stands; the join believes any other checker before it. What it refuses, it refuses for DMARC.
 */
export const opendmarc: Grammar = (text, emit) => {
  const end = queueIdEnd(text);
  const line = end < 0 ? null : VERDICT.exec(text.slice(end + 2));
  emit({ kind: "filterSeen", filter: "opendmarc", spf: false });
  const result = line && readSpfResult(line[3]!);
  if (!line || !result) return "ignored";
  const identity = line[1] === "helo" ? "helo" : "mailfrom";
  emit({
    kind: "verdict",
    queueId: text.slice(0, end),
    source: "log",
    result,
    identity,
    clientIp: null,
    helo: identity === "helo" ? line[2]! : null,
    envelopeFrom: identity === "mailfrom" ? line[2]! : null,
    checker: "opendmarc",
  });
  return "matched";
};
