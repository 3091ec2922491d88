import type { ProblemCode } from "../record";
import type { SpfResult } from "../result";
import type { Decision, ExplanationTrace, Reason } from "../trace";
import type { TermName } from "./term-name";

/** Where the meaning of a result for the receiver is laid down. */
export const SECTION_OF_RESULT: Record<SpfResult, string> = {
  none: "7208#section-8.1",
  neutral: "7208#section-8.2",
  pass: "7208#section-8.3",
  fail: "7208#section-8.4",
  softfail: "7208#section-8.5",
  temperror: "7208#section-8.6",
  permerror: "7208#section-8.7",
};

/** Where it is laid down that a check ends for a reason. */
export const SECTION_OF_REASON: Record<Reason, string> = {
  match: "7208#section-4.6.2",
  "no-match": "7208#section-4.7",
  "bad-ip": "7208#section-4.1",
  "bad-domain": "7208#section-4.3",
  "no-record": "7208#section-4.5",
  "several-records": "7208#section-4.5",
  syntax: "7208#section-4.6",
  "dns-error": "7208#section-2.6.6",
  "lookup-limit": "7208#section-4.6.4",
  "void-limit": "7208#section-4.6.4",
  "mx-limit": "7208#section-4.6.4",
  "include-none": "7208#section-5.2",
  "redirect-none": "7208#section-6.1",
};

/** The section that a decision of the evaluator rests on. */
export const SECTION_OF_DECISION: Record<Decision, string> = {
  "void-mx": "7208#section-4.6.4",
  "mx-host-without-address": "7208#section-4.6.4",
  "ptr-forward-miss": "7208#section-4.6.4",
  "ptr-names-ignored": "7208#section-4.6.4",
  "ptr-dns-error": "7208#section-5.5",
  "invalid-target": "7208#section-4.8",
  "non-ascii-local-part": "8616#section-4",
  "null-mx": "7505#section-3",
  "other-family": "7208#section-5",
};

/** Where a term is defined. */
export const SECTION_OF_TERM: Record<TermName, string> = {
  all: "7208#section-5.1",
  include: "7208#section-5.2",
  a: "7208#section-5.3",
  mx: "7208#section-5.4",
  ptr: "7208#section-5.5",
  ip4: "7208#section-5.6",
  ip6: "7208#section-5.6",
  exists: "7208#section-5.7",
  redirect: "7208#section-6.1",
  exp: "7208#section-6.2",
  unknown: "7208#section-6",
};

/** The section that a syntax error offends; null where that depends on the term it is in. */
export const SECTION_OF_PROBLEM: Record<ProblemCode, string | null> = {
  version: "7208#section-4.5",
  "illegal-character": "7208#section-3.1",
  "unknown-mechanism": "7208#section-4.6.1",
  "modifier-as-mechanism": "7208#section-4.6.1",
  "modifier-name": "7208#section-4.6.1",
  "modifier-with-qualifier": "7208#section-4.6.1",
  "modifier-twice": "7208#section-6",
  "missing-argument": null,
  "argument-not-allowed": null,
  "cidr-not-allowed": null,
  "cidr-syntax": null,
  "cidr-range": null,
  "bad-ip4": "7208#section-5.6",
  "bad-ip6": "7208#section-5.6",
  "empty-domain": null,
  "single-label": "7208#section-7.1",
  "numeric-toplabel": "7208#section-7.1",
  "bad-toplabel": "7208#section-7.1",
  "macro-percent": "7208#section-7.1",
  "macro-unclosed": "7208#section-7.1",
  "macro-letter": "7208#section-7.2",
  "macro-zero": "7208#section-7.3",
  "macro-transformer": "7208#section-7.1",
  "macro-exp-only": "7208#section-7.2",
};

/** The section on why an explanation is given or is none. */
export const SECTION_OF_EXPLANATION: Record<NonNullable<ExplanationTrace["reason"]>, string> = {
  given: "7208#section-6.2",
  "invalid-target": "7208#section-4.8",
  "dns-error": "7208#section-6.2",
  "no-record": "7208#section-6.2",
  "several-records": "7208#section-6.2",
  syntax: "7208#section-6.2",
  "not-ascii": "7208#section-6.2",
};

/** Sections of what is said on the way. */
export const SECTION = {
  macros: "7208#section-7.3",
  limits: "7208#section-4.6.4",
  dns: "7208#section-5",
  lookup: "7208#section-4.4",
  selection: "7208#section-4.5",
  evaluation: "7208#section-4.6.2",
  defaultResult: "7208#section-4.7",
  redirect: "7208#section-6.1",
  include: "7208#section-5.2",
  explanation: "7208#section-6.2",
  heloIdentity: "7208#section-2.3",
  mailfromIdentity: "7208#section-2.4",
} as const;
