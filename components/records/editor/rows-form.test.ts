import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { RowsForm } from "./rows-form";
import type { EditorTexts } from "./texts";

const anything = () => {};
// Its texts are long enough not to be empty, and say nothing.
const texts = new Proxy({}, { get: () => "…" }) as EditorTexts["rows"];

function rowsIn(text: string, isReady: boolean): number {
  const on = { onSet: anything, onType: anything, onLeft: anything };
  const props = { text, findings: [], providers: [], domain: null, texts, isReady, ...on };
  return renderToStaticMarkup(createElement(RowsForm, props)).split("<li").length - 1;
}

test("of a draft of thousands of terms the server renders no more rows than of one of sixty", () => {
  const text = `v=spf1${" a".repeat(2_490)}`;
  expect([rowsIn(text, false), rowsIn(text, true)]).toEqual([60, 2_490]);
  expect(rowsIn("v=spf1 a mx -all", false)).toBe(3);
});
