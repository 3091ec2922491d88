import { readPath } from "@/lib/mail/address";
import { readReply } from "@/lib/mail/reply";
import { canonicalIp } from "@/lib/net/ip";
import type { Action, Fact, LineFate, RefusalFact, Stage } from "./fact";
import { readRelay } from "./sendmail-relay";
import { readSpfReply } from "./spf-reply";

type Emit = (fact: Fact) => void;

const STAGE_OF_RULESET: Record<string, Stage> = {
  check_relay: "CONNECT",
  check_mail: "MAIL",
  checkmail: "MAIL",
  check_rcpt: "RCPT",
  check_compat: "RCPT",
  check_data: "DATA",
  check_eom: "EOM",
  check_eoh: "EOM",
  HDr: "EOM",
  check_header: "EOM",
  tls_client: "MAIL",
  tls_server: "RCPT",
  trust_auth: "MAIL",
};

const NOTHING = {
  kind: "refusal",
  recipient: null,
  envelopeFrom: null,
  helo: null,
  clientName: null,
  clientIp: null,
  result: null,
  checker: null,
} as const;

/** Turns the reply of a refusal into a fact's fields; `by` gives way to SPF where the reply is an SPF checker's. */
export function refusal(
  queueId: string | null,
  stage: Stage,
  by: RefusalFact["by"],
  replyText: string,
): RefusalFact {
  // A milter's reply is logged as it was handed over, every % doubled; the client saw it halved.
  const reply = readReply(by === "mta" ? replyText : replyText.replaceAll("%%", "%"));
  const temporary = reply.code !== null && reply.code < 500;
  const action: Exclude<Action, "accept"> = temporary ? "tempfail" : "reject";
  const spf = by === "mta" ? null : readSpfReply(replyText);
  if (!spf) return { ...NOTHING, queueId, action, stage, by, reply };
  return { ...NOTHING, queueId, action, stage, by: "spf", reply, result: spf.result, checker: spf.checker };
}

/** Sets whom a refusal at MAIL or RCPT names. */
export function withAddress(fact: RefusalFact, stage: Stage, address: string): RefusalFact {
  if (stage === "RCPT") return { ...fact, recipient: address };
  return stage === "MAIL" ? { ...fact, envelopeFrom: address } : fact;
}

/** `check_rcpt, arg1=A[, arg2=B], relay=H [IP], reject=550 5.7.1 …` (also discard and quarantine). */
export function readRuleset(text: string, from: number, queueId: string | null, emit: Emit): LineFate {
  const comma = text.indexOf(",", from);
  if (comma < 0) return "ignored";
  const stage = STAGE_OF_RULESET[text.slice(from, comma)];
  const arg = text.startsWith(", arg1=", comma) ? readPath(text, comma + 7) : null;
  const relay = text.indexOf(", relay=", arg ? arg.end : comma);
  const end = relay < 0 ? -1 : decisionAt(text, relay);
  if (!stage || end < 0) return "ignored";
  const client = readRelayBefore(text, relay + 8, end);
  const fact = decision(text, end, queueId, stage);
  if (!fact) return "ignored";
  const named = arg ? withAddress(fact, stage, arg.address) : fact;
  emit({ ...named, clientName: client.name, clientIp: client.ip ?? relayArgument(text, stage, comma) });
  return "matched";
}

function decisionAt(text: string, from: number): number {
  for (const word of [", reject=", ", discard", ", quarantine="]) {
    const at = text.indexOf(word, from);
    if (at >= 0) return at;
  }
  return -1;
}

function decision(text: string, at: number, queueId: string | null, stage: Stage): RefusalFact | null {
  if (text.startsWith(", reject=", at)) return refusal(queueId, stage, "mta", text.slice(at + 9));
  if (text.startsWith(", discard", at)) {
    return { ...NOTHING, queueId, action: "discard", stage, by: "mta", reply: null };
  }
  return null;
}

function readRelayBefore(text: string, from: number, to: number) {
  const forged = text.lastIndexOf(" (may be forged)", to);
  const end = forged > from && forged + 16 === to ? forged : to;
  return readRelay(text.slice(0, end), from, end);
}

/** check_relay names the client in its arguments: `arg1=H, arg2=IP`. */
function relayArgument(text: string, stage: Stage, from: number): string | null {
  if (stage !== "CONNECT") return null;
  const arg = text.indexOf(", arg2=", from);
  if (arg < 0) return null;
  const comma = text.indexOf(",", arg + 7);
  return comma < 0 ? null : canonicalIp(text.slice(arg + 7, comma));
}

const UNKNOWN_USER =
  /^(?:\d{3} )?(?:[245]\.\d{1,3}\.\d{1,3} )?(?:User unknown|No such user|Unknown user|Mailbox disabled|User address required)/;

/** `<R>... User unknown`: a recipient that the server does not know. */
export function readUserUnknown(text: string, at: number, queueId: string, emit: Emit): LineFate {
  const path = readPath(text, at);
  if (!path || !text.startsWith("... ", path.end)) return "unknown";
  const words = text.slice(path.end + 4);
  if (!UNKNOWN_USER.test(words)) return "ignored";
  const reply = readReply(words);
  emit({ ...NOTHING, queueId, action: "reject", stage: "RCPT", by: "mta", reply, recipient: path.address });
  return "matched";
}
