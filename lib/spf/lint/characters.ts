import { startOfCidr } from "../cidr";
import { asciiDomain } from "../idn";
import type { Span } from "../record";
import { type Finding, found } from "./finding";
import { lookAlike } from "./look-alike";
import type { SyntaxRule } from "./rules";

/** A character that no record may hold; `text` what it stands for, null where nobody can tell. */
interface Glyph extends Span {
  rule: SyntaxRule;
  text: string | null;
  character: string;
}

const RULE_OF: [RegExp, SyntaxRule, string | null][] = [
  [/^[\t\n\v\f\r]$/, "white-space", " "],
  [/^[\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/, "no-break-space", " "],
  [/^[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/, "invisible-character", ""],
  [/^[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]$/, "pasted-dash", "-"],
  [/^[\u02dc\u2053\u223c\u301c\uff5e]$/, "pasted-tilde", "~"],
  [/^[\u00ab\u00bb\u2018-\u201f\u2032\u2033\u301d-\u301f\uff02\uff07]$/, "pasted-quote", ""],
];

/**
 * Explains the characters of a term that no record may hold, together what they stand for (RFC 7208 section 3.1). A
 * domain in its own script is one finding, with its A-labels for a fix (RFC 5890) if no letter passes for another.
 */
export function characterFindings(text: string, span: Span): Finding[] {
  const glyphs = [...glyphsOf(text, span)];
  if (glyphs.every(({ rule, character }) => rule === "illegal-character" && isLetter(character))) {
    const domain = unicodeDomain(text, span, glyphs);
    if (domain) return [domain];
  }
  return runs(glyphs).map((run) => runFinding(text, run));
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{M}\p{N}]$/u.test(character) && character > "\u007f";
}

/** Octets of UTF-8, one per character as DNS gives them, are read as the character that they encode. */
function* glyphsOf(text: string, { from, to }: Span): Generator<Glyph> {
  for (let at = from; at < to; ) {
    const code = text.charCodeAt(at);
    if (code >= 32 && code <= 126) at++;
    else {
      const { point, length } = pointAt(text, at, to);
      const character = String.fromCodePoint(point);
      yield { from: at, to: at + length, character, ...meaning(point, character) };
      at += length;
    }
  }
}

function pointAt(text: string, at: number, end: number): { point: number; length: number } {
  const first = text.charCodeAt(at);
  const length = first < 0xc2 || first > 0xf4 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  if (length === 1 || at + length > end) return pairAt(text, at);
  let point = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = text.charCodeAt(at + i);
    if (next >> 6 !== 2) return pairAt(text, at);
    point = (point << 6) | (next & 63);
  }
  return point > 0x10ffff ? pairAt(text, at) : { point, length };
}

function pairAt(text: string, at: number): { point: number; length: number } {
  const point = text.codePointAt(at)!;
  return { point, length: point > 0xffff ? 2 : 1 };
}

/** What a character that no record may hold stands for, null where nobody can tell, and the rule about it. */
export function meaning(point: number, character: string): { rule: SyntaxRule; text: string | null } {
  for (const [pattern, rule, text] of RULE_OF) if (pattern.test(character)) return { rule, text };
  if (point === 0x3002 || point === 0xff61) return { rule: "full-width", text: "." };
  if (point > 0xff00 && point < 0xff5f)
    return { rule: "full-width", text: String.fromCharCode(point - 0xfee0) };
  return { rule: "illegal-character", text: null };
}

/** Neighbours of one rule make one finding. */
function runs(glyphs: Glyph[]): Glyph[] {
  const merged: Glyph[] = [];
  for (const glyph of glyphs) {
    const last = merged.at(-1);
    if (last?.to !== glyph.from || last.rule !== glyph.rule) merged.push({ ...glyph });
    else {
      last.to = glyph.to;
      last.character += glyph.character;
      last.text =
        last.text === null || glyph.text === null ? null : last.text === " " ? " " : last.text + glyph.text;
    }
  }
  return merged;
}

function runFinding(text: string, { from, to, rule, character, text: meant }: Glyph): Finding {
  const isEdge = from === 0 || to === text.length;
  const instead = meant === " " && isEdge ? "" : meant;
  const points = Array.from(character.slice(0, 8), codeText).join(" ");
  return found(
    rule,
    { from, to },
    { points, ...(meant !== null && { instead: meant }) },
    instead === null ? null : { from, to, text: instead },
  );
}

function codeText(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}`;
}

function unicodeDomain(text: string, { from, to }: Span, glyphs: Glyph[]): Finding | null {
  const separator = text.slice(from, to).search(/[:=]/);
  if (!/^[-+~?]?(?:a|mx|ptr|include|exists|redirect|exp)[:=]/i.test(text.slice(from, from + 12))) return null;
  const start = from + separator + 1;
  if (separator < 1 || glyphs.length === 0 || glyphs[0]!.from < start) return null;
  const end = startOfCidr(text, { from: start, to });
  let domain = "";
  let at = start;
  for (const glyph of glyphs) {
    domain += text.slice(at, glyph.from) + glyph.character;
    at = glyph.to;
  }
  domain += text.slice(at, end);
  const instead = asciiDomain(domain);
  if (!/^[\x21-\x7e]+$/.test(instead)) return null;
  const span = { from: start, to: end };
  const foreign = lookAlike(domain);
  if (foreign) return found("look-alike", span, { ...foreign, points: codeText(foreign.letter) });
  return found("unicode-domain", span, { domain, instead }, { ...span, text: instead });
}
