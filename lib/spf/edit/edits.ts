import type { Span } from "../record";
import { isSameTerm } from "../write";
import { readRows, rowsOf, versionEnd } from "./rows";
import { placeOf, placeTaken, termOf } from "./term-place";

const VERSION = "v=spf1";

/**
 * The text with a term put where it works: a mechanism before what ends the record or contradicts it, `all`, `redirect`
 * and `exp` in place of the one that is there. Unchanged where the term is there already and counts.
 */
export function withTerm(text: string, term: string): string {
  const words = term.split(/\s+/).filter((word) => word !== "" && word.toLowerCase() !== VERSION);
  return words.reduce(withOne, text);
}

function withOne(text: string, word: string): string {
  const base = VERSION.startsWith(text.trim().toLowerCase()) ? VERSION : text;
  const [placed, term] = [readRows(base), termOf(word)];
  const taken = placeTaken(placed, term);
  if (taken)
    return isSameTerm(termOf(base.slice(taken.from, taken.to)), term)
      ? base
      : replacedTerm(base, taken, word);
  const place = placeOf(placed, term);
  if (placed.slice(0, place).some((own) => isSameTerm(own.term, term))) return base;
  const end = placed[place - 1]?.row.to ?? versionEnd(base);
  // Where the same term stands too late to count, it moves.
  const late = placed.slice(place).filter((own) => isSameTerm(own.term, term));
  const rest = withoutSpans(
    base,
    late.map(({ row }) => row),
  );
  return end === 0 ? `${word} ${rest}` : `${rest.slice(0, end)} ${word}${rest.slice(end)}`;
}

/** The text without every term that means the same as this one. */
export function withoutTerm(text: string, term: string): string {
  const unwanted = termOf(term.trim());
  return withoutSpans(
    text,
    readRows(text).flatMap(({ row, term: own }) => (isSameTerm(own, unwanted) ? [row] : [])),
  );
}

/** The text without the terms at a span, and the spaces before them. */
export function withoutSpan(text: string, span: Span): string {
  return withoutSpans(text, [span]);
}

/** The text with the term at a span written anew; "" takes it out. */
export function replacedTerm(text: string, span: Span, term: string): string {
  const written = term.trim();
  return written === "" ? withoutSpan(text, span) : text.slice(0, span.from) + written + text.slice(span.to);
}

/** The text with the term at a span one place further to the front (-1) or to the end (1). */
export function movedTerm(text: string, span: Span, by: -1 | 1): string {
  const rows = rowsOf(text);
  const index = rows.findIndex(({ from, to }) => from < Math.max(span.to, span.from + 1) && span.from < to);
  const [first, second] = by < 0 ? [rows[index - 1], rows[index]] : [rows[index], rows[index + 1]];
  if (index < 0 || !first || !second) return text;
  const between = text.slice(first.to, second.from);
  return text.slice(0, first.from) + second.text + between + first.text + text.slice(second.to);
}

/** The text without some spans, in the order of the text, and the spaces before each. */
function withoutSpans(text: string, spans: readonly Span[]): string {
  let [kept, at] = ["", 0];
  for (const { from, to } of spans) {
    let end = from;
    while (end > at && text[end - 1] === " ") end--;
    kept += text.slice(at, end);
    at = to;
  }
  // What stood first leaves no space before the next one.
  while (kept === "" && spans.length > 0 && text[at] === " ") at++;
  return kept + text.slice(at);
}
