import { isCheckable, truncated, withoutRoot } from "../domain-name";
import { asciiDomain } from "../idn";
import type { DomainSpec } from "../record";
import { type Finding, found } from "./finding";
import type { AdviceRule } from "./rules";

/** Whether a domain-spec is the domain that publishes the record: `%{d}`, or its name where it is known. */
export function isOwn({ text }: DomainSpec, domain: string | undefined): boolean {
  const own = (name: string) => withoutRoot(name).toLowerCase();
  return own(text) === "%{d}" || (domain !== undefined && own(text) === own(asciiDomain(domain)));
}

/**
 * What can be said of a domain-spec that is right by its grammar, but not as a name that DNS can hold. `name` is that of
 * its term; `isReached` tells whether checks can get to it.
 */
export function adviseDomain(text: string, spec: DomainSpec, name: string, isReached: boolean): Finding[] {
  const validated = /%\{p\d*r?[.\-+,/_=]*\}/i.exec(spec.text);
  const findings: Finding[] = [];
  if (validated) {
    const from = spec.from + validated.index;
    findings.push(found("macro-p", { from, to: from + validated[0].length }));
  }
  const isRecord = name === "include" || name === "redirect";
  const isHopeless = isRecord && isReached && !/[^\x20-\x7e]|%/.test(spec.text) && !hasRecord(spec.text);
  const effect = isRecord ? "record" : name === "exp" ? "words" : "match";
  const broken = isHopeless ? found("impossible-target", spec, { name }) : brokenName(spec, effect);
  if (broken) findings.push(broken);
  if (text[spec.to - 1] === ".") {
    const dot = { from: spec.to - 1, to: spec.to };
    findings.push(found("trailing-dot", dot, {}, { ...dot, text: "" }));
  }
  return findings;
}

/** Whether check_host() may find a record at a name without macros (RFC 7208 sections 4.3 and 7.3). */
function hasRecord(name: string): boolean {
  return isCheckable(truncated(withoutRoot(name)));
}

/** The first thing that is wrong with a name (RFC 1035 section 2.3.4; RFC 7208 section 4.8); a macro may be any label. */
function brokenName({ text, from }: DomainSpec, effect: string): Finding | null {
  const at = (rule: AdviceRule, start: number, length: number) =>
    found(rule, { from: from + start, to: from + start + length }, { length, effect });
  if (/[^\x20-\x7e]/.test(text)) return null;
  // Macros are put out of sight, their text being no label.
  const name = withoutRoot(text.replace(/%(?:\{[^}]*\}|.)/g, (macro) => "m".repeat(macro.length)));
  const odd = /[!-,/:-@[-^`{-~]+/.exec(name);
  if (odd) return at("odd-domain", odd.index, odd[0].length);
  const empty = /^\.|\.\.+/.exec(name);
  if (empty) return at("empty-label", empty.index, empty[0].length);
  const glued = /-all$/i.exec(name);
  if (glued) return at("name-ends-in-all", glued.index, glued[0].length);
  if (text.includes("%")) return null;
  let start = 0;
  for (const label of name.split(".")) {
    if (label.length > 63) return at("long-label", start, label.length);
    if (/^-|-$/.test(label)) return at("hyphen-label", start, label.length);
    start += label.length + 1;
  }
  return name.length > 253 ? at("long-name", 0, name.length) : null;
}
