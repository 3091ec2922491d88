import { createElement } from "react";
import { expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { expectPlain, markupOf, textOf } from "./render.fixture";
import { SizesView } from "./sizes-view";

function sizesOf(text: string, language: Language, published: string[][] | null = []): string {
  const markup = markupOf(createElement(SizesView, { text, domain: "d.example", published }), language);
  expectPlain(markup);
  return markup;
}

const LONG = `v=spf1 ${Array.from({ length: 30 }, (_, n) => `ip4:192.0.2.${n}`).join(" ")} -all`;

test.each(LANGUAGES)("each limit has its size, its bar, and what it means, in %s", (language) => {
  const { sizes } = TEXTS[language].recordTree;
  const markup = sizesOf(LONG, language);
  const text = textOf(markup);
  expect(text).toContain(language === "en" ? "252 of 255 bytes" : "252 / 255바이트");
  expect(text).toContain(language === "en" ? `${LONG.length} of 450 bytes` : `${LONG.length} / 450바이트`);
  expect(text).toContain(sizes.stringMeans);
  expect(text).toContain(sizes.states.near);
  expect(markup).toMatch(/<rect width="9\d(\.\d)?%"/);
  expect(textOf(sizesOf("v=spf1 -all", language, null))).toContain(sizes.answerAloneMeans);
  const small = "v=spf1 -all";
  expect(textOf(sizesOf(small, language, [["x".repeat(250), "y".repeat(250)]]))).toContain(sizes.states.over);
  expect(textOf(sizesOf(small, language, [[`v=spf1 ${"x".repeat(500)}`]]))).not.toContain(sizes.states.over);
});

test("a record of many strings, or of hostile text, stays small and escaped", () => {
  const markup = sizesOf(`v=spf1 <img/src=x> \u202e ${"ip4:192.0.2.1 ".repeat(3_000)}`, "en");
  expect(markup).toContain("&lt;img");
  expect(textOf(markup)).toMatch(/161 more strings/);
  expect(Buffer.byteLength(markup)).toBeLessThan(20_000);
});
