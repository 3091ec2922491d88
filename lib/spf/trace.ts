import type { Problem, Span } from "./record";
import type { Answer, RecordType } from "./resolver";
import type { SpfResult } from "./result";

/** The version of the trace's JSON; it goes up when a field changes its meaning or goes. */
export const TRACE_VERSION = 1;

/** Why a check, a record or a term came out as it did. */
export type Reason =
  | "match"
  | "no-match"
  | "bad-ip"
  | "bad-domain"
  | "no-record"
  | "several-records"
  | "syntax"
  | "dns-error"
  | "lookup-limit"
  | "void-limit"
  | "mx-limit"
  | "include-none"
  | "redirect-none";

/**
 * Where RFC 7208 leaves room, or is often read otherwise, and what this evaluator did:
 * - void-mx: none of the hosts of `mx` has an address; this counts as one void lookup of the term (4.6.4)
 * - mx-host-without-address: a host without one is no void lookup while another has one (4.6.4)
 * - ptr-forward-miss: a client's name without an address is no void lookup (4.6.4); a stranger wrote the name
 * - ptr-names-ignored: names after the tenth were left alone (4.6.4)
 * - ptr-dns-error: a DNS error made `ptr` not match, and no temperror (5.5)
 * - invalid-target: the target name cannot be asked for; nobody is asked, the term counts and does not match (4.8)
 * - non-ascii-local-part: the target needs a local part that is not ASCII; the term cannot match (RFC 8616)
 * - null-mx: a host of "." has no address to look up (RFC 7505)
 * - other-family: the network is of the other family than the client, and cannot match (5)
 */
export const DECISIONS = [
  "void-mx",
  "mx-host-without-address",
  "ptr-forward-miss",
  "ptr-names-ignored",
  "ptr-dns-error",
  "invalid-target",
  "non-ascii-local-part",
  "null-mx",
  "other-family",
] as const;

export type Decision = (typeof DECISIONS)[number];

/** A macro-string and what it became; `isTruncated` if labels were taken off its left (RFC 7208 section 7.3). */
export interface MacroTrace {
  before: string;
  after: string;
  isTruncated: boolean;
}

/** A DNS question, its answer, and when: `at` and `ms` are milliseconds, `at` since the check began. */
export interface QuestionTrace {
  name: string;
  type: RecordType;
  answer: Answer;
  at: number;
  ms: number;
}

/** One comparison: the client's address, a network, and the host that the network's address is of, if any. */
export interface Comparison {
  ip: string;
  network: string;
  isInside: boolean;
  host: string | null;
}

/** How many of the names that `mx` or `ptr` may look at there were, and were looked at (RFC 7208 section 4.6.4). */
export interface NameBudget {
  found: number;
  used: number;
  limit: number;
}

/** What was looked at and decided at one place of the tree. */
export interface Notes {
  macros: MacroTrace[];
  questions: QuestionTrace[];
  comparisons: Comparison[];
  names: NameBudget | null;
  decisions: Decision[];
}

/** Lookups and void lookups, used and left (RFC 7208 section 4.6.4). */
export interface Budget {
  lookups: number;
  lookupsLeft: number;
  voidLookups: number;
  voidLookupsLeft: number;
}

/** What a term did; "unreached" if the verdict stood before it, "followed" for a redirect that was taken. */
export type StepState = "match" | "no-match" | "error" | "followed" | "unreached";

/**
 * A term of a record in evaluation. A shadow step stands after the one that decided, was evaluated on budgets of its
 * own, and changes no verdict. `within` is the record that an include or a redirect led to.
 */
export interface StepTrace extends Notes, Span {
  text: string;
  state: StepState;
  reason: Reason | null;
  result: SpfResult | null;
  isShadow: boolean;
  before: Budget;
  after: Budget;
  within: RecordTrace | null;
}

/** A record in evaluation: one call of check_host(). Its own TXT question is in `questions`. */
export interface RecordTrace extends Notes {
  domain: string;
  via: "initial" | "include" | "redirect";
  text: string | null;
  problems: Problem[];
  steps: StepTrace[];
  result: SpfResult | null;
  reason: Reason | null;
}

/** The look-up of an explanation: `text` is null if there is none to give, `reason` says why. */
export interface ExplanationTrace extends Notes {
  domainSpec: string;
  text: string | null;
  reason:
    | "given"
    | "invalid-target"
    | "dns-error"
    | "no-record"
    | "several-records"
    | "syntax"
    | "not-ascii"
    | null;
}

/** A whole check as data, to be kept as JSON. `ms` is its time in milliseconds. */
export interface Trace {
  version: typeof TRACE_VERSION;
  ip: string;
  domain: string;
  sender: string;
  helo: string;
  receiver: string | null;
  result: SpfResult;
  reason: Reason;
  budget: Budget;
  ms: number;
  root: RecordTrace | null;
  explanation: ExplanationTrace | null;
}

/** Notes with nothing in them yet. */
export function emptyNotes(): Notes {
  return { macros: [], questions: [], comparisons: [], names: null, decisions: [] };
}
