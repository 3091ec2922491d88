import type { MarkedSpan } from "@/components/spf/record-view";
import type { Suggestion } from "@/lib/spf/draft/suggestion";

/** Where edits lie: what they take out of the published text, and what they put into the suggested one. */
export function editSpans({ edits }: Pick<Suggestion, "edits">): {
  before: MarkedSpan[];
  after: MarkedSpan[];
} {
  const spans: { before: MarkedSpan[]; after: MarkedSpan[] } = { before: [], after: [] };
  let shift = 0;
  for (const { from, to, text } of edits) {
    if (to > from) spans.before.push({ from, to, mark: "remove" });
    if (text !== "") spans.after.push({ from: from + shift, to: from + shift + text.length, mark: "insert" });
    shift += text.length - (to - from);
  }
  return spans;
}
