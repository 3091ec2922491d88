import fc from "fast-check";
import { expect, test } from "vitest";
import { Continuations } from "@/lib/logs/continuation";
import { LONGEST_TEXT, splitText } from "./split-text";

const ID = "6AO3SgMK004568";

test("a short text stays whole", () => {
  expect(splitText(ID, "from=<a@b.example>")).toEqual([`${ID}: from=<a@b.example>`]);
});

test("a long text is numbered, and cut after a comma or a space", () => {
  const pieces = splitText(ID, "to=<kim@example.kr>,".repeat(100));
  expect(pieces.length).toBe(3);
  expect(pieces[0]).toMatch(/^6AO3SgMK004568\[1\]: to=.*>, \.\.\.$/);
  expect(pieces[2]).toMatch(/^6AO3SgMK004568\[3\]: to=.*>,$/);
});

test("pieces are short enough, and give the text again when they are joined", () => {
  const texts = fc
    .array(fc.stringMatching(/^[!-~]{0,60}$/), { maxLength: 120 })
    .map((words) => `x${words.join(" ")}y`);
  fc.assert(
    fc.property(texts, (text) => {
      const continuations = new Continuations();
      const pieces = splitText(ID, text);
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(LONGEST_TEXT);
      const read = pieces.map((piece) => continuations.push("host 1", piece));
      expect(read.at(-1)).toBe(`${ID}: ${text}`);
    }),
  );
});
