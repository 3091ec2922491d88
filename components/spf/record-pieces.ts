import type { Span } from "@/lib/spf/record";

/** What is said of a place in a record: put in or taken out by an edit, an error, or the term that decided. */
export type RecordMark = "insert" | "remove" | "problem" | "decided";

/** A stretch of a text from index `from` on. */
export interface RecordPiece {
  from: number;
  text: string;
  mark: RecordMark | null;
}

/** What is shown of a record at most; DNS takes more than anyone reads. */
const LONGEST = 2_000;

/**
 * A record's text in pieces, marked where spans lie. An empty span marks the character before it; of spans that overlap
 * the earlier one counts. Spaces at the ends of a span are not marked.
 */
export function markedPieces(
  text: string,
  spans: readonly (Span & { mark: RecordMark })[],
): readonly RecordPiece[] {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  const pieces: RecordPiece[] = [];
  let at = 0;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const { from, to } = withoutSpaces(shown, span);
    if (from < at || from >= to || to > shown.length) continue;
    if (from > at) pieces.push({ from: at, text: shown.slice(at, from), mark: null });
    pieces.push({ from, text: shown.slice(from, to), mark: span.mark });
    at = to;
  }
  return at < shown.length || pieces.length === 0
    ? [...pieces, { from: at, text: shown.slice(at), mark: null }]
    : pieces;
}

function withoutSpaces(text: string, { from, to }: Span): Span {
  if (from === to) return { from: Math.max(0, from - 1), to };
  let [start, end] = [from, to];
  while (start < end && text[start] === " ") start++;
  while (end > start && text[end - 1] === " ") end--;
  return { from: start, to: end };
}
