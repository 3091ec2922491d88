import { expect, test } from "vitest";
import { billOf } from "./bill.fixture";
import type { Finding } from "./finding";
import { lintPublished } from "./published-lint";
import { PUBLISHED_RULES, type PublishedRule } from "./published-rules";

type Names = Record<string, string[]>;

const HOSTS: Names = {
  "ok.example": ["TXT v=spf1 ip4:198.51.100.1 -all", "A 192.0.2.1", "AAAA 2001:db8::1", "MX 1 ok.example"],
  "open.example": ["TXT v=spf1 -ip4:192.0.2.1 +all"],
  "weak.example": ["TXT v=spf1 ip4:192.0.2.1 ?all"],
  "wide.example": ["TXT v=spf1 ip4:10.0.0.0/8 -all"],
  "wider.example": ["TXT v=spf1 ip4:10.0.0.0/8 -all"],
  "twice.example": ["TXT v=spf1 ip4:203.0.113.0/24 ip4:203.0.113.0/24 -all"],
  "broken.example": ["TXT v=spf1 ipv4:192.0.2.1 -all"],
  "two.example": ["TXT v=spf1 -all", "TXT v=spf1 ~all"],
  "words.example": ["TXT words"],
  "back.example": ["TXT v=spf1 include:d.example -all"],
  "self.example": ["TXT v=spf1 include:self.example -all"],
  "over.example": ["TXT v=spf1 include:ok.example -all"],
  "null.example": ["MX 0 "],
  "many.example": Array.from({ length: 11 }, (_, i) => `MX ${i} ok.example`),
  "four.example": ["A 192.0.2.1"],
  "text.example": ["TXT no: %{i} may not, see https://%{d}/spf%%20help"],
  "percent.example": ["TXT 100% wrong"],
  "receiver.example": ["TXT %{x} at %{r}"],
  "korean.example": ["TXT \u00ea\u00b1\u00b0\u00eb\u00b6\u0080"],
  "pointed.example": ["TXT v=spf1 ptr -all"],
  "behind.example": ["TXT v=spf1 -all ptr"],
  "inside.example": ["A 192.0.2.1", "A 10.1.2.3", "AAAA fd00::1", "MX 1 inside.example"],
};

const exists = (count: number) => Array.from({ length: count }, () => "exists:ok.example").join(" ");

/** For each rule, terms that break it and terms that nearly do; `names` puts records at d.example instead. */
const CASES: [PublishedRule, bad: string | Names, good: string | Names][] = [
  ["no-domain", {}, "-all"],
  ["no-record", { "d.example": ["TXT words", "A 192.0.2.1"] }, "-all"],
  ["no-answer", { "d.example": ["TIMEOUT"] }, "-all"],
  [
    "several-records",
    { "d.example": ["TXT v=spf1 -all", "TXT V=SPF1"] },
    { "d.example": ["TXT v=spf1 -all", "TXT v=spf10"] },
  ],
  [
    "sender-id-leftover",
    { "d.example": ["TXT v=spf1 -all", "TXT spf2.0/pra -all"] },
    { "d.example": ["TXT v=spf1 -all", "TXT an spf2.0/pra"] },
  ],
  ["string-too-long", `${"ip4:192.0.2.1 ".repeat(18)}-all`, "-all"],
  ["record-too-long", `${"ip4:192.0.2.1 ".repeat(32)}-all`, `${"ip4:192.0.2.1 ".repeat(31)}-all`],
  [
    "answer-too-long",
    { "d.example": ["TXT v=spf1 -all", `TXT ${"x".repeat(250)}`, `TXT ${"y".repeat(250)}`] },
    { "d.example": ["TXT v=spf1 -all", `TXT ${"x".repeat(200)}`, `TXT ${"y".repeat(200)}`] },
  ],
  ["near-record", { "d.example": ["TXT v=spf1ip4:192.0.2.1 -all"] }, "ip4:192.0.2.1 -all"],
  [
    "near-record",
    { "d.example": ["TXT v=spf1 -all", "TXT v=spf1;-all"] },
    { "d.example": ["TXT verify=spf1"] },
  ],
  ["ptr-below", "include:pointed.example -all", "ptr -all"],
  ["ptr-below", "redirect=pointed.example", "include:behind.example -all"],
  ["target-without-record", "include:words.example -all", "include:ok.example -all"],
  ["target-without-record", "redirect=words.example", "-all redirect=words.example"],
  ["target-without-domain", "include:gone.example -all", "-all include:gone.example"],
  ["target-several-records", "include:two.example -all", "a:two.example -all"],
  ["target-syntax", "include:broken.example -all", "include:ok.example -all"],
  ["target-no-answer", "include:error.example -all", "include:ok.example -all"],
  ["target-no-answer", "mx:error.example -all", "mx:ok.example -all"],
  ["target-passes-everyone", "include:open.example -all", "-include:open.example -all"],
  ["target-passes-everyone", "redirect=open.example", "include:weak.example -all"],
  ["redirect-ends-weak", "redirect=weak.example", "redirect=ok.example"],
  ["redirect-ends-weak", "redirect=weak.example", "include:weak.example -all"],
  ["invalid-target", "a:a..example -all", "a:ok.example -all"],
  ["loop", "include:back.example -all", "include:over.example -all"],
  ["self-include", "include:d.example -all", "include:ok.example -all"],
  ["self-include", "include:self.example -all", "a:self.example -all"],
  ["included-twice", "include:ok.example include:OK.example -all", "include:ok.example a:ok.example -all"],
  ["included-twice", "include:over.example include:ok.example -all", "include:over.example -all"],
  ["exp-without-text", "-all exp=gone.example", "-all exp=text.example"],
  ["exp-several-texts", "-all exp=two.example", "-all exp=text.example"],
  ["exp-syntax", "-all exp=percent.example", "-all exp=text.example"],
  ["exp-syntax", "-all exp=receiver.example", "-all exp=korean.example"],
  ["exp-not-ascii", "-all exp=korean.example", "-all exp=percent.example"],
  ["private-host-address", "a:inside.example -all", "a:ok.example -all"],
  ["private-host-address", "mx:inside.example -all", "exists:inside.example -all"],
  ["too-many-lookups", `${exists(11)} -all`, `${exists(10)} -all`],
  ["many-lookups", `${exists(8)} -all`, `${exists(7)} -all`],
  ["many-lookups", `${exists(10)} -all`, `${exists(11)} -all`],
  [
    "too-many-voids",
    "a:gone.example mx:gone.example exists:gone.example -all",
    "a:gone.example mx:gone.example -all",
  ],
  [
    "too-many-voids",
    "a:four.example a:four.example a:four.example -all",
    "a:four.example a:ok.example a:four.example -all",
  ],
  [
    "possible-voids",
    "ptr exists:%{i}.example exists:%{l}.example -all",
    "ptr exists:%{i}.example exists:ok.example -all",
  ],
  ["void-term", "exists:gone.example -all", "exists:ok.example -all"],
  ["no-address", "a:gone.example -all", "a:four.example -all"],
  ["no-address", "mx:gone.example -all", "mx:ok.example -all"],
  ["null-mx", "mx:null.example -all", "mx:ok.example -all"],
  ["too-many-mx", "mx:many.example -all", "mx:ok.example -all"],
  ["many-addresses", "include:wide.example -all", "ip4:10.0.0.0/12 -all"],
  [
    "contradicting-network",
    "include:wide.example -ip4:10.0.0.1 -all",
    "-ip4:10.0.0.1 include:wide.example -all",
  ],
  ["redundant-network", "include:wide.example ip4:10.0.0.1 -all", "ip4:10.0.0.0/8 ip4:10.0.0.1 -all"],
  ["redundant-network", "a:ok.example/24 ip4:192.0.2.9 -all", "a:ok.example ip4:192.0.2.9 -all"],
  ["network-twice", "include:wide.example include:wider.example -all", "include:twice.example -all"],
  ["redundant-network", "include:twice.example -all", "include:wide.example -all"],
  ["network-twice", "include:wide.example ip4:10.0.0.0/8 -all", "include:wide.example ip4:10.0.0.0/7 -all"],
  ["incomplete-bill", "include:%{i}.example -all", "exists:%{i}.example -all"],
];

/** A bill of d.example, whose TXT records have strings of a length that zones hold. */
function lint(given: string | Names): Finding[] {
  const names = typeof given === "string" ? { "d.example": [`TXT v=spf1 ${given}`] } : given;
  return lintPublished(billOf({ ...HOSTS, ...names }));
}

test.each(CASES)("%s", (rule, bad, good) => {
  const rules = (given: string | Names) => lint(given).map((finding) => finding.rule);
  expect(rules(bad)).toContain(rule);
  expect(rules(good)).not.toContain(rule);
});

test("every rule has a record that breaks it", () => {
  // Rule 60 is about what is no part of the bill: flattened/lint-flattened.test.ts.
  const elsewhere = ["broken-split", "flattened-stale", "flattened-missing", "flattened"];
  const tried = new Set<string>([...CASES.map(([rule]) => rule), ...elsewhere]);
  expect(Object.keys(PUBLISHED_RULES).filter((rule) => !tried.has(rule))).toEqual([]);
});

test.each([
  "ip4:203.0.113.0/24 a:ok.example include:ok.example -all",
  "mx:ok.example ~all",
  "-all",
  "redirect=over.example",
  "ip4:10.0.0.0/16 -ip4:172.16.0.1 ip4:172.16.0.0/16 exp=text.example -all",
])("of a good record nothing is said: %s", (terms) => {
  expect(lint(terms)).toEqual([]);
});

test("a finding further down is placed at the root's term that leads there", () => {
  const findings = lint({
    "d.example": ["TXT v=spf1 ip4:192.0.2.1 include:e.example -all"],
    "e.example": ["TXT v=spf1 include:f.example -all"],
    "f.example": ["TXT v=spf1 a:gone.example include:E.example -all"],
  });
  const place = { from: 21, to: 38, where: ["e.example", "f.example"] };
  expect(findings).toEqual([
    {
      rule: "too-many-lookups",
      severity: "error",
      from: 0,
      to: 43,
      where: [],
      values: { count: 14, limit: 10 },
    },
    {
      rule: "loop",
      severity: "error",
      ...place,
      values: { term: "include:E.example", path: "e.example → f.example → E.example" },
    },
    {
      rule: "no-address",
      severity: "warning",
      ...place,
      values: { term: "a:gone.example", target: "gone.example" },
    },
  ]);
});

test("a name that cannot be asked for breaks an include, and only leaves other terms without a match", () => {
  const severities = (terms: string) => lint(terms).map(({ rule, severity }) => [rule, severity]);
  expect(severities("a:a..example -all")).toEqual([["invalid-target", "warning"]]);
  expect(severities("include:a..example -all")).toEqual([["invalid-target", "error"]]);
});

test("void lookups are named, with the senders who meet them", () => {
  const values = (terms: string) => lint(terms).find(({ rule }) => rule === "too-many-voids")?.values;
  expect(values("a:four.example mx:gone.example a:gone.example ptr include:over.example -all")).toEqual({
    count: 3,
    limit: 2,
    clients: "ip6",
    terms: "a:four.example, mx:gone.example, a:gone.example",
  });
  expect(values("exists:gone.example exists:x.gone.example a:gone.example -all")).toMatchObject({
    clients: "all",
  });
});

test("networks that lie in others are told apart by their records", () => {
  expect(lint("include:wide.example ip4:10.0.0.1 ip4:10.0.0.2 -ip4:10.1.0.0/16 -all").slice(0, 2)).toEqual([
    {
      rule: "contradicting-network",
      severity: "warning",
      from: 54,
      to: 70,
      where: [],
      values: {
        inner: "-ip4:10.1.0.0/16",
        outer: "wide.example → ip4:10.0.0.0/8",
        network: "10.1.0.0/16",
        around: "10.0.0.0/8",
        count: 1,
      },
    },
    expect.objectContaining({ rule: "many-addresses", severity: "info" }),
  ]);
  expect(lint("ip4:10.0.0.0/7 -all")).toEqual([
    expect.objectContaining({ rule: "many-addresses", severity: "warning" }),
  ]);
});

test("the same of two tangled includes is said once", () => {
  const findings = lint({
    "d.example": ["TXT v=spf1 include:e.example include:f.example -all"],
    "e.example": ["TXT v=spf1 include:f.example -all"],
    "f.example": ["TXT v=spf1 exists:gone.example -all"],
  });
  expect(findings.map(({ rule }) => rule)).toEqual(["void-term", "included-twice"]);
});
