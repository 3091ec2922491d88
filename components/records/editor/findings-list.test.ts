import { createElement } from "react";
import { expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { applyFixes } from "@/lib/spf/lint/apply-fixes";
import { readRecordsAddress, recordsHref } from "../address";
import { expectPlain, markupOf, textOf } from "../traffic/markup.fixture";
import { FindingsList } from "./findings-list";
import { reportDraft } from "./shown-findings";
import { filled } from "./texts";

const ADDRESS = readRecordsAddress({ domain: "example.com" });
const texts = TEXTS.en.recordEditor;

/** Of a draft: how many fixes "all" says it applies, the draft it leads to without scripts, and how many are listed. */
function listOf(text: string) {
  const { findings } = reportDraft(text, null, "example.com");
  const nothing = () => undefined;
  const hrefOf = (fixes: Parameters<typeof applyFixes>[1]) =>
    recordsHref(ADDRESS, { record: applyFixes(text, fixes) });
  const props = { text, findings, texts, language: "en" as const, isReady: false, hrefOf };
  const markup = markupOf(createElement(FindingsList, { ...props, onSelect: nothing, onFix: nothing }), "en");
  expectPlain(markup);
  const links = [...markup.matchAll(/<a href="(\/records[^"]*)"[^>]*>(.*?)<\/a>/g)].map(
    ([, href, label]) => ({
      label: textOf(label!),
      record: new URLSearchParams(href!.replaceAll("&amp;", "&").split("?")[1]).get("record"),
    }),
  );
  const isOne = ({ label }: { label: string }) => label === texts.findings.fix;
  return { all: links.find((link) => !isOne(link)), listed: links.filter(isOne).length };
}

const all = (count: number) => filled(texts.findings.fixAll, { count });

test("all safe fixes are those that are listed; what they uncover is listed then", () => {
  const text = "v=spf1 include:_spf.example.net inclde:_spf.example.net ?al -all";
  const once = "v=spf1 include:_spf.example.net include:_spf.example.net ?all -all";
  expect(listOf(text)).toEqual({ all: { label: all(2), record: once }, listed: 2 });
  const twice = "v=spf1 include:_spf.example.net ?all";
  expect(listOf(once)).toEqual({ all: { label: all(2), record: twice }, listed: 2 });
  expect(listOf(twice)).toEqual({ all: undefined, listed: 0 });
});

test("those of findings that are not shown are not applied", () => {
  const wrong = Array.from({ length: 40 }, (_, n) => `ipv4:192.0.2.${n}`);
  const { all: link, listed } = listOf(`v=spf1 ${wrong.join(" ")} -all`);
  expect(listed).toBe(30);
  expect(link!.label).toBe(all(30));
  expect(link!.record!.match(/ipv4:/g)).toHaveLength(10);
});
