import { describe, expect, test } from "vitest";
import { reportDraft } from "./shown-findings";
import { termAt } from "./term-at";

/** The rules found while the caret stands at "|" and the term there is being typed. */
function whileTyped(marked: string) {
  const caret = marked.indexOf("|");
  const text = marked.replace("|", "");
  const { findings, ofTyped } = reportDraft(text, termAt(text, caret), "example.com");
  return { rules: findings.map(({ rule }) => rule), ofTyped: ofTyped?.rule ?? null, findings, text };
}

describe("while a term is typed", () => {
  test.each([
    ["v=spf1 inclu| -all", [], "mechanism-typo"],
    ["v=spf1 include:_spf| -all", [], "bad-toplabel"],
    ["v=spf1 ip4:1.2.3| -all", [], "bad-ip4"],
    ["v=spf1 a ~a|", [], null],
    ["v=spf1 a ~al|", [], "mechanism-typo"],
    ["v=spf1 ptr inclu|", ["ptr", "no-all"], "mechanism-typo"],
    ["v=sp| a -all", [], "version-missing"],
  ])("%s: nothing is said of it, and of the others what would be", (marked, rules, ofTyped) => {
    const shown = whileTyped(marked);
    expect(shown.rules).toEqual(rules);
    if (ofTyped !== null) expect(shown.ofTyped).toBe(ofTyped);
  });

  test("the places of what follows it are those of the text", () => {
    const { findings, text } = whileTyped("v=spf1 include:_spf| ip4:10.0.0.1 -all");
    expect(findings.map(({ from, to }) => text.slice(from, to))).toEqual(["10.0.0.1"]);
  });

  test("an error elsewhere is still said", () => {
    expect(whileTyped("v=spf1 ip4:1.2.3.300 inclu| -all").rules).toEqual(["bad-ip4"]);
  });
});

test("a term that is finished is told of as everywhere", () => {
  const { findings, lookups } = reportDraft("v=spf1 inclu a -all", null, null);
  expect(findings[0]).toMatchObject({ severity: "error", from: 7, to: 12 });
  expect(lookups).toBe(1);
});

test("nothing is said of a draft with nothing in it", () => {
  expect(reportDraft("  ", null, null).findings).toEqual([]);
});
