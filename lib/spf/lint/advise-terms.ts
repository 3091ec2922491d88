import type { Directive, Modifier, SpfRecord } from "../record";
import { adviseAddress, adviseCidr } from "./advise-address";
import { adviseDomain, isOwn } from "./advise-domain";
import { type Finding, found } from "./finding";
import { KNOWN_NAMES, nearestNames } from "./nearest-name";
import { isAll } from "./open-terms";
import { removal } from "./problem-rules";

/** Modifiers that other standards define: reports of failures (RFC 6652 section 3). */
const ELSEWHERE = ["ra", "rp", "rr"];

/** What can be said of each term that can be read, by itself, and of the spaces between terms and the record's length. */
export function adviseTerms(record: SpfRecord, { domain }: { domain?: string }): Finding[] {
  const findings: Finding[] = [];
  const all = record.terms.findIndex(isAll);
  record.terms.forEach((term, index) => {
    const isReached = all < 0 || (term.kind === "directive" && index < all);
    const own = term.kind === "directive" ? adviseDirective(record, term, domain, isReached) : [];
    if (term.kind === "modifier") own.push(...adviseModifier(record, term, index, domain, isReached));
    for (const finding of own) findings.push(finding);
  });
  for (const finding of [...adviseSpaces(record), ...adviseLength(record.text)]) findings.push(finding);
  return findings;
}

/** `isReached` tells whether anything is evaluated there: no `all` is before it, or for a `redirect` anywhere. */
function adviseDirective(
  { text }: SpfRecord,
  term: Directive,
  domain: string | undefined,
  isReached: boolean,
): Finding[] {
  const { mechanism, qualifier, from, to } = term;
  const findings: Finding[] = [];
  const sign = { from, to: from + 1 };
  if (text[from] === "+" && mechanism.name !== "all")
    findings.push(found("default-written", sign, { written: "+" }, { ...sign, text: "" }));
  if ("network" in mechanism) findings.push(...adviseAddress(text, term, mechanism.network));
  if ("cidr" in mechanism) findings.push(...adviseCidr(text, term, mechanism));
  if (mechanism.name === "ptr") findings.push(found("ptr", term));
  if ("domainSpec" in mechanism && mechanism.domainSpec)
    findings.push(...adviseDomain(text, mechanism.domainSpec, mechanism.name, isReached));
  if (mechanism.name === "include") {
    if (qualifier === "-" || qualifier === "~")
      findings.push(found("include-qualifier", sign, { qualifier }));
    if (isReached && isOwn(mechanism.domainSpec, domain)) findings.push(found("include-self", { from, to }));
  }
  return findings;
}

function adviseModifier(
  record: SpfRecord,
  term: Modifier,
  index: number,
  domain: string | undefined,
  isReached: boolean,
): Finding[] {
  const { name, value, from, to } = term;
  if (name === "redirect" || name === "exp") {
    const isSelf = name === "redirect" && isReached && isOwn(value, domain);
    const self = isSelf ? [found("redirect-self", { from, to })] : [];
    return [...adviseDomain(record.text, value, name, isReached), ...self];
  }
  const head = { from, to: from + name.length };
  if (name === "v" && /^spf/i.test(value.text))
    return [found("version-twice", { from, to }, {}, removal(record, index))];
  if (KNOWN_NAMES.includes(name)) {
    const instead = name === "all" || value.text === "" ? name : `${name}:${value.text}`;
    return [found("mechanism-as-modifier", { from: head.to, to: head.to + 1 }, { name, instead })];
  }
  if (ELSEWHERE.includes(name)) return [];
  const near = nearestNames(name)[0];
  if (near === undefined) return [found("unknown-modifier", { from, to }, { name })];
  return [found("modifier-typo", head, { name, near })];
}

function adviseSpaces({ text, terms }: SpfRecord): Finding[] {
  const findings: Finding[] = [];
  let end = wordEnd(text, terms[0]?.from ?? text.length);
  const gap = (to: number, rule: "repeated-space" | "trailing-space", least: number) => {
    const span = { from: end, to };
    const instead = rule === "repeated-space" ? " " : "";
    if (to - end >= least) findings.push(found(rule, span, { spaces: to - end }, { ...span, text: instead }));
  };
  for (const { from, to } of terms) {
    gap(from, "repeated-space", 2);
    end = to;
  }
  gap(text.length, "trailing-space", 1);
  return findings;
}

/** Where the spaces before `at` start. */
function wordEnd(text: string, at: number): number {
  let end = at;
  while (end > 0 && text[end - 1] === " ") end--;
  return end;
}

function adviseLength({ length }: string): Finding[] {
  if (length > 450) return [found("long-record", { from: 450, to: length }, { length })];
  return length > 255 ? [found("long-string", { from: 255, to: length }, { length })] : [];
}
