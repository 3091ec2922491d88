import type { SpfResult } from "@/lib/spf";
import type { Action, DeliveryStatus, Identity, RejectedBy, ResultSource, Stage } from "./fact";

/** One recipient of a message, with his own fate. */
export interface Recipient {
  /** As on the wire, without angle brackets. */
  address: string;
  action: Action;
  status: DeliveryStatus | null;
  enhancedStatus: string | null;
  /** Epoch ms of the line that gave `status`; null without one. */
  statusTime: number | null;
  /** Seconds that attempt took; null if not stated. */
  seconds: number | null;
  local: boolean;
  /** Marked as failing SPF on delivery; null where it cannot be told. */
  tagged: boolean | null;
  folder: string | null;
}

/** One envelope transaction of a mail server; the key is host + queueId. */
export interface Message {
  host: string;
  /** The server's queue id, or "~" and a hash for an event that got none. */
  queueId: string;
  /** Epoch ms of its earliest line. */
  time: number;
  /** Minutes east of UTC of the clock that wrote the line. */
  utcOffset: number;
  clientIp: string | null;
  clientName: string | null;
  helo: string | null;
  /** Without angle brackets; "" is the null reverse-path; null where not stated. */
  envelopeFrom: string | null;
  identity: Identity | null;
  result: SpfResult | null;
  resultFrom: ResultSource | null;
  action: Action;
  stage: Stage | null;
  rejectedBy: RejectedBy | null;
  replyCode: number | null;
  enhancedStatus: string | null;
  replyText: string | null;
  checker: string | null;
  messageId: string | null;
  size: number | null;
  /** A filter was down while this message was accepted: nobody checked it. */
  unchecked: boolean;
  /** The log's stamp contradicts the time inside the queue id. */
  stampMismatch: boolean;
  /** The transaction was broken off. */
  aborted: boolean;
  /** The checker itself marked the subject. */
  marked: boolean;
  /** Key of the earlier, tempfailed attempt that this one repeats: its queue id on the same host. */
  retryOf: string | null;
  recipients: Recipient[];
  /** The lines that prove it, as `file:offset` in base 36, earliest first, at most 16. */
  lines: string[];
}

/** The domain that SPF looked at: of the envelope sender, else of HELO; lower case, null if there is none. */
export function checkedDomain(message: Pick<Message, "envelopeFrom" | "helo">): string | null {
  const from = message.envelopeFrom;
  if (from === null) return null;
  const domain = from === "" ? message.helo : from.slice(from.lastIndexOf("@") + 1);
  return domain === null || domain === "" ? null : domain.toLowerCase();
}
