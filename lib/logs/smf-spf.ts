import { canonicalIp } from "@/lib/net/ip";
import { readSpfResult } from "@/lib/spf";
import type { Grammar } from "./fact";

const VERDICT = /^SPF ([A-Za-z]{4,9})(?: \(cached\))? ?: ip=([^ ,]{1,60}), fqdn=/;
const IGNORED =
  /^(?:SPF |smf-spf|\[ERROR\]|\[INFO\]|\[NOTICE\]|sendmail |unable |failed |reply |add |whitelist)/i;
const CHECKER = "smf-spf";

/**
 * Lines of smf-spf: `SPF fail: ip=I, fqdn=F, helo=H, from=<A>`, without a queue id. It says none where libspf2
 * stumbles over errors, and none is what is handed on: the log knows no better.
 */
export const smfSpf: Grammar = (text, emit) => {
  const line = VERDICT.exec(text);
  const result = line && readSpfResult(line[1]!);
  const helo = line ? text.indexOf(", helo=", line[0].length) : -1;
  const from = helo < 0 ? -1 : text.indexOf(", from=<", helo);
  if (!line || !result || from < 0 || !text.endsWith(">")) return IGNORED.test(text) ? "ignored" : "unknown";
  const envelopeFrom = text.slice(from + 8, -1);
  emit({
    kind: "verdict",
    queueId: null,
    source: "log",
    result,
    identity: envelopeFrom === "" ? "helo" : "mailfrom",
    clientIp: canonicalIp(line[2]!),
    helo: text.slice(helo + 7, from) || null,
    envelopeFrom,
    checker: CHECKER,
  });
  emit({ kind: "filterSeen", filter: CHECKER, spf: true });
  return "matched";
};
