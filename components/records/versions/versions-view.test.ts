import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { fixedZone } from "@/lib/logs/zone";
import type { RecordVersion } from "@/lib/queries/record-version";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { readRecordsAddress, recordsHref } from "../address";
import { expectPlain, HOSTILE, markupOf, textOf } from "../traffic/markup.fixture";
import { VERSIONS, version } from "./versions.fixture";
import { VersionsView } from "./versions-view";

const ADDRESS = readRecordsAddress({ domain: "example.com", record: "v=spf1 -all", view: "publish" });
const HANA = { name: "hana", role: "member" };

function viewOf(
  versions: RecordVersion[],
  { language = "en" as Language, person = HANA, draft = "v=spf1 -all" } = {},
) {
  const props = { address: ADDRESS, domain: "example.com", draft, versions, person };
  const markup = markupOf(createElement(VersionsView, { ...props, zone: fixedZone(540) }), language);
  expectPlain(markup);
  return markup;
}

const removable = (markup: string) =>
  (markup.match(/<button [^>]*name="remove"[^>]*>/g) ?? []).map((button) => /value="(\d+)"/.exec(button)![1]);

describe.each(LANGUAGES)("what is kept of a record, in %s", (language) => {
  const texts = TEXTS[language].recordVersions;

  test("says when, who and what for, and what each changed from the one before", () => {
    const text = textOf(viewOf(VERSIONS, { language }));
    for (const part of ["hana", "minsu", "새 뉴스레터 서버 추가", texts.kinds.published])
      expect(text).toContain(part);
    expect(text).toContain(`${texts.changes.added} ip4:198.51.100.2`);
    expect(text).toContain(`${texts.changes.removed} ip4:203.0.113.7`);
    expect(text).toContain(`${texts.changes["changed-qualifier"]} ~all → -all`);
  });

  test("tells how a draft is passed on, whether it is saved or not", () => {
    for (const draft of ["v=spf1 -all", VERSIONS[0]!.text])
      expect(textOf(viewOf(VERSIONS, { language, draft }))).toContain(texts.save.share);
    expect(textOf(viewOf(VERSIONS, { language, draft: "" }))).not.toContain(texts.save.share);
  });

  test("of nothing says so", () => {
    expect(textOf(viewOf([], { language }))).toContain(texts.none);
  });

  test("shows names, notes and records as text", () => {
    const evil = version({ text: HOSTILE, by: HOSTILE, note: HOSTILE.replace("\u0000", "\n") });
    expect(textOf(viewOf([evil, version()], { language }))).toContain("<script>alert(1)</script>");
  });
});

test("one opens as the draft, unless it is too long for an address", () => {
  const href = recordsHref(ADDRESS, { record: VERSIONS[1]!.text }).replaceAll("&", "&amp;");
  expect(viewOf(VERSIONS)).toContain(`href="${href}"`);
  const long = version({ text: `v=spf1 ${"ip4:192.0.2.1 ".repeat(400)}-all` });
  expect(viewOf([long])).not.toContain("<a ");
});

test("one's own can be removed, and all by an admin", () => {
  expect(removable(viewOf(VERSIONS))).toEqual(["3"]);
  expect(removable(viewOf(VERSIONS, { person: { name: "root", role: "admin" } }))).toEqual(["3", "2", "1"]);
});

test("removing is a second step, which says what goes", () => {
  const markup = viewOf(VERSIONS, { person: { name: "root", role: "admin" } });
  const steps = [...markup.matchAll(/<details><summary[^>]*>(.*?)<\/summary>(.*?)<\/details>/g)]
    .map(([, summary, body]) => ({ summary: textOf(summary!), body: body! }))
    .filter(({ body }) => body.includes("<form"));
  expect(steps.map(({ body }) => removable(body))).toEqual([["3"], ["2"], ["1"]]);
  for (const { summary } of steps) expect(summary).toMatch(/^Remove \(kept at .*\d:\d\d/);
  const [draft, , published] = steps.map(({ body }) => textOf(body));
  expect(draft).toMatch(/removes the draft that was saved at .* for good\. Its note: 새 뉴스레터 서버 추가/);
  expect(published).toContain("The record in the DNS stays as it is.");
  expect(published).not.toContain("Its note");
  expect(removable(markup)).toHaveLength(steps.length);
});

test("the form keeps the draft and leads back, unless it is kept already or empty", () => {
  const fields = [...viewOf([]).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  expect(fields.map(([, name, value]) => [name, value!.replaceAll("&amp;", "&")])).toEqual([
    ["domain", "example.com"],
    ["record", "v=spf1 -all"],
    ["here", recordsHref(ADDRESS)],
  ]);
  expect(viewOf(VERSIONS, { draft: VERSIONS[0]!.text })).not.toContain('name="note"');
  expect(viewOf([], { draft: " " })).not.toContain('name="note"');
});

test("hundreds are folded away", () => {
  const versions = Array.from({ length: 300 }, (_, n) => version({ id: 300 - n }));
  expect(textOf(viewOf(versions))).toContain("Show 294 older");
});
