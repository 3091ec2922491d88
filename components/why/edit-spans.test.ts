import { expect, test } from "vitest";
import { inputOf } from "@/lib/why/diagnosis/case.fixture";
import { CASES } from "@/lib/why/diagnosis/cases.fixture";
import { editSpans } from "./edit-spans";

const suggestions = CASES.flatMap(([name, , , , zone, mail]) => {
  const { suggestion } = inputOf(zone, mail);
  return suggestion === null || suggestion.suggested === null ? [] : [[name, suggestion] as const];
});

test("there are suggestions of many kinds to try", () => {
  const reasons = new Set(suggestions.flatMap(([, { edits }]) => edits.map(({ reason }) => reason)));
  expect(reasons.size).toBeGreaterThan(5);
});

test.each(suggestions)("what is not marked is in both records: %s", (_, suggestion) => {
  const { before, after } = editSpans(suggestion);
  const { published, suggested, edits } = suggestion;
  const kept = (text: string, spans: { from: number; to: number }[]) =>
    spans.reduceRight((left, { from, to }) => left.slice(0, from) + left.slice(to), text);
  expect(kept(suggested!, after)).toBe(kept(published ?? "", before));
  expect(after.map(({ from, to }) => suggested!.slice(from, to))).toEqual(
    edits.map(({ text }) => text).filter((text) => text !== ""),
  );
});
