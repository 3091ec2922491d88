import type { Finding } from "@/lib/spf/lint/finding";
import type { Severity } from "@/lib/spf/lint/rules";
import type { Span } from "@/lib/spf/record";

/** How a stretch of the text is marked; "typed" is the term being typed. */
export type TextMark = Severity | "typed";

/** A stretch of a text from index `from` on. */
export interface Segment {
  from: number;
  text: string;
  mark: TextMark | null;
}

const RANK: Record<TextMark, number> = { typed: 0, error: 1, warning: 2, info: 3 };

/** A text in stretches that together are all of it, each marked by the worst that is said of it. */
export function markSegments(text: string, findings: readonly Finding[], typed: Span | null): Segment[] {
  const spans = findings.map((finding) => ({
    ...widened(text, finding),
    mark: finding.severity as TextMark,
  }));
  if (typed) spans.push({ ...typed, mark: "typed" });
  const edges = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])];
  const cuts = edges.filter((edge) => edge <= text.length).sort((a, b) => a - b);
  const segments: Segment[] = [];
  cuts.slice(0, -1).forEach((from, index) => {
    const to = cuts[index + 1]!;
    const over = spans.filter((span) => span.from <= from && span.to >= to);
    const mark = over.reduce<TextMark | null>((worst, span) => worseOf(worst, span.mark), null);
    const last = segments.at(-1);
    if (last && last.mark === mark) last.text += text.slice(from, to);
    else segments.push({ from, text: text.slice(from, to), mark });
  });
  return segments;
}

/** An empty span marks the character before it. */
function widened(text: string, { from, to }: Span): Span {
  if (from < to) return { from, to };
  return from > 0 ? { from: from - 1, to } : { from, to: Math.min(1, text.length) };
}

function worseOf(a: TextMark | null, b: TextMark): TextMark {
  return a !== null && RANK[a] <= RANK[b] ? a : b;
}
