import { expect, test } from "vitest";
import { rfcUrl, say, textOf } from "./sentence";

test("what is put into a sentence stays apart from its words", () => {
  const parts = say`${"a.example"} has ${3} addresses, none is ${"192.0.2.1"}.`;
  expect(parts).toEqual([
    { quoted: "a.example" },
    " has ",
    "3",
    " addresses, none is ",
    { quoted: "192.0.2.1" },
    ".",
  ]);
  expect(textOf(parts, (text) => `<${text}>`)).toBe("<a.example> has 3 addresses, none is <192.0.2.1>.");
});

test("a section has its address at the RFC editor", () => {
  expect(rfcUrl("7208#section-4.6.4")).toBe("https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4");
});
