import { type Finding, found } from "./finding";
import { isNearlyTerm, isTerm } from "./is-term";
import { KNOWN_NAMES, nearestNames } from "./nearest-name";
import type { Broken, Repair } from "./repairs";

/** `redirect:x.example`, `-include=x.example`, `ip4;192.0.2.1`, `ip4192.0.2.1`: another separator belongs there. */
function wrongSeparator({ term: { text, from } }: Broken): Finding[] | null {
  const [, start, name, written] =
    /^([-+~?]?(ip4|ip6|include|exists|redirect|exp|a|mx|ptr))([:=;,.\-_/]?)/i.exec(text) ?? [];
  if (name === undefined || start === undefined || start.length === text.length) return null;
  const meant = /^(?:redirect|exp)$/i.test(name) ? "=" : ":";
  const isShort = /^(?:a|mx|ptr)$/i.test(name);
  if (written === meant || (written !== "=" && isShort) || (written === "" && !/^ip/i.test(name)))
    return null;
  const instead = start + meant + text.slice(start.length + written!.length);
  const isModifier = meant === "=" && written === ":" && text.length > start.length + 1;
  if (!isModifier && !isTerm(instead)) return null;
  const at = { from: from + start.length, to: from + start.length + written!.length };
  const span = written === "" ? { from, to: at.to } : at;
  return [
    found("wrong-separator", span, { name: name.toLowerCase(), meant, instead }, { ...at, text: meant }),
  ];
}

/** `inlcude:x.example`, `ipv4:192.0.2.1`: a name that no mechanism has, near to one that some has. */
function misspelled({ term: { text, from }, problems }: Broken): Finding[] | null {
  if (!problems.some(({ code }) => code === "unknown-mechanism" || code === "modifier-name")) return null;
  const [, qualifier, name] = /^([-+~?]?)([^:/=]{1,40})(?=[:/=]|$)/.exec(text) ?? [];
  if (name === undefined || KNOWN_NAMES.includes(name.toLowerCase())) return null;
  const rest = text.slice(qualifier!.length + name.length);
  const names = nearestNames(name);
  if (names.length === 0) return null;
  const whole = names.filter((near) => isNearlyTerm(termOf(near, rest)));
  const near = whole[0] ?? names[0]!;
  const span = { from: from + qualifier!.length, to: from + qualifier!.length + name.length };
  const separator = rest === "" || rest[0] === "/" ? 0 : 1;
  const fix =
    whole.length === 1
      ? { from: span.from, to: span.to + separator, text: termOf(near, rest.slice(0, separator)) }
      : null;
  return [found("mechanism-typo", span, { name, near }, fix)];
}

function termOf(name: string, rest: string): string {
  const separator = name === "redirect" || name === "exp" ? "=" : ":";
  return name + rest.replace(/^[:=]/, separator);
}

/** Words behind the `all`, where nothing is evaluated. */
function trailingText({ record, index, term: { text, from, to } }: Broken): Finding[] | null {
  if (/[:/=]/.test(text) || index === 0) return null;
  const isBehindAll = record.terms
    .slice(Math.max(0, index - 30), index)
    .some((term) => term.kind === "directive" && term.mechanism.name === "all");
  if (!isBehindAll) return null;
  return [found("trailing-text", { from, to }, {}, { from: record.terms[index - 1]!.to, to, text: "" })];
}

/** Repairs of the names of terms. */
export const NAME_REPAIRS: Repair[] = [wrongSeparator, misspelled, trailingText];
