import { isSpfRecord } from "./parse";
import type { DualCidr, Mechanism, SpfRecord, Term } from "./record";

/**
 * Writes a record as it was written: each term's text, with the spaces that stood before it. Terms that were added or
 * taken out of `terms` are written so; one without a place of its own in the record's text follows one space.
 */
export function writeRecord({ text, terms }: SpfRecord): string {
  const version = isSpfRecord(text) ? 6 : text.indexOf(" ");
  let end = version < 0 || (version !== 6 && terms.length === 0) ? text.length : version;
  let written = text.slice(0, end);
  for (const { from, to, text: term } of terms) {
    const gap = text.slice(end, from);
    written += (from >= end && /^ +$/.test(gap) ? gap : " ") + term;
    if (from >= end) end = to;
  }
  return written + (/^ *$/.test(text.slice(end)) ? text.slice(end) : "");
}

/**
 * Writes a record in one form for all that mean the same: single spaces, names and plain domains in lower case, no "+"
 * and no prefix length that is the default, networks in canonical notation. Broken terms stay as they are.
 */
export function normaliseRecord({ terms }: SpfRecord): string {
  return ["v=spf1", ...terms.map(normaliseTerm)].join(" ");
}

/** Writes one term in its normal form. */
export function normaliseTerm(term: Term): string {
  if (term.kind === "broken") return term.text;
  if (term.kind === "modifier") {
    const isDomain = term.name === "redirect" || term.name === "exp";
    return `${term.name}=${isDomain ? domainText(term.value.text) : term.value.text}`;
  }
  return (term.qualifier === "+" ? "" : term.qualifier) + normaliseMechanism(term.mechanism);
}

/** Whether two terms mean the same, however they are written. */
export function isSameTerm(one: Term, other: Term): boolean {
  return normaliseTerm(one) === normaliseTerm(other);
}

function normaliseMechanism(mechanism: Mechanism): string {
  switch (mechanism.name) {
    case "all":
      return "all";
    case "ip4":
    case "ip6":
      return `${mechanism.name}:${mechanism.network.text}`;
    case "a":
    case "mx":
      return mechanism.name + target(mechanism) + cidrText(mechanism.cidr);
    default:
      return mechanism.name + target(mechanism);
  }
}

function target({ domainSpec }: { domainSpec: { text: string } | null }): string {
  return domainSpec ? `:${domainText(domainSpec.text)}` : "";
}

/** The case of a macro's letter means something, so a text with one keeps its case. */
function domainText(text: string): string {
  return text.includes("%") ? text : text.toLowerCase();
}

function cidrText({ ip4, ip6 }: DualCidr): string {
  const [first, second] = [ip4 === 32 ? null : ip4, ip6 === 128 ? null : ip6];
  return (first === null ? "" : `/${first}`) + (second === null ? "" : `//${second}`);
}
