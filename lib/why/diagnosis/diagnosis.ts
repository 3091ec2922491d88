import type { CheckResult } from "@/lib/spf/check-host";
import type { Suggestion } from "@/lib/spf/draft/suggestion";
import type { WhyRequest } from "../request";
import type { Evidence } from "./evidence";
import type { Then } from "./then";

/**
 * Who must act, by kind of trouble; that is the same whoever asks. Visits are stored by a kind's place here: append, and
 * never take out.
 */
export const WHO = {
  incomplete: "sender",
  "bad-domain": "sender",
  passes: "nobody",
  "fixed-since": "sender",
  "dns-recovered": "sender",
  "other-reason": "sender",
  "receiving-site-mistake": "receiving-site",
  "dns-trouble": "senders-postmaster",
  "receiver-dns-trouble": "receiving-site",
  "several-records": "senders-postmaster",
  "broken-record": "senders-postmaster",
  "too-many-lookups": "senders-postmaster",
  "too-many-voids": "senders-postmaster",
  "dead-include": "senders-postmaster",
  "dead-redirect": "senders-postmaster",
  "no-record": "senders-postmaster",
  helo: "senders-postmaster",
  "ip-missing": "senders-postmaster",
  "provider-not-included": "senders-postmaster",
  "wrong-outgoing-server": "sender",
  forwarder: "forwarder",
  forger: "forger",
  /** The server is not listed, and nothing tells whose it is: the one who asks knows. */
  unlisted: "sender",
} as const;

export type DiagnosisKind = keyof typeof WHO;

export const DIAGNOSIS_KINDS = Object.keys(WHO) as DiagnosisKind[];

/** Whoever must act; of a forger's mail nobody who reads this need do anything. */
export type Who = "nobody" | "sender" | "senders-postmaster" | "receiving-site" | "forwarder" | "forger";

/** From the least sure to the surest. */
export const CERTAINTIES = ["possible", "likely", "certain"] as const;

export type Certainty = (typeof CERTAINTIES)[number];

/** What else it may be, the likelier first. */
export interface Alternative {
  kind: DiagnosisKind;
  who: Who;
  certainty: Certainty;
}

/** Who must act about a message, how sure that is, and the facts that lead there. */
export interface Diagnosis {
  kind: DiagnosisKind;
  who: Who;
  certainty: Certainty;
  evidence: Evidence[];
  alternatives: Alternative[];
}

/**
 * What a diagnosis is made of: the request, live checks with traces, the site's own message, a suggested record, and
 * the client's names whose addresses lead back to it. Whatever is null or empty is not known.
 */
export interface DiagnosisInput {
  request: WhyRequest;
  now: { mailfrom: CheckResult | null; helo: CheckResult | null };
  then: Then | null;
  suggestion: Suggestion | null;
  clientNames: string[];
}
