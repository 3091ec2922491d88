import type { Fact, LineFate } from "./fact";
import { queueIdEnd } from "./queue-id";
import { readDelivery, readEnvelope } from "./sendmail-envelope";
import { readMilter, readMilterStep } from "./sendmail-milter";
import { readRuleset, readUserUnknown } from "./sendmail-refusal";

type Emit = (fact: Fact) => void;

/** Text after the queue id that is known and tells nothing of a message's fate. */
const IGNORED = [
  "clone ",
  "done; ",
  "makeconnection",
  "SMTP outgoing connect",
  "Authentication-Warning: ",
  "STARTTLS",
  "AUTH",
  "SYSERR",
  "sender notify: ",
  "return to sender: ",
  "postmaster notify: ",
  "alias ",
  "forward ",
  "Fixed MIME",
  "Truncated MIME",
  "discarded",
  "removed",
  "<-- ",
  "--- ",
  "SMTP MAIL command",
  "Losing ",
  "--> ",
  "hold",
  "unqueueable",
  "error: ",
  "mail_esmtp_args",
  "probable open proxy",
  "POSSIBLE ATTACK",
  "collect: relay=",
  "locked",
  "grew WorkList",
  "assigned id",
  "split: ",
  "dropenvelope",
  "not owner",
  "low on space",
  "file ",
  "mailing list",
  "could not ",
  "cannot ",
  "timeout waiting for input from",
  "tls_",
  "started",
  "CLIENT",
  "DSN: ",
];

const ABORTS = ["lost input channel from ", "collect: premature EOM", "collect: unexpected close"];

/** Text of lines without a queue id that tells nothing of a message. */
const IGNORED_WITHOUT_ID = [
  "starting daemon ",
  "stopping daemon",
  "restarting ",
  "started as: ",
  "alias database ",
  "rejecting connections on daemon",
  "accepting connections again",
  "runqueue: ",
  "gethostbyaddr",
  "getauthinfo",
  "unable to ",
  "grew WorkList",
  "NOQUEUE: connect from ",
  "NOQUEUE: SYSERR",
  "SYSERR",
  "STARTTLS",
  "AUTH",
  "ruleset=",
  "daemon ",
  "problem ",
  "sql_",
  "ldap_",
  "--- ",
  "<-- ",
  "TCP ",
  "MSP ",
  "Warning: ",
  "sasl",
  "error: ",
  "queue runner",
];

const NO_MAIL = [
  " did not issue ",
  "probable open proxy",
  "due to pre-greeting traffic",
  "possible SMTP attack",
];

function startsWithAny(text: string, at: number, list: readonly string[]): boolean {
  for (const start of list) if (text.startsWith(start, at)) return true;
  return false;
}

/** Reads a line of sendmail 8.12 to 8.18: the text after `sendmail[pid]: `. Only the start of the text decides. */
export function sendmail(text: string, emit: Emit): LineFate {
  if (text.startsWith("NOQUEUE: ")) return readBody(text, 9, null, emit);
  const end = queueIdEnd(text);
  if (end < 0 || text.charCodeAt(end) !== 58) return readWithoutId(text, emit);
  return readBody(text, end + 2, text.slice(0, end), emit);
}

function readBody(text: string, at: number, queueId: string | null, emit: Emit): LineFate {
  switch (text.charCodeAt(at)) {
    case 102: // f
      if (queueId && text.startsWith("from=", at)) return readEnvelope(text, at + 5, queueId, emit);
      break;
    case 116: // t
      if (queueId && text.startsWith("to=", at)) return readDelivery(text, at + 3, queueId, emit);
      break;
    case 77: // M
      if (text.startsWith("Milter", at)) return readMilter(text, at, queueId, emit);
      break;
    case 109: // m
      if (text.startsWith("milter=", at)) return readMilterStep(text, at + 7, queueId, emit);
      break;
    case 114: // r
      if (text.startsWith("ruleset=", at)) return readRuleset(text, at + 8, queueId, emit);
      break;
    case 60: // <
      if (queueId && text.startsWith("<--", at)) return "ignored";
      if (queueId) return readUserUnknown(text, at, queueId, emit);
      break;
  }
  return readRest(text, at, queueId, emit);
}

function readRest(text: string, at: number, queueId: string | null, emit: Emit): LineFate {
  if (startsWithAny(text, at, ABORTS) || isTimeout(text, at)) {
    if (queueId) emit({ kind: "abort", queueId });
    return queueId ? "matched" : "ignored";
  }
  if (startsWithAny(text, at, IGNORED) || NO_MAIL.some((mark) => text.includes(mark))) return "ignored";
  if (text.startsWith("connect from ", at) || text.startsWith("rejecting ", at)) return "ignored";
  if (queueId === null) return "unknown";
  if (text.startsWith("quarantine=", at)) return "ignored";
  const other = queueIdEnd(text.slice(at, at + 40));
  // `QID: NEWQID: DSN: reason`: the report's own lines follow under its own id.
  if (other > 0) return "ignored";
  return text.indexOf("... ", at) > 0 ? readUserUnknown(text, at, queueId, emit) : "unknown";
}

function isTimeout(text: string, at: number): boolean {
  return text.startsWith("timeout waiting for input from ", at) && text.endsWith("during message collect");
}

function readWithoutId(text: string, emit: Emit): LineFate {
  if (text.startsWith("ruleset=check_relay")) return readRuleset(text, 8, null, emit);
  if (text.startsWith("Milter")) return readMilter(text, 0, null, emit);
  if (startsWithAny(text, 0, IGNORED_WITHOUT_ID) || NO_MAIL.some((mark) => text.includes(mark)))
    return "ignored";
  return text.startsWith("/") && text.includes(" aliases, ") ? "ignored" : "unknown";
}
