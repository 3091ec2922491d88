import { afterEach, expect, test, vi } from "vitest";
import { parseRecord } from "../parse";
import { textOf } from "../sentence";
import { applyFixes } from "./apply-fixes";
import { fixedRecord } from "./fixed-record";
import { lintMessage } from "./lint-message";
import { lintRecord } from "./lint-record";

const parsed = vi.hoisted(() => ({ characters: 0 }));
vi.mock("../parse", async (original) => {
  const parser = await original<typeof import("../parse")>();
  const counted = (text: string) => {
    parsed.characters += text.length;
    return parser.parseRecord(text);
  };
  return { ...parser, parseRecord: counted };
});
afterEach(() => {
  parsed.characters = 0;
});

/** What is written, what is said of it as `rule "what it points at"`, and what it becomes. */
const WRITTEN: [string, string[], string][] = [
  ["v=spf1 ip4 :8.8.8.8 -all", ['space-in-term " "'], "v=spf1 ip4:8.8.8.8 -all"],
  ["v=spf1 ip4:8.8.8.0 /24 -all", ['space-in-term " "'], "v=spf1 ip4:8.8.8.0/24 -all"],
  ["v=spf1 mx - all", ['space-in-term " "'], "v=spf1 mx -all"],
  ["v=spf1 mx + all", ['unknown-mechanism "+"'], "v=spf1 mx + all"],
  [
    "v=spf1 mx\u00a0\u2013all\r\n",
    ['no-break-space "\u00a0"', 'pasted-dash "\u2013"', 'white-space "\r\n"'],
    "v=spf1 mx -all",
  ],
  ["v=spf1 mx \u00e2\u0080\u0093all", ['pasted-dash "\u00e2\u0080\u0093"'], "v=spf1 mx -all"],
  ["v=spf1 \u200ball", ['invisible-character "\u200b"'], "v=spf1 \u200ball"],
  ["v=spf1 mx+all", ['glued-all "+all"'], "v=spf1 mx+all"],
  ["v=spf1 ip4:0.0.0.0 /0 -all", ['space-in-term " "'], "v=spf1 ip4:0.0.0.0 /0 -all"],
  ["v=spf1 a,mx,-all", ['stray-punctuation ","', 'stray-punctuation ","'], "v=spf1 a mx -all"],
  ["v=spf1 a,mx,all", ['stray-punctuation ","', 'stray-punctuation ","'], "v=spf1 a,mx,all"],
  ["v=spf1 -ip4:8.8.8.8,9.9.9.9 -all", ['stray-punctuation ","'], "v=spf1 -ip4:8.8.8.8,9.9.9.9 -all"],
  [
    "v=spf1 -a,-mx,ip4:9.9.9.9 all",
    ['stray-punctuation ","', 'stray-punctuation ","'],
    "v=spf1 -a -mx ip4:9.9.9.9 all",
  ],
  [
    "v=spf1 8.8.8.0/24-all",
    ['unknown-mechanism "8.8.8.0"', 'glued-all "-all"'],
    "v=spf1 ip4:8.8.8.0/24 -all",
  ],
  ["v=spf1 ipv4:8.8.8.0/024 -all", ['mechanism-typo "ipv4"'], "v=spf1 ip4:8.8.8.0/24 -all"],
  ["v=spf1 ip6:8.8.8.0/024 -all", ['ip4-in-ip6 "8.8.8.0/024"'], "v=spf1 ip4:8.8.8.0/24 -all"],
  ["v=spf1 ip4:8.8.8.8/ -all", ['prefix-syntax "/"'], "v=spf1 ip4:8.8.8.8 -all"],
  ["v=spf1 ip4:8.8.8.8,9.9.9.9 -all", ['stray-punctuation ","'], "v=spf1 ip4:8.8.8.8 ip4:9.9.9.9 -all"],
  [
    '"v=spf1 include:a.exa" "mple -all"',
    ['quotes """', 'quotes "" ""', 'quotes """'],
    "v=spf1 include:a.example -all",
  ],
  [
    '"v=spf1 include:a.example" "include:b.example -all"',
    ['quotes """', 'quotes "" ""', 'quotes """'],
    "v=spf1 include:a.example include:b.example -all",
  ],
  [
    "v=spf1 ip:8.8.8.8 ip:2a00::1 -all",
    ['mechanism-typo "ip"', 'mechanism-typo "ip"'],
    "v=spf1 ip4:8.8.8.8 ip6:2a00::1 -all",
  ],
  ["v=spf1 ip4:0.0.0.0/00 -all", ['prefix-leading-zero "0"'], "v=spf1 ip4:0.0.0.0/00 -all"],
  [
    "v=spf1 ip4:8.8.8.0/255.255.0.255 -all",
    ['prefix-netmask "255.255.0.255"'],
    "v=spf1 ip4:8.8.8.0/255.255.0.255 -all",
  ],
  ["v=spf1 ip6:2a00:://32 -all", ['prefix-slashes "//"'], "v=spf1 ip6:2a00::/32 -all"],
  ["v=spf1 ip6:[2a00::1] -all", ['address-extra "[2a00::1]"'], "v=spf1 ip6:2a00::1 -all"],
  ["v=spf1 ip4;8.8.8.8 -all", ['wrong-separator ";"'], "v=spf1 ip4:8.8.8.8 -all"],
  ["v=spf1 -include=a.example -all", ['wrong-separator "="'], "v=spf1 -include:a.example -all"],
  ["v=spf1 redirect:a", ['wrong-separator ":"'], "v=spf1 redirect=a"],
  ["all", ['version-missing "all"'], "all"],
  [
    "google-site-verification=x",
    ['version-missing "google-site-verification=x"'],
    "google-site-verification=x",
  ],
  ["ｖ＝ｓｐｆ１ mx －all", ['full-width "ｖ＝ｓｐｆ１"', 'pasted-dash "－"'], "v=spf1 mx -all"],
  ["", ['version-missing ""'], ""],
  [
    "v=spf1 include:ex\u0430mple.com -all",
    ['look-alike "ex\u0430mple.com"'],
    "v=spf1 include:ex\u0430mple.com -all",
  ],
  ["v=spf1 a:\u0251pple.com -all", ['look-alike "\u0251pple.com"'], "v=spf1 a:\u0251pple.com -all"],
  ["v=spf1 a:b\u00fccher.kr -all", ['unicode-domain "b\u00fccher.kr"'], "v=spf1 a:xn--bcher-kva.kr -all"],
  ["v=spf1 a:한글x.kr -all", ['unicode-domain "한글x.kr"'], "v=spf1 a:xn--x-cs6ej65h.kr -all"],
  ["v=spf1 redirect=https://a.example", [], "v=spf1 redirect=https://a.example"],
  ["v=spf1 redirect=https://a.example/", ['web-address "https://a.example/"'], "v=spf1 redirect=a.example"],
  [
    "v=spf1 include:http://a.example/spf -all",
    ['web-address "http://a.example/spf"'],
    "v=spf1 include:http://a.example/spf -all",
  ],
  [
    "v=spf1 include:https://8.8.8.8/ -all",
    ['numeric-toplabel "8"', 'prefix-not-allowed "/"'],
    "v=spf1 include:https://8.8.8.8/ -all",
  ],
  ["v=spf1 -a:b.example:25/24 -all", ['port ":25"'], "v=spf1 -a:b.example/24 -all"],
  ["v=spf1 include:b.example:587 -all", ['port ":587"'], "v=spf1 include:b.example -all"],
  ["v=spf1 ip4:8.8.8.8all", ['glued-all "all"'], "v=spf1 ip4:8.8.8.8all"],
  ["v=spf1 ip4:8.8.8.0/24ALL", ['glued-all "ALL"'], "v=spf1 ip4:8.8.8.0/24ALL"],
  ["v=spf1 ip6:2a00::1all", ['glued-all "all"'], "v=spf1 ip6:2a00::1all"],
  ["v=spf1 mx/24//64all", ['glued-all "all"'], "v=spf1 mx/24//64all"],
  ["v=spf1 mxall", ['unknown-mechanism "mxall"'], "v=spf1 mxall"],
  ["v=spf1 -all mx", [], "v=spf1 -all mx"],
  ["v=spf1 mx -all MX a", [], "v=spf1 mx -all a"],
  ["v=spf1 mx -all -mx", [], "v=spf1 mx -all -mx"],
  ["v=spf1 mx -all mx ~all", [], "v=spf1 mx -all"],
  ["v=spf1 mx -all redirect=a.example", [], "v=spf1 mx -all redirect=a.example"],
  ["v=spf1 mx -all v=spf1 a -all", [], "v=spf1 mx -all a -all"],
];

test.each(WRITTEN)("%j is explained and becomes what was meant", (text, expected, fixed) => {
  const errors = lintRecord(text).filter(({ severity }) => severity === "error");
  expect(errors.map(({ rule, from, to }) => `${rule} "${text.slice(from, to)}"`)).toEqual(expected);
  expect(fixedRecord(text)).toBe(fixed);
});

test("of two fixes that overlap the one further right is applied", () => {
  const fixes = [
    { from: 0, to: 3, text: "x" },
    { from: 2, to: 4, text: "y" },
    { from: 4, to: 4, text: "z" },
    { from: 4, to: 4, text: "z" },
  ];
  expect(applyFixes("abcdef", fixes)).toBe("abyzef");
});

const UNITS = [
  "a ",
  "ip4: ",
  "x",
  "%{",
  "\u00a0",
  "é%",
  '" "',
  "a,",
  "-all ",
  "ip4:8.8.8.8/9 ",
  "a~all ",
  "/1",
  "ipv4:8.8.8.8 ",
  ".",
  "a:a.a:",
  "include:a.a ip4:1.1.1.1",
];

test.each(UNITS)("a text of many %j takes twice the parsing when it is twice as long", (unit) => {
  const cost = (length: number, start: string) => {
    parsed.characters = 0;
    expect(lintRecord(start + unit.repeat(length / unit.length)).length).toBeLessThanOrEqual(200);
    return parsed.characters;
  };
  for (const start of ["", "v=spf1 ", "v=spf1 a:", "v=spf1 ip4:"]) {
    const [once, twice] = [cost(25_000, start), cost(50_000, start)];
    expect(twice).toBeLessThan(once * 2.2);
    expect(twice).toBeLessThan(50_000 * 40);
  }
  expect(parseRecord("v=spf1").problems).toEqual([]);
});

test("a hundred thousand characters of junk get their findings", () => {
  for (const unit of ["é%", "\u0000", "v=spf1 é:", "🙂 "]) {
    const findings = lintRecord(`v=spf1 ${unit.repeat(100_000 / unit.length)}`);
    expect(findings.some(({ severity }) => severity === "error")).toBe(true);
    expect(findings.length).toBeLessThanOrEqual(200);
  }
});

/** What is said of a part of a record, in English, and whether as an error. */
const SAID: [string, string, RegExp, boolean][] = [
  ["v=spf1 include:_spf..com -all", "_spf..com", /permerror/, true],
  ["v=spf1 redirect=.a.example", ".a.example", /permerror/, true],
  [`v=spf1 include:${"x".repeat(64)}.example -all`, `${"x".repeat(64)}.example`, /permerror/, true],
  ["v=spf1 include:%{d}..a.example -all", "..", /a check that gets here ends in permerror/, false],
  ["v=spf1 -all redirect=_spf..a.example", "..", /a check that gets here ends in permerror/, false],
  ["v=spf1 a:mail..a.example -all", "..", /this term never matches/, false],
  ["v=spf1 -all exp=why..a.example", "..", /the explanation is never sent/, false],
  ["v=spf1 include:http://x.com -all", "://", /permerror.*not a web address/, false],
  ["v=spf1 include:a.com;include:b.com -all", ";", /permerror.*two terms/, false],
  ["v=spf1 a:a.com;include:b.com -all", ";", /this term never matches/, false],
  ["v=spf1 ip4:8.8.8.8all", "all", /let everyone pass: write ~all or -all/, true],
  ["v=spf1 mx+all", "+all", /let everyone pass: write ~all or -all/, true],
  ["v=spf1 ip4:8.8.8.8-all", "-all", /Put one space/, true],
  ["v=spf1 ~all mx", "mx", /move it before ~all/, false],
];

test.each(SAID)("%j: of %j what comes of it is said", (text, written, said, isError) => {
  const finding = lintRecord(text).find(({ from, to }) => text.slice(from, to).startsWith(written))!;
  expect(textOf(lintMessage(finding, text, "en").parts, (quoted) => quoted)).toMatch(said);
  expect(finding.severity === "error").toBe(isError);
});

test.each([
  ["-", 1],
  ["~", 1],
  ["?", 0],
  ["", 0],
])("an include with the sign %j is advised against %i times", (sign, times) => {
  const findings = lintRecord(`v=spf1 ${sign}include:a.example -all`);
  expect(findings.filter(({ rule }) => rule === "include-qualifier")).toHaveLength(times);
});

test("behind an all, lookups and a record's own domain are no errors", () => {
  const many = Array.from({ length: 11 }, (_, i) => `a:s${i}.example`).join(" ");
  const errors = (text: string) =>
    lintRecord(text, { domain: "a.example" }).filter(({ severity }) => severity === "error");
  expect(errors(`v=spf1 -all ${many} include:a.example redirect=a.example`)).toEqual([]);
  expect(errors(`v=spf1 ${many} include:a.example -all`).map(({ rule }) => rule)).toEqual([
    "lookups-over",
    "include-self",
  ]);
});
