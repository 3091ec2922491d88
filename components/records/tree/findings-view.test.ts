import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import type { RecordReport } from "@/lib/spf/record-report";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { readRecordsAddress } from "../address";
import { FindingsView } from "./findings-view";
import { expectPlain, linksNamed, markupOf, reportOf, textOf } from "./render.fixture";

const ADDRESS = readRecordsAddress({ domain: "d.example" });

function findingsOf({ findings, text }: RecordReport, language: Language): string {
  const markup = markupOf(
    createElement(FindingsView, { findings, text, address: ADDRESS, language }),
    language,
  );
  expectPlain(markup);
  return markup;
}

describe.each(LANGUAGES)("the findings in %s", (language) => {
  const words = TEXTS[language].recordTree.findings;

  test("are those that need DNS, worst first, with the way to their place and the RFC", async () => {
    const report = await reportOf({
      "d.example": ["TXT v=spf1 a:gone.d.example include:p.example ptr -all"],
      "p.example": ["TXT v=spf1 include:q.example -all"],
      "q.example": ["TXT v=spf1 include:none.example -all"],
    });
    const markup = findingsOf(report, language);
    const text = textOf(markup);
    expect(text.indexOf("none.example")).toBeLessThan(text.indexOf("gone.d.example"));
    expect(text).toContain("include:p.example → q.example");
    expect(markup).toContain('href="https://www.rfc-editor.org/rfc/rfc7208#section-5.2"');
    const ptr = report.findings.filter((finding) => !("where" in finding));
    expect(ptr.map(({ rule }) => rule)).toContain("ptr");
    expect(markup.match(/<li /g)).toHaveLength(report.findings.length - ptr.length);
  });

  test("say that there is nothing, and link to a correction where there is one", async () => {
    const sound = await reportOf({ "d.example": ["TXT v=spf1 ip4:192.0.2.1 -all"] });
    expect(textOf(findingsOf(sound, language))).toContain(words.none);
    const fix = { from: 7, to: 10, text: "-all" };
    const own = { rule: "void-term", severity: "warning" as const, from: 7, to: 10, where: [] };
    const finding = { ...own, values: { term: "mx", target: "d.example" }, fix };
    const report = { ...sound, text: "v=spf1 mx ", findings: [finding] };
    expect(linksNamed(findingsOf(report, language), words.fix)[0]!.get("record")).toBe("v=spf1 -all");
  });
});

test("hostile names are escaped, and hundreds of findings are bounded", async () => {
  const terms = Array.from({ length: 200 }, (_, n) => `a:<img/src=x>.n${n}.example`).join(" ");
  const markup = findingsOf(await reportOf({ "d.example": [`TXT v=spf1 ${terms} -all`] }), "en");
  expect(markup).toContain("&lt;img");
  expect(markup.match(/<li /g)!.length).toBeLessThanOrEqual(68);
  expect(textOf(markup)).toMatch(/\d+ more are not shown/);
});
