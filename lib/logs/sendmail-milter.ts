import { readPath } from "@/lib/mail/address";
import { canonicalIp } from "@/lib/net/ip";
import type { Fact, LineFate, RefusalFact, Stage } from "./fact";
import { type HeaderVerdict, readHeaderVerdict } from "./header-verdict";
import { refusal, withAddress } from "./sendmail-refusal";

type Emit = (fact: Fact) => void;

const ADDED = /^(?:add|insert \(\d{1,4}\)): header: ?/;
const SUBJECT_TAGGED = /^change: header Subject: from .* to \[SPAM\]/s;
const OTHER_FILTER_HEADER = /^(?:DKIM-|X-Virus|X-Spam|X-Greylist|X-Scanned|ARC-|X-DKIM|X-Amavis)/i;
const STAGE_OF_STEP: Record<string, Stage> = {
  connect: "CONNECT",
  helo: "HELO",
  mail: "MAIL",
  rcpt: "RCPT",
  data: "DATA",
  header: "EOM",
  eoh: "EOM",
  body: "EOM",
  eom: "EOM",
};

/** Reads `Milter …` in every form: headers, refusals, filters that fail. `at` is the index of the M. */
export function readMilter(text: string, at: number, queueId: string | null, emit: Emit): LineFate {
  let from = at + 6;
  if (text.charCodeAt(from) === 58) return readRefusal(text, from + 2, queueId, emit);
  if (text.charCodeAt(from) !== 32) return "unknown";
  let filter: string | null = null;
  if (text.charCodeAt(from + 1) === 40) {
    const close = text.indexOf(")", from);
    if (close < 0 || close - from > 80) return "unknown";
    filter = text.slice(from + 2, close);
    from = close + (text.charCodeAt(close + 1) === 58 ? 3 : 2);
    if (text.charCodeAt(close + 1) === 58) return readFilterState(text, from, queueId, filter, emit);
  } else from += 1;
  return readChange(text, from, queueId, filter, emit);
}

function readChange(
  text: string,
  from: number,
  queueId: string | null,
  filter: string | null,
  emit: Emit,
): LineFate {
  const added = ADDED.exec(text.slice(from, from + 24));
  if (!added || queueId === null) {
    if (queueId && SUBJECT_TAGGED.test(text.slice(from))) {
      emit({ kind: "tag", queueId });
      return "matched";
    }
    return /^(?:add|insert|change|delete|message|accept|\(noop\))/.test(text.slice(from, from + 12))
      ? "ignored"
      : "unknown";
  }
  const start = from + added[0].length;
  const colon = text.indexOf(":", start);
  if (colon < 0 || colon - start > 80) return "ignored";
  const name = text.slice(start, colon);
  const verdict = readHeaderVerdict(name, text.slice(colon + 1).trimStart());
  if (verdict) return emitVerdict(verdict, queueId, filter, emit);
  if (OTHER_FILTER_HEADER.test(name)) emit({ kind: "filterSeen", filter: filter ?? name, spf: false });
  return "ignored";
}

function emitVerdict(verdict: HeaderVerdict, queueId: string, filter: string | null, emit: Emit): LineFate {
  emit({
    kind: "verdict",
    queueId,
    source: "header",
    result: verdict.result,
    identity: verdict.identity,
    clientIp: verdict.clientIp,
    helo: verdict.helo,
    envelopeFrom: verdict.envelopeFrom,
    checker: verdict.checker ?? filter,
  });
  emit({ kind: "filterSeen", filter: filter ?? verdict.checker ?? "spf", spf: true });
  return "matched";
}

/** `Milter (NAME): error connecting to filter: …`, `to error state`, timeouts, unsafe sockets. */
function readFilterState(
  text: string,
  from: number,
  queueId: string | null,
  filter: string,
  emit: Emit,
): LineFate {
  const words = text.slice(from, from + 60);
  const down =
    /^(?:error |to error state|timeout |local socket name|.*unsafe|read returned|write|connection |init failed)/i.test(
      words,
    );
  if (!down)
    return /^(?:init success|connect to filters|quit filter|abort filter|time command|actions )/.test(words)
      ? "ignored"
      : "unknown";
  emit({ kind: "filterDown", queueId, filter });
  return "matched";
}

/** `Milter: from=A, reject=…`, `to=R`, `helo=H`, `connect: host=H, addr=IP, rejecting commands`, `data`, `cmd=data`. */
function readRefusal(text: string, at: number, queueId: string | null, emit: Emit): LineFate {
  if (text.startsWith("from=", at)) return readAddressed(text, at + 5, "MAIL", queueId, emit);
  if (text.startsWith("to=", at)) return readAddressed(text, at + 3, "RCPT", queueId, emit);
  if (text.startsWith("helo=", at)) return readHelo(text, at + 5, queueId, emit);
  if (text.startsWith("connect: host=", at)) return readConnect(text, at + 14, queueId, emit);
  if (text.startsWith("data, ", at)) return emitDecision(text, at + 4, "EOM", queueId, emit);
  if (text.startsWith("cmd=", at)) return readCommand(text, at + 4, queueId, emit);
  if (text.startsWith("initialization failed", at)) return readInitialization(text, at, queueId, emit);
  return "ignored";
}

function readAddressed(
  text: string,
  from: number,
  stage: Stage,
  queueId: string | null,
  emit: Emit,
): LineFate {
  const path = readPath(text, from);
  const end = path && isDecision(text, path.end) ? path.end : text.indexOf(", reject=", from + 190);
  const at = end >= 0 ? end : text.indexOf(", reject=", from);
  if (at < 0) return "ignored";
  const address = path && path.end === at ? path.address : text.slice(from, at).replace(/^<|>$/g, "");
  return emitDecision(text, at, stage, queueId, (fact) =>
    emit(fact.kind === "refusal" ? withAddress(fact, stage, address) : fact),
  );
}

function isDecision(text: string, at: number): boolean {
  return text.startsWith(", reject=", at) || text.startsWith(", discard", at);
}

function emitDecision(text: string, at: number, stage: Stage, queueId: string | null, emit: Emit): LineFate {
  if (text.startsWith(", discard", at)) {
    emit({ ...refusal(queueId, stage, "filter", ""), action: "discard", reply: null });
    return "matched";
  }
  if (!text.startsWith(", reject=", at)) return "ignored";
  emit(refusal(queueId, stage, "filter", text.slice(at + 9).replace(/, errormode=\d$/, "")));
  return "matched";
}

function readHelo(text: string, from: number, queueId: string | null, emit: Emit): LineFate {
  const at = text.indexOf(", reject=", from);
  if (at < 0) return "ignored";
  emit({
    ...refusal(queueId, "HELO", "filter", text.slice(at + 9)),
    helo: text.slice(from, Math.min(at, from + 255)),
  });
  return "matched";
}

function readConnect(text: string, from: number, queueId: string | null, emit: Emit): LineFate {
  const addr = text.lastIndexOf(", addr=");
  const comma = addr < 0 ? -1 : text.indexOf(", ", addr + 7);
  if (comma < 0) return "ignored";
  const words = text.slice(comma + 2);
  const temporary = words.startsWith("temp");
  if (!temporary && !words.startsWith("reject")) return "ignored";
  const fact: RefusalFact = {
    ...refusal(queueId, "CONNECT", "filter", ""),
    action: temporary ? "tempfail" : "reject",
    reply: null,
    clientName: text.slice(from, addr),
    clientIp: canonicalIp(text.slice(addr + 7, comma)),
  };
  emit(fact);
  return "matched";
}

function readCommand(text: string, from: number, queueId: string | null, emit: Emit): LineFate {
  const comma = text.indexOf(", ", from);
  const stage = comma < 0 ? undefined : STAGE_OF_STEP[text.slice(from, comma).toLowerCase()];
  return stage ? emitDecision(text, comma, stage, queueId, emit) : "ignored";
}

function readInitialization(text: string, at: number, queueId: string | null, emit: Emit): LineFate {
  emit({ kind: "filterDown", queueId, filter: null });
  const temporary = text.includes("temp failing", at);
  if (temporary || text.includes("rejecting", at)) {
    emit({
      ...refusal(queueId, "CONNECT", "other", ""),
      action: temporary ? "tempfail" : "reject",
      reply: null,
    });
  }
  return "matched";
}

/** `NAME, action=mail, reject=…`, as sendmail 8.14 and later also write it: it names the filter that refused. */
export function readMilterStep(text: string, from: number, queueId: string | null, emit: Emit): LineFate {
  const action = text.indexOf(", action=", from);
  const comma = action < 0 ? -1 : text.indexOf(", ", action + 9);
  if (comma < 0 || action - from > 80) return "ignored";
  const filter = text.slice(from, action);
  const stage = STAGE_OF_STEP[text.slice(action + 9, comma)];
  const words = text.slice(comma + 2);
  const refused = /^(?:reject|discard|tempfail)/.exec(words)?.[0];
  if (!stage || !refused) return "ignored";
  const fact = refusal(queueId, stage, "filter", words.startsWith("reject=") ? words.slice(7) : "");
  if (refused !== "reject") fact.action = refused as "discard" | "tempfail";
  if (fact.by === "filter" && /spf/i.test(filter)) fact.by = "spf";
  emit(words.startsWith("reject=") ? fact : { ...fact, reply: null });
  return "matched";
}
