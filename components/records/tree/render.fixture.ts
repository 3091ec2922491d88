import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { type BillRequest, recordBill } from "@/lib/spf/bill/record-bill";
import { type RecordReport, reportRecord } from "@/lib/spf/record-report";
import type { Language } from "@/lib/spf/sentence";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";

/** The report of d.example, or of what is asked for, in a zone. */
export function reportOf(
  names: Record<string, string[]>,
  request: BillRequest = { domain: "d.example" },
): Promise<RecordReport> {
  return reportRecord(request, zoneResolver(zoneOf(names)));
}

/** The bill alone. */
export async function billIn(names: Record<string, string[]>) {
  return await recordBill({ domain: "d.example" }, zoneResolver(zoneOf(names)));
}

/** A view's markup; no text of it may be missing. */
export function markupOf(view: ReactElement, language: Language): string {
  const faults: unknown[] = [];
  const onError = (error: unknown) => faults.push(error);
  const props = { locale: language, messages: TEXTS[language], timeZone: "UTC", onError, children: view };
  const markup = renderToStaticMarkup(createElement(NextIntlClientProvider, props));
  expect(faults).toEqual([]);
  return markup;
}

/** What holds of every view: no script, no style, no handler, links within the site or to the RFCs, names of its own. */
export function expectPlain(markup: string): void {
  expect(markup).not.toMatch(/<(?:script|style|iframe|img|object|embed|base|link|meta)\b/i);
  const tags = (markup.match(/<[a-z][^>]*>/gi) ?? []).map((tag) => tag.replace(/"[^"]*"/g, ""));
  expect(tags.filter((tag) => /\s(?:style|on[a-z]+|srcdoc)\s*=/i.test(tag))).toEqual([]);
  expect(markup).not.toMatch(/recordTree\.|undefined|NaN|\[object/);
  expect(markup).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
  const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [, named] of markup.matchAll(/(?:aria-labelledby|aria-describedby|for|list)="([^"]*)"/g))
    expect(ids).toContain(named);
  for (const [, to] of markup.matchAll(/<a [^>]*?href="([^"]*)"/g))
    expect(to).toMatch(/^#|^\/records\?|^https:\/\/www\.rfc-editor\.org\//);
}

/** A markup's text, as it is read. */
export function textOf(markup: string): string {
  return markup
    .replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
}

/** Where the links of a markup lead whose text contains `name`. */
export function linksNamed(markup: string, name: string): URLSearchParams[] {
  return [...markup.matchAll(/<a [^>]*?href="\/records\?([^"]*)"[^>]*>(.*?)<\/a>/g)]
    .filter(([, , text]) => textOf(text!).includes(name))
    .map(([, query]) => new URLSearchParams(textOf(query!)));
}
