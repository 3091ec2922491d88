import { readPath } from "@/lib/mail/address";
import { type Reply, readReply } from "@/lib/mail/reply";
import { canonicalIp } from "@/lib/net/ip";
import type { Fact, LineFate, RefusalFact, Stage } from "./fact";
import { readSpfReply } from "./spf-reply";

const KIND = /(milter-)?(reject|discard): /y;
const STAGE_AND_CLIENT = /([A-Z-]{4,16}) from ([^[\s]{0,255})\[([^\]\s]{1,60})\](?::\d{1,5})?: /y;
const STAGES: Record<string, Stage> = {
  CONNECT: "CONNECT",
  HELO: "HELO",
  EHLO: "HELO",
  MAIL: "MAIL",
  RCPT: "RCPT",
  DATA: "DATA",
  BDAT: "DATA",
  "END-OF-DATA": "EOM",
  "END-OF-MESSAGE": "EOM",
};

interface Names {
  envelopeFrom: string | null;
  recipient: string | null;
  helo: string | null;
}

const UNNAMED: Names = { envelopeFrom: null, recipient: null, helo: null };

/**
 * `reject: RCPT from H[I]: 550 5.7.1 <R>: …; from=<A> to=<R> proto=P helo=<H>`, also `milter-reject:` and
 * `discard:`, from index `at` on; null if the line tells of no refusal.
 */
export function readPostfixRefusal(
  text: string,
  at: number,
  queueId: string | null,
  emit: (fact: Fact) => void,
): LineFate | null {
  KIND.lastIndex = at;
  const kind = KIND.exec(text);
  if (!kind) return null;
  const start = KIND.lastIndex;
  const by = kind[1] ? "filter" : "mta";
  if (/^(?:header|body) /.test(text.slice(start, start + 8))) return readContent(text, start, queueId, emit);
  STAGE_AND_CLIENT.lastIndex = start;
  const client = STAGE_AND_CLIENT.exec(text);
  const stage = client && Object.hasOwn(STAGES, client[1]!) ? STAGES[client[1]!]! : null;
  if (!client || !stage) return "ignored";
  const { end, names } = readTail(text, STAGE_AND_CLIENT.lastIndex);
  const words = text.slice(STAGE_AND_CLIENT.lastIndex, end);
  const fact: RefusalFact = {
    ...refusal(queueId, stage, by, words, kind[2] === "discard"),
    ...names,
    recipient: stage === "RCPT" ? names.recipient : null,
    clientName: client[2] === "" || client[2] === "unknown" ? null : client[2]!,
    clientIp: canonicalIp(client[3]!),
  };
  emit(fact);
  return "matched";
}

function refusal(
  queueId: string | null,
  stage: Stage,
  by: "mta" | "filter",
  words: string,
  discard: boolean,
): RefusalFact {
  const reply = readReply(words);
  const spf = discard ? null : readSpfReply(words);
  // The same words come from spf-engine's milter and from its policy server, of which only the latter is asked here.
  const checker = spf?.checker === "pyspf-milter" && by === "mta" ? "policyd-spf" : (spf?.checker ?? null);
  return {
    kind: "refusal",
    queueId,
    action: discard ? "discard" : isTemporary(reply, stage) ? "tempfail" : "reject",
    stage,
    by: spf ? "spf" : by,
    reply: discard ? null : reply,
    recipient: null,
    envelopeFrom: null,
    helo: null,
    clientName: null,
    clientIp: null,
    result: spf?.result ?? null,
    checker,
  };
}

/** A connection that is refused without a code is refused because the server is busy. */
function isTemporary({ code, enhancedStatus }: Reply, stage: Stage): boolean {
  if (code !== null) return code < 500;
  return enhancedStatus === null ? stage === "CONNECT" : enhancedStatus.startsWith("4");
}

/**
 * The fields after the reply. Reply and HELO may hold a client's text that imitates them: where they seem to be there
 * twice, they are not believed.
 */
function readTail(text: string, from: number): { end: number; names: Names } {
  const at = text.indexOf("; from=<", from);
  const proto = text.indexOf("; proto=", from);
  if (at < 0) return { end: proto < 0 ? text.length : proto, names: UNNAMED };
  if (text.indexOf("; from=<", at + 1) >= 0) return { end: at, names: UNNAMED };
  return { end: at, names: readNames(text, at + 7) };
}

function readNames(text: string, at: number): Names {
  const from = readPath(text, at);
  if (!from) return UNNAMED;
  const field = /,? (to|proto|helo)=/y;
  const names: Names = { envelopeFrom: from.address, recipient: null, helo: null };
  let end = from.end;
  for (;;) {
    field.lastIndex = end;
    const name = field.exec(text)?.[1];
    if (name === "helo") return { ...names, helo: readHelo(text, field.lastIndex) };
    const value = name ? readPath(text, field.lastIndex) : null;
    if (!value) return names;
    if (name === "to") names.recipient ??= value.address;
    end = value.end;
  }
}

/** HELO is last on its line, and may hold any character. */
function readHelo(text: string, at: number): string | null {
  return text.charCodeAt(at) === 60 && text.endsWith(">")
    ? text.slice(at + 1, -1).slice(0, 255) || null
    : null;
}

/** `reject: header Subject: … from H[I]; from=<A> to=<R> proto=P helo=<H>: 5.7.1 …`: refused for what it holds. */
function readContent(
  text: string,
  start: number,
  queueId: string | null,
  emit: (fact: Fact) => void,
): LineFate {
  const helo = text.lastIndexOf(" helo=<");
  const end = helo < start ? -1 : text.indexOf(">: ", helo);
  emit(refusal(queueId, "EOM", "mta", end < 0 ? "" : text.slice(end + 3), false));
  return "matched";
}
