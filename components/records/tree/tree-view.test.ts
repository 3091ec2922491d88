import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import type { RecordReport } from "@/lib/spf/record-report";
import { LANGUAGES, type Language } from "@/lib/spf/sentence";
import { reportText } from "@/lib/spf/text-report";
import { type RecordsAddress, readRecordsAddress } from "../address";
import { expectPlain, linksNamed, markupOf, reportOf, textOf } from "./render.fixture";
import { TreeView } from "./tree-view";

const ADDRESS = readRecordsAddress({ domain: "d.example" });

function treeOf(report: RecordReport, language: Language = "en", address: RecordsAddress = ADDRESS): string {
  const props = { report, text: report.text ?? "", address, language };
  const markup = markupOf(createElement(TreeView, props), language);
  expectPlain(markup);
  return markup;
}

const ONE_LOOKUP = (count: number) =>
  Array.from({ length: count }, (_, n) => `exists:e${n}.d.example`).join(" ");

/** 12 lookups: Google's include costs 4, p.example 5, the rest 3. */
const OVER = {
  "d.example": [
    "TXT v=spf1 include:_spf.google.com ip4:192.0.2.1 include:p.example a:h.d.example mx:d.example exists:%{ir}.x.d.example ~all",
    "MX 10 h.d.example",
  ],
  "h.d.example": ["A 192.0.2.9", "AAAA 2001:db8::9"],
  "_spf.google.com": ["TXT v=spf1 include:a.g.example include:b.g.example include:c.g.example ~all"],
  "a.g.example": ["TXT v=spf1 ip4:203.0.113.0/24 ~all"],
  "b.g.example": ["TXT v=spf1 ip4:198.51.100.0/25 ip6:2001:db8:4::/48 ~all"],
  "c.g.example": ["TXT v=spf1 ip4:192.0.2.0/24 ~all"],
  "p.example": [`TXT v=spf1 ip4:10.0.0.1 ${ONE_LOOKUP(4)} -all`],
};

describe.each(LANGUAGES)("the tree in %s", (language) => {
  test("tells what each term costs of the ten, whose it is, and how many addresses it matches", async () => {
    const text = textOf(treeOf(await reportOf(OVER), language));
    const { trace, recordTree } = TEXTS[language];
    expect(text).toContain(language === "en" ? "12 of 10" : "12회(한도 10회)");
    expect(text).toContain(trace.lookups);
    expect(text).toContain(recordTree.over);
    expect(text).toContain("Google Workspace");
    expect(text).toContain("1 + 3 = 4");
    expect(text).toContain("1 + 4 = 5");
    expect(text).toContain(
      language === "en" ? "640 IPv4 · 65,536 IPv6 /64s" : "IPv4 640개 · IPv6 /64 65,536개",
    );
    expect(text).toContain(recordTree.addresses.unknown);
  });

  test.each<[keyof typeof TEXTS.ko.recordTree.states, string, Record<string, string[]>]>([
    ["self", "include:d.example", {}],
    [
      "loop",
      "include:e.example",
      { "e.example": ["TXT v=spf1 include:f.example"], "f.example": ["TXT v=spf1 include:e.example"] },
    ],
    ["nxdomain", "include:gone.example", {}],
    ["none", "include:e.example", { "e.example": ["TXT hello"] }],
    ["several", "include:e.example", { "e.example": ["TXT v=spf1 -all", "TXT v=spf1 ~all"] }],
    ["syntax", "include:e.example", { "e.example": ["TXT v=spf1 moo -all"] }],
    ["error", "include:error.example", {}],
    ["open", "include:e.example", { "e.example": ["TXT v=spf1 +all"] }],
    ["void", "a:gone.example", {}],
    ["dns-error", "a:error.example", {}],
    ["null-mx", "mx:e.example", { "e.example": ["MX 0 "] }],
    ["mx-limit", "mx:e.example", { "e.example": Array.from({ length: 11 }, (_, n) => `MX ${n} h.example`) }],
    ["no-text", "exp=gone.example", {}],
    ["unknown-target", "include:%{o}.example", {}],
    ["invalid-target", `a:${"x".repeat(64)}.example`, {}],
    ["unreached", "all ip4:192.0.2.1", {}],
    ["broken", "ip4:192.0.2.999", {}],
  ])("says of a term that it is %s", async (state, term, zone) => {
    const report = await reportOf({ "d.example": [`TXT v=spf1 ${term} -all`], ...zone });
    expect(textOf(treeOf(report, language))).toContain(TEXTS[language].recordTree.states[state]);
  });

  test("has the cheapest way back under the limit, as links that change the draft", async () => {
    const markup = treeOf(await reportOf(OVER), language);
    const { cheapest } = TEXTS[language].recordTree;
    const [without] = linksNamed(markup, cheapest.takeOut);
    expect(without!.get("record")).toBe(
      "v=spf1 ip4:192.0.2.1 include:p.example a:h.d.example mx:d.example exists:%{ir}.x.d.example ~all",
    );
    const [written] = linksNamed(markup, language === "en" ? "4 addresses" : "대역 4개");
    expect(written!.get("record")).toBe(
      "v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.0/25 ip4:203.0.113.0/24 ip6:2001:db8:4::/48 ip4:192.0.2.1 include:p.example a:h.d.example mx:d.example exists:%{ir}.x.d.example ~all",
    );
    for (const link of [without, written]) {
      expect(link!.get("domain")).toBe("d.example");
      const changed = await reportOf(OVER, { domain: "d.example", text: link!.get("record")! });
      expect(changed.lookups).toBeLessThanOrEqual(10);
    }
    expect(treeOf(await reportOf({ "d.example": ["TXT v=spf1 mx -all"] }), language)).not.toContain(
      cheapest.title,
    );
  });

  test("explains macros for an example, or for the message of the address", async () => {
    const zone = {
      "d.example": ["TXT v=spf1 exists:%{ir}._spf.%{d2} include:p.example exp=e.d.example -all"],
      "p.example": ["TXT v=spf1 exists:%{l1r-}.%{d} -all"],
      "e.d.example": ["TXT See http://d.example/?s=%{S}&ip=%{c}"],
    };
    const report = await reportOf(zone);
    const example = textOf(treeOf(report, language));
    expect(example).toContain("1.2.0.192._spf.d.example");
    expect(example).toContain("user.p.example");
    expect(example).toContain("user@d.example");
    expect(example).toContain("See http://d.example/?s=user%40d.example&ip=192.0.2.1");
    const asked = { ...ADDRESS, ip: "2001:db8::1", sender: "list-bounce@d.example" };
    const own = textOf(treeOf(report, language, asked));
    expect(own).toContain("1.0.0.0.0.0.0.0.0.0.0.0");
    expect(own).toContain("list.p.example");
  });

  test("tells networks that lie in others, and what comes of it", async () => {
    const zone = { "d.example": ["TXT v=spf1 ip4:192.0.2.0/24 -ip4:192.0.2.7 ip4:192.0.2.8 -all"] };
    const text = textOf(treeOf(await reportOf(zone), language));
    const { overlaps } = TEXTS[language].recordTree;
    expect(text).toContain(overlaps.contradicted);
    expect(text).toContain(overlaps.redundant);
    expect(text).not.toContain(overlaps.exception);
  });

  test("has words for what is not there", async () => {
    const { recordTree } = TEXTS[language];
    expect(textOf(treeOf(await reportOf({}), language))).toContain(recordTree.root.nxdomain);
    expect(textOf(treeOf(await reportOf({ "d.example": [] }), language))).toContain(recordTree.root.none);
    const late = await reportOf({}, { domain: "error.example" });
    expect(textOf(treeOf(late, language))).toContain(recordTree.root.error);
    const several = await reportOf({ "d.example": ["TXT v=spf1 -all", "TXT v=spf1 ~all"] });
    expect(textOf(treeOf(several, language))).toContain(recordTree.root.several);
    expect(textOf(treeOf(await reportOf({}, { domain: null, text: "" }), language))).toContain(
      recordTree.root.empty,
    );
    const bare = await reportOf({ "d.example": ["TXT v=spf1"] });
    expect(textOf(treeOf(bare, language))).toContain(recordTree.noTerms);
    const { textOnly } = recordTree;
    expect(textOf(treeOf(reportText("v=spf1 mx -all"), language))).toContain(textOnly);
  });
});

const HOSTILE = `<script>alert(1)</script>"'><img/src=x/onerror=alert(1)>\u202e\u0001`;

test("text of strangers is escaped, and what hides in it is marked", async () => {
  const report = await reportOf({
    "d.example": [
      `TXT v=spf1 include:<b>.p.example ${HOSTILE} exists:%{i}.<i>.\u0001.d.example a:x.d.example exp=e.d.example -all`,
    ],
    "<b>.p.example": [`TXT v=spf1 include:<u>.example ip4:192.0.2.1 ${HOSTILE} -all`],
    "e.d.example": [`TXT ${HOSTILE} %{i}`],
  });
  for (const language of LANGUAGES) {
    const markup = treeOf(report, language);
    expect(markup).toContain("⟨U+202E⟩");
    expect(markup).toContain("&lt;script&gt;");
  }
});

test("a record of thousands of terms is drawn in part, and the rest is counted", async () => {
  const networks = Array.from({ length: 1_000 }, (_, n) => `ip4:10.${n >> 8}.${n & 255}.1`).join(" ");
  const wide = treeOf(await reportOf({ "d.example": [`TXT v=spf1 ${networks} -all`] }));
  expect(textOf(wide)).toContain("1,000 IPv4");
  expect(textOf(wide)).toContain("992 more");
  const names = treeOf(await reportOf({ "d.example": [`TXT v=spf1 ${ONE_LOOKUP(1_000)} -all`] }));
  expect(textOf(names)).toContain("701 more terms are not shown");
  expect(names.match(/exists:e\d+/g)!.length).toBeLessThan(1_400);
  for (const markup of [wide, names]) expect(Buffer.byteLength(markup)).toBeLessThan(800_000);
});

test("rows nearest to the root are drawn before those of a deep branch", async () => {
  const markup = treeOf(
    await reportOf({
      "d.example": ["TXT v=spf1 include:p.example a:last.d.example -all"],
      "p.example": [`TXT v=spf1 ${ONE_LOOKUP(600)} -all`],
    }),
  );
  expect(textOf(markup)).toContain("a:last.d.example");
  expect(textOf(markup)).toContain("304 more terms are not shown");
});

test("a tree that fans out is bounded", async () => {
  const zone: Record<string, string[]> = { "d.example": ["TXT v=spf1 include:n0.example -all"] };
  for (let n = 0; n < 18; n++)
    zone[`n${n}.example`] = [
      `TXT v=spf1 include:n${n + 1}.example include:n${n + 1}.example ${"a:x%{i}.example ".repeat(20)}-all`,
    ];
  const markup = treeOf(await reportOf(zone));
  expect(Buffer.byteLength(markup)).toBeLessThan(900_000);
});
