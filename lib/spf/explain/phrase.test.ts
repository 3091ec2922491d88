import { expect, test } from "vitest";
import { phraseIn } from "./phrase";

const phrase = phraseIn("(empty)");

test("words of ours join, and quoted text stays apart", () => {
  const list = phrase`${"a.example"} and ${2} more`;
  expect(phrase`None of ${list}${[" hosts"]}.`).toEqual([
    "None of ",
    { quoted: "a.example" },
    " and 2 more hosts.",
  ]);
});

test("a quoted text that is empty is said to be so", () => {
  expect(phrase`${""} is no domain.`).toEqual(["(empty) is no domain."]);
});
