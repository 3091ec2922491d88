import { found } from "./finding";
import { isTerm } from "./is-term";
import { familyOf } from "./repair-addresses";
import type { Broken, Repair } from "./repairs";

const START = /^[-+~?]?(?:ip4|ip6|a|mx|include|exists|ptr|redirect|exp)[:/=]./i;
const NEXT = /(?:[-+~?]?(?:ip4|ip6|include|exists):|redirect=)/gi;

/** An address, or a term with a prefix length: nothing that ends in a name, which `all` could belong to. */
const ADDRESS = /^[-+~?]?(?:ip[46]:|[^/]*\/[/\d]+$)/i;

/** `192.0.2.0/24all`: no space before an `all` without a sign. A space would let everyone pass: there is no fix. */
function gluedBareAll({ term: { text, to } }: Broken) {
  const left = text.slice(0, -3);
  if (!/all$/i.test(text) || !ADDRESS.test(left) || !isTerm(left)) return null;
  return [found("glued-all", { from: to - 3, to }, { all: text.slice(-3) })];
}

/** `…7~all`: no space before the `all` (RFC 7208 section 4.6.1). */
function gluedAll({ term: { text, from, to } }: Broken) {
  const all = text.slice(-4);
  const left = text.slice(0, -4);
  const isRead = START.test(text) || isTerm(left) || familyOf(left.replace(/^[-+~?]/, "")) !== null;
  if (!/^[-~?+]all$/i.test(all) || !isRead || left === "") return null;
  return [found("glued-all", { from: to - 4, to }, { all }, { from: to - 4, to: to - 4, text: " " })].filter(
    () => from < to - 4,
  );
}

/** `ip4:192.0.2.1ip4:192.0.2.9`: two strings that were joined without a space (RFC 7208 section 3.3). */
function gluedTerms({ term: { text, from } }: Broken) {
  for (const { 0: name, index } of text.matchAll(NEXT)) {
    if (index === 0 || /^[-+~?]$/.test(text.slice(0, index))) continue;
    if (!isTerm(text.slice(0, index)) || !isTerm(text.slice(index))) return null;
    const at = from + index;
    return [
      found("glued-terms", { from: at, to: at + name.length }, { name }, { from: at, to: at, text: " " }),
    ];
  }
  return null;
}

/** Commas and semicolons between terms, and these and a full stop behind one. */
function strayPunctuation({ term: { text, from, to } }: Broken) {
  const end = /[;,.]{1,50}$/.exec(text.slice(-50))?.[0] ?? "";
  const inner = text.slice(0, text.length - end.length);
  const parts = inner.includes("%") ? [inner] : inner.split(/[;,]+/);
  const isBetween = parts.length > 1 && parts.some(isTerm);
  const isBehind = end !== "" && (inner === "" || isTerm(inner) || isBetween);
  if (!isBetween && !isBehind) return null;
  // A qualifier of the first would not say whether addresses behind it have it too.
  const isDoubtful = /^[-~?]/.test(text) && parts.slice(1).some((part) => part !== "" && !isTerm(part));
  const findings = isBetween
    ? Array.from(inner.matchAll(/[;,]+/g), ({ 0: written, index }) => {
        const span = { from: from + index, to: from + index + written.length };
        return found(
          "stray-punctuation",
          span,
          {},
          isDoubtful ? null : { ...span, text: /^[-+~?]?$/.test(text.slice(0, index)) ? "" : " " },
        );
      })
    : [];
  const tail = { from: to - end.length, to };
  return end === "" ? findings : [...findings, found("stray-punctuation", tail, {}, { ...tail, text: "" })];
}

/** Repairs of terms that run into each other. */
export const SEPARATION_REPAIRS: Repair[] = [gluedAll, gluedBareAll, strayPunctuation, gluedTerms];
