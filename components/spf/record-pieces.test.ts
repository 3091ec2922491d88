import fc from "fast-check";
import { expect, test } from "vitest";
import { markedPieces, type RecordMark } from "./record-pieces";

const shown = (text: string, spans: { from: number; to: number; mark: RecordMark }[]) =>
  markedPieces(text, spans).map((piece) => (piece.mark === null ? piece.text : `[${piece.text}]`));

const span = (from: number, to: number) => ({ from, to, mark: "insert" as const });

test.each([
  ["nothing", [], ["v=spf1 mx -all"]],
  ["a term", [span(7, 9)], ["v=spf1 ", "[mx]", " -all"]],
  ["a term with its space", [span(6, 9)], ["v=spf1 ", "[mx]", " -all"]],
  ["the end", [span(10, 14)], ["v=spf1 mx ", "[-all]"]],
  ["all", [span(0, 14)], ["[v=spf1 mx -all]"]],
  ["the place behind a letter", [span(9, 9)], ["v=spf1 m", "[x]", " -all"]],
  ["spaces only", [span(6, 7)], ["v=spf1 mx -all"]],
  ["two that overlap", [span(7, 12), span(10, 14)], ["v=spf1 ", "[mx -a]", "ll"]],
  ["what is not there", [span(12, 40)], ["v=spf1 mx -all"]],
])("%s is marked", (_, spans, pieces) => {
  expect(shown("v=spf1 mx -all", spans)).toEqual(pieces);
});

test("whatever is marked, the text is whole, and a long one is cut", () => {
  const place = fc.integer({ min: 0, max: 3_000 });
  const anySpan = fc.tuple(place, place).map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));
  fc.assert(
    fc.property(fc.string({ maxLength: 3_000, size: "max" }), fc.array(anySpan), (text, spans) => {
      const whole = markedPieces(text, spans)
        .map((piece) => piece.text)
        .join("");
      expect(whole).toBe(text.length > 2_000 ? `${text.slice(0, 2_000)}…` : text);
    }),
  );
});
