import type { Client } from "@/lib/demo/client";
import type { SpfResult } from "@/lib/spf";

/** Where a message goes on to. */
export interface Relay {
  /** With its final dot, as sendmail writes it. */
  name: string;
  ip: string;
}

/** What becomes of one recipient: refused at RCPT, or delivered, or not. */
export type Fate = "local" | "relayed" | "deferred" | "bounced" | "unknown" | "denied";

export interface EnvelopeRecipient {
  address: string;
  fate: Fate;
  /** Where `relayed`, `deferred` and `bounced` mail goes; local delivery without one. */
  relay?: Relay;
}

/** What goes wrong on the way: the filter does not answer, the client leaves after MAIL or in the middle of DATA. */
export type Trouble = "filterDown" | "lostAfterMail" | "cutInData";

/** One message as a client offers it to a server. */
export interface Envelope {
  /** When MAIL was said, epoch ms. */
  time: number;
  client: Client;
  /** Without angle brackets; "" is the null reverse-path. */
  from: string;
  /** The client sent its addresses without angle brackets. */
  bare?: boolean;
  recipients: EnvelopeRecipient[];
  size: number;
  /** With angle brackets; null if the message has none. */
  messageId: string | null;
  /** What the checker finds. */
  result: SpfResult;
  /** Who logged in (SMTP AUTH): spfmilter then lets pass. */
  login?: string;
  trouble?: Trouble;
}
