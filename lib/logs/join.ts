import type { DeliveryFact, EnvelopeFact, Fact, RefusalFact, RejectedBy, VerdictFact } from "./fact";
import type { Message, Recipient } from "./message";

/** Where and when a fact was stated. */
export interface LineRef {
  /** Epoch ms. */
  time: number;
  /** Minutes east of UTC. */
  offset: number;
  /** `file:offset` in base 36. */
  line: string;
}

const MAX_LINES = 16;
const MAX_RECIPIENTS = 1000;
const REFUSER_RANK: Record<RejectedBy, number> = { spf: 0, mta: 1, other: 2 };
const SOURCE_RANK = { header: 0, log: 1, reply: 2 } as const;

/** A message of which nothing is known yet but its key. */
export function newMessage(host: string, queueId: string, at: LineRef): Message {
  return {
    host,
    queueId,
    time: at.time,
    utcOffset: at.offset,
    clientIp: null,
    clientName: null,
    helo: null,
    envelopeFrom: null,
    identity: null,
    result: null,
    resultFrom: null,
    action: "accept",
    stage: null,
    rejectedBy: null,
    replyCode: null,
    enhancedStatus: null,
    replyText: null,
    checker: null,
    messageId: null,
    size: null,
    unchecked: false,
    stampMismatch: false,
    aborted: false,
    marked: false,
    retryOf: null,
    recipients: [],
    lines: [],
  };
}

/** Adds the line to what proves the message; false if it was known. */
export function addLine(message: Message, at: LineRef): boolean {
  if (at.time < message.time) {
    message.time = at.time;
    message.utcOffset = at.offset;
  }
  if (message.lines.includes(at.line)) return false;
  if (message.lines.length < MAX_LINES) message.lines.push(at.line);
  return true;
}

/**
 * Lets a message know one more fact. Facts may come again and in any overlap: applying one twice changes
 * nothing. `refuser` tells whose an unnamed filter's refusal is.
 */
export function applyFact(message: Message, fact: Fact, at: LineRef, refuser: RejectedBy): void {
  switch (fact.kind) {
    case "envelope":
      return applyEnvelope(message, fact);
    case "delivery":
      return applyDelivery(message, fact, at);
    case "verdict":
      return applyVerdict(message, fact);
    case "refusal":
      return applyRefusal(message, fact, refuser);
    case "abort":
      message.aborted = true;
      return;
    case "tag":
      message.marked = true;
      for (const recipient of message.recipients) recipient.tagged ??= true;
      return;
  }
}

function applyEnvelope(message: Message, fact: EnvelopeFact): void {
  message.envelopeFrom = fact.envelopeFrom ?? message.envelopeFrom;
  message.messageId = fact.messageId ?? message.messageId;
  message.clientName = fact.clientName ?? message.clientName;
  message.clientIp = fact.clientIp ?? message.clientIp;
  message.helo = fact.helo ?? message.helo;
  message.size = fact.size ?? message.size;
  if (message.stage === "RCPT" && (fact.recipientCount ?? 0) > 0 && isAccepted(message))
    clearRefusal(message);
}

/** A body was taken, or a recipient's delivery was tried: refused recipients do not speak for the message then. */
function isAccepted(message: Message): boolean {
  return (message.size ?? 0) > 0 || message.recipients.some((recipient) => recipient.action === "accept");
}

function clearRefusal(message: Message): void {
  message.action = "accept";
  message.stage = null;
  message.rejectedBy = null;
  message.replyCode = null;
  message.enhancedStatus = null;
  message.replyText = null;
}

/** The recipient of that address, added if it is new; null when there are too many. */
export function recipientOf(message: Message, address: string): Recipient | null {
  for (const recipient of message.recipients) if (recipient.address === address) return recipient;
  if (message.recipients.length >= MAX_RECIPIENTS) return null;
  const recipient: Recipient = {
    address,
    action: message.action,
    status: null,
    enhancedStatus: null,
    statusTime: null,
    seconds: null,
    local: false,
    tagged: message.marked ? true : null,
    folder: null,
  };
  message.recipients.push(recipient);
  return recipient;
}

function applyDelivery(message: Message, fact: DeliveryFact, at: LineRef): void {
  for (const address of fact.recipients) {
    const recipient = recipientOf(message, address);
    if (!recipient || !fact.attempted) continue;
    if (message.stage === null || message.stage === "RCPT") recipient.action = "accept";
    const newer = recipient.statusTime === null || at.time >= recipient.statusTime;
    if (!newer || (recipient.status === "sent" && fact.status !== "sent")) continue;
    recipient.status = fact.status;
    recipient.enhancedStatus = fact.enhancedStatus;
    recipient.statusTime = at.time;
    recipient.seconds = fact.seconds;
    recipient.local = fact.local;
  }
  if (fact.attempted && message.stage === "RCPT") clearRefusal(message);
}

function applyVerdict(message: Message, fact: VerdictFact): void {
  setResult(message, fact);
  message.clientIp ??= fact.clientIp;
  message.helo ??= fact.helo;
  if (fact.envelopeFrom === "" || fact.envelopeFrom?.includes("@"))
    message.envelopeFrom ??= fact.envelopeFrom;
}

/** OpenDMARC calls every result but pass and none "fail": any other checker is believed before it. */
function outranks(fact: VerdictFact, message: Message): boolean {
  if (message.result === null || message.resultFrom === null) return true;
  const loose = (checker: string | null) => (checker !== null && /dmarc/i.test(checker) ? 1 : 0);
  const before = loose(fact.checker) - loose(message.checker);
  return before !== 0 ? before < 0 : SOURCE_RANK[fact.source] < SOURCE_RANK[message.resultFrom];
}

/** Takes over a verdict unless a better source has spoken. */
export function setResult(message: Message, fact: VerdictFact): void {
  if (!outranks(fact, message)) {
    if (message.result === fact.result) message.checker ??= fact.checker;
    return;
  }
  message.result = fact.result;
  message.resultFrom = fact.source;
  message.checker = fact.checker ?? message.checker;
  message.identity = fact.identity ?? (message.envelopeFrom === "" ? "helo" : "mailfrom");
  message.unchecked = false;
}

function applyRefusal(message: Message, fact: RefusalFact, refuser: RejectedBy): void {
  const rejectedBy = fact.by === "filter" ? refuser : fact.by;
  message.envelopeFrom = fact.envelopeFrom ?? message.envelopeFrom;
  message.helo ??= fact.helo;
  message.clientName = fact.clientName ?? message.clientName;
  message.clientIp = fact.clientIp ?? message.clientIp;
  if (fact.stage !== "RCPT" || !isAccepted(message)) setRefusal(message, fact, rejectedBy);
  if (fact.recipient !== null) {
    const recipient = recipientOf(message, fact.recipient);
    if (recipient && recipient.status === null) recipient.action = fact.action;
  }
}

/** A refusal counts before one by somebody less telling, and a whole reply before its own beginning. */
function replaces(message: Message, fact: RefusalFact, rejectedBy: RejectedBy): boolean {
  if (message.rejectedBy === null) return true;
  const difference = REFUSER_RANK[rejectedBy] - REFUSER_RANK[message.rejectedBy];
  if (difference !== 0) return difference < 0;
  const [before, after] = [message.replyText ?? "", fact.reply?.text ?? ""];
  return after.length > before.length && after.startsWith(before) && message.stage === fact.stage;
}

function setRefusal(message: Message, fact: RefusalFact, rejectedBy: RejectedBy): void {
  if (!replaces(message, fact, rejectedBy)) return;
  message.action = fact.action;
  message.stage = fact.stage;
  message.rejectedBy = rejectedBy;
  message.replyCode = fact.reply?.code ?? null;
  message.enhancedStatus = fact.reply?.enhancedStatus ?? null;
  message.replyText = fact.reply?.text ?? null;
  message.checker ??= fact.checker;
  message.unchecked = false;
  if (fact.result === null) return;
  const { result, checker, clientIp, helo, envelopeFrom } = fact;
  setResult(message, {
    kind: "verdict",
    queueId: null,
    source: "reply",
    result,
    identity: null,
    clientIp,
    helo,
    envelopeFrom,
    checker,
  });
}
