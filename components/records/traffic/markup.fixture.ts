import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import type { Language } from "@/lib/spf/sentence";

/** What a stranger may have written into a log or a zone. */
export const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202e\u0000`;

/** A part of a page as the server sends it; fails on a text that is missing. */
export function markupOf(element: ReactElement, language: Language): string {
  const faults: unknown[] = [];
  const onError = (error: unknown) => faults.push(error);
  const props = { locale: language, messages: TEXTS[language], timeZone: "UTC", onError, children: element };
  const markup = renderToStaticMarkup(createElement(NextIntlClientProvider, props));
  expect(faults).toEqual([]);
  return markup;
}

/** The text of markup as one reads it, blanks as one. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&")
    .replace(/\s+/g, " ");
}

/** Holds of every part whatever it says: no script or style, nothing hidden unmarked, no text missing, no broken labels. */
export function expectPlain(markup: string): void {
  expect(/<(?:script|style|iframe|img|object|embed|base|link|meta)\b.{0,40}/i.exec(markup)).toBeNull();
  const tags = (markup.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, ""));
  expect(tags.filter((tag) => /\s(?:style|on[a-z]+|srcdoc)\s*=/i.test(tag))).toEqual([]);
  expect(
    /.{0,40}(?:record[A-Z][a-z]+\.[a-z]+|undefined|\[object|NaN|Infinity|Invalid Date)/.exec(markup),
  ).toBeNull();
  // What a form sends along is not shown.
  const shown = markup.replace(/<input type="hidden"[^>]*>/g, "");
  expect(/.{0,40}[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/.exec(shown)).toBeNull();
  const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, named] of markup.matchAll(/aria-(?:labelledby|describedby)="([^"]*)"/g))
    expect(ids).toContain(named);
  for (const [, to] of markup.matchAll(/<a [^>]*href="([^"]*)"/g))
    expect(to).toMatch(/^\/(?:records|messages|clients|domains|sources)|^https:\/\/www\.rfc-editor\.org\//);
}
