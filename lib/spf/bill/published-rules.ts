import type { Finding } from "./finding";
import type { GapCause } from "./gaps";

/**
 * What each rule that needs DNS puts into its sentence. `term` is a term's text, `target` the name it is about, `terms`
 * several of them in one text; `more` how many are not named, and `lookups` 0 where the limit has no room for an include.
 */
export interface RuleValues {
  "no-domain": { domain: string };
  "no-record": { domain: string };
  "no-answer": { domain: string };
  "near-record": { domain: string; text: string };
  "several-records": { domain: string; count: number; texts: string };
  "sender-id-leftover": { text: string };
  "string-too-long": { length: number };
  "broken-split": { before: string; after: string };
  "record-too-long": { length: number };
  "answer-too-long": { length: number; records: number };
  "target-without-record": { term: string; target: string };
  "target-without-domain": { term: string; target: string };
  "target-several-records": { term: string; target: string };
  "target-syntax": { term: string; target: string; broken: string };
  "target-no-answer": { term: string; target: string };
  "target-passes-everyone": { term: string; target: string };
  "redirect-ends-weak": { term: string; target: string };
  "invalid-target": { term: string };
  loop: { term: string; path: string };
  "self-include": { term: string };
  "included-twice": { term: string; target: string; first: string; lookups: number };
  "exp-without-text": { term: string; target: string };
  "exp-several-texts": { term: string; target: string };
  "exp-syntax": { term: string; target: string; broken: string };
  "exp-not-ascii": { term: string; target: string };
  "ptr-below": { term: string };
  "too-many-lookups": { count: number; limit: number };
  "many-lookups": { count: number; limit: number };
  "too-many-voids": { count: number; limit: number; clients: "all" | "ip4" | "ip6"; terms: string };
  "possible-voids": { count: number; limit: number; terms: string };
  "void-term": { term: string; target: string };
  "no-address": { term: string; target: string };
  "null-mx": { term: string; target: string };
  "too-many-mx": { term: string; target: string; count: number; limit: number };
  "private-host-address": { term: string; host: string; address: string; count: number };
  "many-addresses": { count: number };
  "contradicting-network": { inner: string; outer: string; network: string; around: string; count: number };
  "redundant-network": { inner: string; outer: string; network: string; around: string; count: number };
  "network-twice": { inner: string; outer: string; network: string; count: number };
  "flattened-stale": { source: string; provider: string; networks: string; more: number };
  "flattened-missing": { source: string; provider: string; networks: string; more: number; lookups: number };
  flattened: { source: string; provider: string; lookups: number };
  "incomplete-bill": { cause: GapCause; terms: string };
}

/** The rules about what is published at a domain and below its record. */
export type PublishedRule = keyof RuleValues;

/** A rule's number in the catalogue of rules, null for one beyond it; its usual severity; the section it rests on. */
interface Rule {
  number: number | null;
  severity: Finding["severity"];
  rfc: string | null;
}

function rule(number: number | null, severity: Rule["severity"], section: string | null): Rule {
  return { number, severity, rfc: section && (section.includes("#") ? section : `7208#section-${section}`) };
}

/** The rules; "error" is a permerror for some client, or no SPF at all. */
export const PUBLISHED_RULES: Record<PublishedRule, Rule> = {
  "no-record": rule(1, "error", "4.5"),
  "no-domain": rule(2, "error", "4.3"),
  "no-answer": rule(null, "error", "4.4"),
  "near-record": rule(4, "warning", "4.5"),
  "several-records": rule(3, "error", "4.5"),
  "sender-id-leftover": rule(6, "info", "6686#section-6"),
  "ptr-below": rule(32, "info", "5.5"),
  "target-without-record": rule(33, "error", "5.2"),
  "target-without-domain": rule(33, "error", "5.2"),
  "target-several-records": rule(33, "error", "4.5"),
  "target-syntax": rule(33, "error", "4.6"),
  "target-no-answer": rule(33, "warning", "4.4"),
  "target-passes-everyone": rule(34, "warning", "5.1"),
  "redirect-ends-weak": rule(34, "warning", "4.7"),
  "invalid-target": rule(null, "warning", "4.8"),
  loop: rule(35, "error", "4.6.4"),
  "self-include": rule(36, "error", "4.6.4"),
  "included-twice": rule(37, "warning", "4.6.4"),
  "exp-without-text": rule(39, "warning", "6.2"),
  "exp-several-texts": rule(39, "warning", "6.2"),
  "exp-syntax": rule(39, "warning", "6.2"),
  "exp-not-ascii": rule(39, "warning", "6.2"),
  "too-many-lookups": rule(40, "error", "4.6.4"),
  "many-lookups": rule(40, "warning", "4.6.4"),
  "too-many-voids": rule(41, "error", "4.6.4"),
  "possible-voids": rule(41, "info", "4.6.4"),
  "void-term": rule(41, "warning", "4.6.4"),
  "too-many-mx": rule(42, "error", "4.6.4"),
  "null-mx": rule(44, "warning", "7505#section-3"),
  "private-host-address": rule(46, "warning", "6890#section-2.2.2"),
  "many-addresses": rule(48, "info", "11.4"),
  "contradicting-network": rule(49, "warning", "4.6.2"),
  "redundant-network": rule(49, "info", "4.6.2"),
  "network-twice": rule(50, "info", "4.6.2"),
  "no-address": rule(53, "warning", "5.3"),
  "string-too-long": rule(55, "error", "3.3"),
  "broken-split": rule(56, "warning", "3.3"),
  "record-too-long": rule(57, "warning", "3.4"),
  "answer-too-long": rule(57, "warning", "3.4"),
  "flattened-stale": rule(60, "warning", "5.2"),
  "flattened-missing": rule(60, "warning", "5.2"),
  flattened: rule(60, "info", "5.2"),
  "incomplete-bill": rule(null, "info", null),
};

/** A finding of a published rule, of the rule's severity unless another is given. */
export function found<R extends PublishedRule>(
  name: R,
  place: Pick<Finding, "from" | "to" | "where">,
  values: RuleValues[R],
  severity: Finding["severity"] = PUBLISHED_RULES[name].severity,
): Finding {
  const { from, to, where } = place;
  return { rule: name, severity, from, to, where, values: { ...values } };
}
