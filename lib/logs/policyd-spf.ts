import { readPath } from "@/lib/mail/address";
import { endOfComment } from "@/lib/mail/quoted";
import { canonicalIp } from "@/lib/net/ip";
import { readSpfResult } from "@/lib/spf";
import type { Fact, Grammar, LineFate } from "./fact";
import { emitAddedHeader, logVerdict, splitQueueId } from "./log-verdict";
import { readReceivedSpf } from "./received-spf";

const PYTHON = "policyd-spf";
const PERL = "policyd-spf-perl";
const OLD_VERDICT = /^[A-Z][a-z]{3,8}; identity=/;
const PYTHON_IGNORED =
  /^(?:prepend |[45]\d\d |action=|defer_if_permit|dunno|Traceback |File "|[A-Za-z_.]{1,60}(?:Error|Exception|Warning)\b|spfcheck|Action: |Config|Read |Found |Starting|Normal exit|Cached |_get_|Skipping|skip|REJECT|X-Comment|Unknown|ERROR|None|Local)/i;
const PERL_IGNORED =
  /^(?:Policy action=|handler |SPF |HELO check failed|Mail From \(sender\)|warning: |testing|entry |sasl_|Attribute: |process|exit|dying)/i;
const VERBOSE = /^SPF ([A-Za-z]{4,9}) (?=\()/;

/**
 * Lines of policyd-spf (Python, for Postfix): the header it adds. Its refusals are Postfix's to tell, which knows the
 * whole envelope: told twice, they would count twice.
 */
export const policydSpf: Grammar = (line, emit) => {
  const { queueId, text: at } = splitQueueId(line);
  if (at.startsWith("prepend ") && emitAddedHeader(at, 8, PYTHON, queueId, emit)) return "matched";
  if (OLD_VERDICT.test(at)) return readOldVerdict(at, queueId, emit);
  return PYTHON_IGNORED.test(at) || at.includes("#012") ? "ignored" : "unknown";
};

/** `Pass; identity=mailfrom; client-ip=…; …`: old versions log HELO's result too, which is not the message's. */
function readOldVerdict(text: string, queueId: string | null, emit: (fact: Fact) => void): LineFate {
  const verdict = readReceivedSpf(text);
  if (!verdict) return "unknown";
  if (verdict.identity === "helo" && verdict.envelopeFrom !== "") return "ignored";
  emit(logVerdict(verdict, PYTHON, queueId));
  return "matched";
}

/** Lines of policyd-spf-perl (`postfix/policy-spf`), which start with a queue id or its colon alone in old versions. */
export const policydSpfPerl: Grammar = (line, emit) => {
  const { queueId, text: at } = splitQueueId(line);
  if (at.startsWith("Policy action=PREPEND ") && emitAddedHeader(at, 22, PERL, queueId, emit))
    return "matched";
  if (VERBOSE.test(at) && readVerbose(at, queueId, emit)) return "matched";
  return PERL_IGNORED.test(at) ? "ignored" : "unknown";
};

/**
 * `SPF fail (Mechanism '-all' matched): Envelope-from: A, IP Address: I, Recipient: R`. Only what is refused is taken
 * from here: of anything else the header follows, and says it again.
 */
function readVerbose(text: string, queueId: string | null, emit: (fact: Fact) => void): boolean {
  const [words, word] = VERBOSE.exec(text)!;
  const result = readSpfResult(word!);
  if (result !== "fail" && result !== "temperror") return false;
  const end = endOfComment(text, words.length);
  if (end < 0 || !text.startsWith(": Envelope-from: ", end)) return false;
  const path = readPath(text, end + 17);
  if (!path || !text.startsWith(", IP Address: ", path.end)) return false;
  const ip = /[^ ,]{1,60}(?=,|$)/y;
  ip.lastIndex = path.end + 14;
  const clientIp = canonicalIp(ip.exec(text)?.[0] ?? "");
  if (!clientIp) return false;
  const verdict = { result, identity: "mailfrom", clientIp, helo: null, envelopeFrom: path.address } as const;
  emit(logVerdict({ ...verdict, checker: PERL, receiver: null }, PERL, queueId));
  return true;
}
