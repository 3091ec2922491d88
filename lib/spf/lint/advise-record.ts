import { lookupTerms } from "../reached";
import type { Directive, SpfRecord } from "../record";
import { LIMITS } from "../session";
import { normaliseTerm } from "../write";
import { type Finding, found } from "./finding";
import { isAll } from "./open-terms";
import { overlaps } from "./overlaps";
import { removal } from "./problem-rules";

const NEAR_LOOKUPS = 8;

/** What can be said of a record without a syntax error as a whole. */
export function adviseRecord(record: SpfRecord): Finding[] {
  const all = record.terms.findIndex(isAll);
  const end = all < 0 ? record.terms.length : all;
  return [
    ...adviseAll(record, all),
    ...adviseModifiers(record, all),
    ...adviseLookups(record),
    ...adviseRepeats(record, end),
    ...overlaps(record, end),
  ];
}

/** The first `all`, and what stands behind it (RFC 7208 section 5.1). */
function adviseAll(record: SpfRecord, index: number): Finding[] {
  const all = record.terms[index];
  if (!all || !isAll(all))
    return record.redirect ? [] : [found("no-all", record.terms.at(-1) ?? { from: 0, to: 6 })];
  const rules = { "+": "plus-all", "?": "neutral-all", "~": "softfail-all", "-": null } as const;
  const rule = rules[all.qualifier];
  const findings = rule ? [found(rule, all, { written: all.text })] : [];
  return [...findings, ...adviseBehind(record, index, all.text)];
}

/** What stands behind the first `all`. A fix takes only what is there already: the rest may be senders in a wrong place. */
function adviseBehind(record: SpfRecord, index: number, all: string): Finding[] {
  const before = new Set(record.terms.slice(0, index).map(normaliseTerm));
  const findings: Finding[] = [];
  let isBare = true;
  for (let next = index + 1; next < record.terms.length; next++) {
    const term = record.terms[next]!;
    if (term.kind !== "directive") continue;
    if (!isAll(term)) isBare = false;
    const isSpare = isAll(term) ? isBare : before.has(normaliseTerm(term));
    const fix = isSpare ? removal(record, next) : null;
    findings.push(found(isAll(term) ? "all-twice" : "after-all", term, { all }, fix));
  }
  return findings;
}

/** RFC 7208 section 6: `redirect` and `exp` count only at times, and belong behind the mechanisms. */
function adviseModifiers(record: SpfRecord, all: number): Finding[] {
  const { terms, redirect, exp, directives } = record;
  const isIgnored = redirect !== null && all >= 0;
  const findings = isIgnored ? [found("redirect-ignored", redirect, { all: terms[all]!.text })] : [];
  const deciding = all < 0 ? directives : directives.filter(({ from }) => from <= terms[all]!.from);
  const isUnused = exp !== null && !deciding.some(({ qualifier }) => qualifier === "-");
  if (isUnused) findings.push(found("exp-unused", exp, {}, removal(record, terms.indexOf(exp))));
  const last = directives.at(-1)?.from ?? -1;
  for (const modifier of [isIgnored ? null : redirect, isUnused ? null : exp])
    if (modifier && modifier.from < last)
      findings.push(found("modifier-order", modifier, { name: modifier.name }));
  return findings;
}

/** The terms of this record alone that ask DNS (RFC 7208 section 4.6.4). */
function adviseLookups(record: SpfRecord): Finding[] {
  const asking = lookupTerms(record);
  const count = asking.length;
  if (count < NEAR_LOOKUPS) return [];
  const rule = count > LIMITS.lookups ? "lookups-over" : "lookups-near";
  const from = asking[Math.min(count - 1, LIMITS.lookups)]!;
  const span = { from: Math.min(from.from, asking.at(-1)!.from), to: Math.max(from.to, asking.at(-1)!.to) };
  return [found(rule, span, { count })];
}

/** Terms that ask again what one before has asked; the first decides. */
function adviseRepeats(record: SpfRecord, end: number): Finding[] {
  const first = new Map<string, Directive>();
  const findings: Finding[] = [];
  for (const [index, term] of record.terms.slice(0, end).entries()) {
    if (term.kind !== "directive") continue;
    const key = normaliseTerm(term).replace(/^[-~?]/, "");
    const earlier = first.get(key);
    if (!earlier) first.set(key, term);
    else {
      const rule = term.mechanism.name === "include" ? "include-twice" : "duplicate-term";
      const isSame = earlier.qualifier === term.qualifier;
      const fix = isSame ? removal(record, index) : null;
      const isConflict = !isSame && "network" in term.mechanism;
      findings.push(found(isConflict ? "conflicting" : rule, term, { wider: earlier.text }, fix));
    }
  }
  return findings;
}
