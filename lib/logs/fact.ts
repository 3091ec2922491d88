import type { Reply } from "@/lib/mail/reply";
import type { SpfResult } from "@/lib/spf";

/** What became of one SMTP command, recipient or message at the server that wrote the log. */
export const ACTIONS = ["accept", "reject", "tempfail", "discard"] as const;
export type Action = (typeof ACTIONS)[number];

/** The SMTP stage at which a server decided (RFC 5321 section 4.1.1; EOM is the dot after DATA). */
export const STAGES = ["CONNECT", "HELO", "MAIL", "RCPT", "DATA", "EOM"] as const;
export type Stage = (typeof STAGES)[number];

/** Who refused: an SPF checker, the mail server's own rules, or another filter. */
export const REFUSERS = ["spf", "mta", "other"] as const;
export type RejectedBy = (typeof REFUSERS)[number];

/** Which text stated the verdict: a header the checker added, the checker's own log line, or the SMTP reply. */
export const RESULT_SOURCES = ["header", "log", "reply"] as const;
export type ResultSource = (typeof RESULT_SOURCES)[number];

/** What the log proves of a delivery to one recipient. */
export const DELIVERY_STATUSES = ["sent", "deferred", "failed", "queued", "quarantined"] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Which identity was checked (RFC 7208 section 2.2 to 2.4). */
export const IDENTITIES = ["mailfrom", "helo"] as const;
export type Identity = (typeof IDENTITIES)[number];

/** The envelope as the mail server states it; sent once or more per message. */
export interface EnvelopeFact {
  kind: "envelope";
  queueId: string;
  /** Address without angle brackets, "" for the null reverse-path, null if not stated. */
  envelopeFrom: string | null;
  size: number | null;
  recipientCount: number | null;
  messageId: string | null;
  clientName: string | null;
  /** Canonical text form (RFC 5952), null if not stated. */
  clientIp: string | null;
  helo: string | null;
}

/** One delivery attempt to one or more recipients. */
export interface DeliveryFact {
  kind: "delivery";
  queueId: string;
  recipients: string[];
  status: DeliveryStatus;
  enhancedStatus: string | null;
  reply: string | null;
  /** Delivered on this machine, so that a local delivery agent's log may tell where to. */
  local: boolean;
  /** False where the line only tells that the whole transaction failed, and nothing was tried. */
  attempted: boolean;
  /** How long the attempt took, in whole seconds (sendmail's xdelay); null if not stated. */
  seconds: number | null;
}

/** What an SPF checker said of a message; `queueId` null where the checker's line has none. */
export interface VerdictFact {
  kind: "verdict";
  queueId: string | null;
  source: ResultSource;
  result: SpfResult;
  identity: Identity | null;
  clientIp: string | null;
  helo: string | null;
  /** Full address, or only its domain where the checker writes no more; "" for the null reverse-path. */
  envelopeFrom: string | null;
  checker: string | null;
}

/** A command, a recipient or a message was refused. */
export interface RefusalFact {
  kind: "refusal";
  queueId: string | null;
  action: Exclude<Action, "accept">;
  stage: Stage;
  /** "filter" is a milter that the line does not name and the reply does not give away. */
  by: RejectedBy | "filter";
  reply: Reply | null;
  /** Set where one recipient is refused, the others perhaps not. */
  recipient: string | null;
  envelopeFrom: string | null;
  helo: string | null;
  clientName: string | null;
  clientIp: string | null;
  /** The result that the reply states in words; null where it gives none. */
  result: SpfResult | null;
  checker: string | null;
}

/** A filter could not be asked: what follows was accepted unchecked, unless the server refuses then. */
export interface FilterDownFact {
  kind: "filterDown";
  queueId: string | null;
  filter: string | null;
}

/** A filter was seen at work, which tells whose an unnamed refusal is. */
export interface FilterSeenFact {
  kind: "filterSeen";
  filter: string;
  spf: boolean;
}

/** The transaction ended before the message was complete. */
export interface AbortFact {
  kind: "abort";
  queueId: string;
}

/** The subject was marked before delivery, by the checker itself. */
export interface TagFact {
  kind: "tag";
  queueId: string;
}

/** Who said what about which queue id. */
export type Fact =
  | EnvelopeFact
  | DeliveryFact
  | VerdictFact
  | RefusalFact
  | FilterDownFact
  | FilterSeenFact
  | AbortFact
  | TagFact;

/** matched: gave facts; ignored: known and of no interest; unknown: no grammar knows it. */
export type LineFate = "matched" | "ignored" | "unknown";

/** Reads the text after `program[pid]: ` of one line and hands on what it states; any text, never a throw. */
export type Grammar = (text: string, emit: (fact: Fact) => void) => LineFate;
