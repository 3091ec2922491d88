import type { Span } from "@/lib/spf/record";

/** The word of a text in which a caret stands, or at whose end it stands; null between spaces. */
export function termAt(text: string, caret: number | null): Span | null {
  if (caret === null) return null;
  let [from, to] = [caret, caret];
  while (from > 0 && !isSpace(text[from - 1])) from--;
  while (to < text.length && !isSpace(text[to])) to++;
  return from === to ? null : { from, to };
}

/** Whether two spans share a character, or touch where one of them is empty. */
export function touches(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to ? true : isEmptyWithin(a, b) || isEmptyWithin(b, a);
}

function isEmptyWithin(a: Span, b: Span): boolean {
  return a.from === a.to && a.from >= b.from && a.from <= b.to;
}

function isSpace(character: string | undefined): boolean {
  return character === " " || character === "\n" || character === "\t";
}
