import { expect, test } from "vitest";
import { visibleParts, visibleText } from "./visible-text";

test.each([
  ["plain text", "kim@corp.example", "kim@corp.example"],
  ["Korean", "김 철수", "김 철수"],
  ["line ends and tabs", "a\r\n\tb", "a␍␊␉b"],
  ["a null and a delete", "\0\x7f", "␀␡"],
  ["a turned direction", "evil\u202egpj.exe", "evil⟨U+202E⟩gpj.exe"],
  ["spaces of no width", "pay\u200bpal", "pay⟨U+200B⟩pal"],
  ["an empty letter of Hangul", "pay\u3164pal", "pay⟨U+3164⟩pal"],
  ["a tag", "pay\u{e0041}pal", "pay⟨U+E0041⟩pal"],
  ["markup, which is only text", "<b>&amp;", "<b>&amp;"],
  ["half a surrogate", "\ud800x", "\ud800x"],
  ["more than fits", "x".repeat(400), `${"x".repeat(300)}…`],
  ["nothing", "", ""],
])("%s is shown", (_, given, shown) => {
  expect(visibleText(given)).toBe(shown);
});

test("what is made visible is told apart from what was written so", () => {
  expect(visibleParts("␀\0b")).toEqual([
    { text: "␀", isMark: false },
    { text: "␀", isMark: true },
    { text: "b", isMark: false },
  ]);
});
