import { expect, test } from "vitest";
import { PUBLISHED_RULES } from "./bill/published-rules";
import { RULES } from "./lint/rules";
import { type Finding, reportRecord } from "./record-report";
import type { DnsRecord } from "./resolver";
import { named } from "./senders/clients.fixture";
import { groupSenders } from "./senders/groups";
import type { Sender } from "./senders/sender";
import { sender } from "./senders/sender.fixture";
import { trafficFindings } from "./senders/traffic-findings";
import { reportText } from "./text-report";
import { type Zone, zoneOf, zoneResolver } from "./zone.fixture";

/** What the hosts of the examples hold. */
const HOSTS = {
  "ok.example": ["TXT v=spf1 ip4:8.8.8.8 -all", "A 8.8.4.4", "AAAA 2a00:1450::1", "MX 1 ok.example"],
  "open.example": ["TXT v=spf1 +all"],
  "weak.example": ["TXT v=spf1 a:ok.example ?all"],
  "words.example": ["TXT words"],
  "loop.example": ["TXT v=spf1 include:d.example -all"],
  "self.example": ["TXT v=spf1 include:self.example -all"],
  "net.example": ["TXT v=spf1 ip4:9.9.9.0/24 -all"],
  "other.example": ["TXT v=spf1 ip4:9.9.9.0/24 -all"],
  "null.example": ["MX 0 "],
  "many.example": Array.from({ length: 11 }, (_, preference) => `MX ${preference} ok.example`),
  "two.example": ["TXT one", "TXT two"],
  "private.example": ["A 10.0.0.1"],
  "spf.mtasv.net": ["TXT v=spf1 ip4:50.31.156.96/27 ip4:104.245.209.192/26 ip4:147.160.158.0/24 -all"],
  "_spf.createsend.com": [
    "TXT v=spf1 ip4:103.28.42.0/24 ip4:146.88.28.0/24 ip4:163.47.180.0/22 ip4:203.55.21.0/24 ip4:204.75.142.0/24 ip4:27.126.146.0/24 ip4:8.8.4.0/24 ~all",
  ],
  "wide.example": ["TXT v=spf1 ip4:8.0.0.0/7 -all"],
  ...Object.fromEntries(
    Array.from({ length: 12 }, (_, i) => [
      `deep${i}.example`,
      [`TXT v=spf1 include:deep${i + 1}.example -all`],
    ]),
  ),
};

/** A record's text around the place that is found. */
type Placed = [before: string, place: string, after: string];
interface Published {
  /** All that is at d.example: each a text, or its strings. */
  at: (string | string[])[];
  place: Placed;
}

const whole = (text: string): Placed => ["", text, ""];
const repeated = (term: string, count: number) => Array.from({ length: count }, () => term).join(" ");
const published = (place: Placed, ...others: (string | string[])[]): Published => ({
  at: [place.join(""), ...others],
  place,
});
const strings = (place: Placed, ...parts: string[]): Published => ({ at: [parts], place });

/** The mistakes of the catalogue that a record's text shows: number, rule, and the record with the place of it. */
const IN_TEXT: [number, string, Placed][] = [
  [3, "version-twice", ["v=spf1 mx ", "v=spf1", " a -all"]],
  [4, "version-typo", ["", "v=spf2", " mx -all"]],
  [4, "version-glued", ["", "v=spf1mx", " -all"]],
  [4, "version-missing", ["", "mx", " -all"]],
  [4, "leading-space", ["", " ", "v=spf1 mx -all"]],
  [6, "sender-id", ["", "spf2.0/mfrom,pra", " mx -all"]],
  [7, "illegal-character", ["v=spf1 mx", "\ufffd", " -all"]],
  [7, "no-break-space", ["v=spf1 mx", "\u00a0", "-all"]],
  [7, "pasted-dash", ["v=spf1 mx ", "\u2013", "all"]],
  [7, "pasted-tilde", ["v=spf1 mx ", "\u223c", "all"]],
  [7, "invisible-character", ["v=spf1 in", "\u200b", "clude:ok.example -all"]],
  [7, "full-width", ["v=spf1 ip4", "\uff1a", "8.8.8.8 -all"]],
  [10, "stray-punctuation", ["v=spf1 mx -all", ";", ""]],
  [10, "trailing-text", ["v=spf1 mx -all ", "updated", ""]],
  [11, "unknown-mechanism", ["v=spf1 ", "sender", ":ok.example -all"]],
  [11, "mechanism-typo", ["v=spf1 ", "ipv4", ":8.8.8.8 -all"]],
  [11, "mechanism-typo", ["v=spf1 ", "inclued", ":ok.example -all"]],
  [12, "ip6-in-ip4", ["v=spf1 ip4:", "2a00:1450::1", " -all"]],
  [12, "ip4-in-ip6", ["v=spf1 ip6:", "8.8.8.8", " -all"]],
  [13, "prefix-too-long", ["v=spf1 ip4:8.8.8.0", "/33", " -all"]],
  [13, "prefix-leading-zero", ["v=spf1 ip4:8.8.8.0/", "0", "24 -all"]],
  [13, "prefix-syntax", ["v=spf1 ip4:8.8.8.0", "/", " -all"]],
  [13, "prefix-netmask", ["v=spf1 ip4:8.8.8.0/", "255.255.255.0", " -all"]],
  [14, "space-in-term", ["v=spf1 ip4:", " ", "8.8.8.8 -all"]],
  [14, "space-in-term", ["v=spf1 mx -", " ", "all"]],
  [15, "missing-value", ["v=spf1 include", ":", " -all"]],
  [15, "missing-value", ["v=spf1 mx redirect", "=", ""]],
  [15, "missing-value", ["v=spf1 ", "exists", " -all"]],
  [15, "missing-value", ["v=spf1 mx -all exp", "=", ""]],
  [16, "mechanism-as-modifier", ["v=spf1 include", "=", "ok.example -all"]],
  [16, "wrong-separator", ["v=spf1 mx redirect", ":", "ok.example"]],
  [17, "glued-all", ["v=spf1 ip4:8.8.8.7", "~all", ""]],
  [17, "name-ends-in-all", ["v=spf1 include:ok.example", "-all", ""]],
  [18, "repeated-space", ["v=spf1 mx", "   ", "-all"]],
  [18, "white-space", ["v=spf1 mx", "\t", "-all"]],
  [18, "trailing-space", ["v=spf1 mx -all", " ", ""]],
  [19, "macro-letter", ["v=spf1 exists:", "%{x}", ".ok.example -all"]],
  [19, "macro-percent", ["v=spf1 exists:", "%", "(i).ok.example -all"]],
  [19, "macro-transformer", ["v=spf1 exists:", "%{ir2}", ".ok.example -all"]],
  [19, "macro-exp-only", ["v=spf1 exists:", "%{c}", ".ok.example -all"]],
  [20, "macro-in-ip", ["v=spf1 ip4:", "%{i}", " -all"]],
  [21, "single-label", ["v=spf1 a:", "mail", " -all"]],
  [21, "empty-label", ["v=spf1 a:mail", "..", "ok.example -all"]],
  [21, "long-label", ["v=spf1 a:", "x".repeat(64), ".example -all"]],
  [21, "long-name", ["v=spf1 a:", `${"abcd.".repeat(50)}example`, " -all"]],
  [21, "numeric-toplabel", ["v=spf1 a:mail.", "123", " -all"]],
  [21, "hyphen-label", ["v=spf1 a:", "-mail", ".ok.example -all"]],
  [22, "no-all", ["v=spf1 a ", "mx", ""]],
  [23, "plus-all", ["v=spf1 mx ", "+all", ""]],
  [23, "plus-all", ["v=spf1 mx ", "all", ""]],
  [24, "neutral-all", ["v=spf1 mx ", "?all", ""]],
  [25, "softfail-all", ["v=spf1 mx ", "~all", ""]],
  [26, "after-all", ["v=spf1 mx -all ", "ip4:8.8.8.8", ""]],
  [27, "redirect-ignored", ["v=spf1 mx -all ", "redirect=ok.example", ""]],
  [28, "modifier-twice", ["v=spf1 mx redirect=ok.example ", "redirect=net.example", ""]],
  [28, "modifier-twice", ["v=spf1 -all exp=ok.example ", "exp=net.example", ""]],
  [29, "all-twice", ["v=spf1 mx ~all ", "-all", ""]],
  [30, "modifier-order", ["v=spf1 ", "exp=ok.example", " mx -all"]],
  [31, "unknown-modifier", ["v=spf1 mx ", "owner=me", " -all"]],
  [31, "modifier-typo", ["v=spf1 mx ", "redirct", "=ok.example"]],
  [32, "ptr", ["v=spf1 ", "ptr", " -all"]],
  [32, "macro-p", ["v=spf1 exists:", "%{p}", ".ok.example -all"]],
  [36, "include-self", ["v=spf1 ", "include:d.example", " -all"]],
  [36, "redirect-self", ["v=spf1 mx ", "redirect=D.example.", ""]],
  [37, "include-twice", ["v=spf1 include:ok.example mx ", "include:OK.example", " -all"]],
  [38, "include-qualifier", ["v=spf1 ", "-", "include:ok.example -all"]],
  [39, "exp-unused", ["v=spf1 mx ~all ", "exp=ok.example", ""]],
  [21, "single-label", ["v=spf1 mx -all exp=", "why", ""]],
  [
    40,
    "lookups-over",
    [`v=spf1 ${repeated("exists:%{i}.ok.example", 10)} `, "exists:%{l}.ok.example", " -all"],
  ],
  [
    40,
    "lookups-near",
    [`v=spf1 ${repeated("exists:%{i}.ok.example", 7)} `, "exists:%{l}.ok.example", " -all"],
  ],
  [46, "private-address", ["v=spf1 ip4:", "192.168.0.0/24", " -all"]],
  [46, "private-address", ["v=spf1 ip4:", "127.0.0.1", " -all"]],
  [46, "private-address", ["v=spf1 ip6:", "fe80::1", " -all"]],
  [47, "host-bits", ["v=spf1 ip4:", "8.8.8.8/24", " -all"]],
  [48, "whole-internet", ["v=spf1 ip4:0.0.0.0", "/0", " -all"]],
  [48, "whole-internet", ["v=spf1 mx", "/0", " -all"]],
  [48, "wide-network", ["v=spf1 ip4:8.0.0.0", "/8", " -all"]],
  [49, "covered", ["v=spf1 ip4:8.8.8.0/24 ", "ip4:8.8.8.8", " -all"]],
  [49, "redundant", ["v=spf1 ", "ip4:8.8.8.8", " ip4:8.8.8.0/24 -all"]],
  [49, "conflicting", ["v=spf1 ip4:8.8.8.0/24 ", "-ip4:8.8.8.8", " ~all"]],
  [49, "duplicate-term", ["v=spf1 mx a ", "mx", " -all"]],
  [51, "default-written", ["v=spf1 ip4:8.8.8.8", "/32", " -all"]],
  [51, "default-written", ["v=spf1 ", "+", "mx -all"]],
  [52, "mapped-address", ["v=spf1 ip6:", "::ffff:8.8.8.8", " -all"]],
  [56, "glued-terms", ["v=spf1 ip4:8.8.8.8", "ip4:", "9.9.9.9 -all"]],
  [58, "quotes", ["v=spf1 mx -all", '"', ""]],
  [58, "quotes", ["v=spf1 mx", '" "', "-all"]],
  [58, "quotes", ["v=spf1 mx ", '\\"', "-all"]],
];

/** Those that DNS shows: all that is published at d.example, and the place in its record. */
const IN_DNS: [number, string, Published][] = [
  [1, "no-record", { at: ["words"], place: whole("") }],
  [2, "no-domain", { at: [], place: whole("") }],
  [3, "several-records", { at: ["v=spf1 mx -all", "v=spf1 a -all"], place: whole("") }],
  [4, "near-record", { at: ["v=spf1;mx -all"], place: whole("") }],
  [4, "near-record", published(whole("v=spf1 -all"), "v= spf1 mx -all")],
  [6, "sender-id-leftover", published(whole("v=spf1 -all"), "spf2.0/pra -all")],
  [32, "ptr-below", published(["v=spf1 ", "include:ptr.example", " -all"])],
  [33, "target-without-record", published(["v=spf1 ", "include:words.example", " -all"])],
  [33, "target-without-domain", published(["v=spf1 mx ", "redirect=gone.example", ""])],
  [34, "target-passes-everyone", published(["v=spf1 ", "include:open.example", " -all"])],
  [34, "redirect-ends-weak", published(["v=spf1 mx ", "redirect=weak.example", ""])],
  [35, "loop", published(["v=spf1 ip4:8.8.8.8 ", "include:loop.example", " -all"])],
  [36, "self-include", published(["v=spf1 ip4:8.8.8.8 ", "include:self.example", " -all"])],
  [37, "included-twice", published(["v=spf1 include:ok.example ", "redirect=ok.example", ""])],
  [39, "exp-without-text", published(["v=spf1 -all ", "exp=gone.example", ""])],
  [39, "exp-several-texts", published(["v=spf1 -all ", "exp=two.example", ""])],
  [40, "too-many-lookups", published(whole(`v=spf1 ${repeated("exists:ok.example", 11)} -all`))],
  [40, "many-lookups", published(whole(`v=spf1 ${repeated("exists:ok.example", 8)} -all`))],
  [41, "too-many-voids", published(whole("v=spf1 a:gone.example mx:gone.example exists:gone.example -all"))],
  [41, "void-term", published(["v=spf1 ", "exists:gone.example", " -all"])],
  [42, "too-many-mx", published(["v=spf1 ", "mx:many.example", " -all"])],
  [43, "no-address", published(["v=spf1 mx:ok.example ", "a:gone.example", " -all"])],
  [44, "null-mx", published(["v=spf1 ", "mx:null.example", " -all"])],
  [45, "too-many-lookups", published(whole("v=spf1 include:deep0.example -all"))],
  [46, "private-host-address", published(["v=spf1 ", "a:private.example", " -all"])],
  [48, "many-addresses", published(whole("v=spf1 include:wide.example -all"))],
  [49, "contradicting-network", published(["v=spf1 include:net.example ", "-ip4:9.9.9.9", " -all"])],
  [49, "redundant-network", published(["v=spf1 include:net.example ", "ip4:9.9.9.9", " -all"])],
  [50, "network-twice", published(["v=spf1 include:net.example ", "include:other.example", " -all"])],
  [53, "no-address", published(["v=spf1 ", "a:gone.example", " -all"])],
  [53, "no-address", published(["v=spf1 ", "mx:words.example", " -all"])],
  [55, "string-too-long", published(whole(`v=spf1 ${repeated("ip4:8.8.8.8", 24)} -all`))],
  [
    56,
    "broken-split",
    strings(["v=spf1 ", "ip4:8.8.8.8ip4:9.9.9.9", " -all"], "v=spf1 ip4:8.8.8.8", "ip4:9.9.9.9 -all"),
  ],
  [
    56,
    "broken-split",
    strings(
      ["v=spf1 ", "a:ok.exampleinclude:ok.example", " -all"],
      "v=spf1 a:ok.example",
      "include:ok.example -all",
    ),
  ],
  [57, "record-too-long", published(whole(`v=spf1 ${repeated("ip4:8.8.8.8", 40)} -all`))],
  [57, "answer-too-long", published(whole("v=spf1 -all"), ["x".repeat(250), "y".repeat(250)])],
  [58, "broken-split", { at: [["v=spf1", "include:ok.example", "-all"]], place: whole("") }],
  [
    60,
    "flattened-stale",
    published([
      "v=spf1 ip4:50.31.156.96/27 ip4:104.245.209.192/26 ",
      "ip4:50.31.205.0/24",
      " ip4:147.160.158.0/24 -all",
    ]),
  ],
  [
    60,
    "flattened-missing",
    published([
      "v=spf1 mx ",
      "ip4:103.28.42.0/24 ip4:146.88.28.0/24 ip4:163.47.180.0/22 ip4:203.55.21.0/24 ip4:204.75.142.0/24 ip4:27.126.146.0/24",
      " -all",
    ]),
  ],
];

const OWN = sender({}, named("news.example.com"));
const FORGER = sender({ total: 10_000, helos: ["[203.0.113.9]"] });

/** Those that the stored mail of the domain shows: who sent as it, and the place in its record. */
const IN_TRAFFIC: [number, string, Placed, Sender][] = [
  [9, "null-record-sends", ["v=spf1 ", "-all", ""], OWN],
  [9, "sends-nothing", ["v=spf1 ", "mx a", " -all"], FORGER],
  [54, "own-host-uncovered", ["v=spf1 ip4:8.8.8.8 ", "-all", ""], OWN],
];

/** What cannot be told from a record and the DNS of anyone who asks. */
const ELSEWHERE: Record<number, string> = {
  5: "type 99 is asked of the authoritative servers by the check that a record is live",
  8: "needs every authoritative server: the check that a record is live",
  59: "TTLs do not come with a resolver's answer: the plan for publishing",
};

function zoneWith(at: (string | string[])[]): Zone {
  const zone = zoneOf({ ...HOSTS, "ptr.example": ["TXT v=spf1 ptr -all"] });
  const records = at.map((strings): DnsRecord => ({ type: "TXT", strings: [strings].flat() }));
  return records.length === 0 ? zone : zone.set("d.example", { records });
}

const places = (findings: Finding[], name: string) =>
  findings.filter(({ rule }) => rule === name).map(({ from, to }) => [from, to]);
const spanOf = ([before, place]: Placed) => [before.length, before.length + place.length];

test.each(IN_TEXT)("%i: %s in %j", (_, rule, placed) => {
  expect(places(reportText(placed.join(""), "d.example").findings, rule)).toContainEqual(spanOf(placed));
});

/** With DNS another rule of the same number may say it better, of the same place; lookups are counted of the whole. */
test.each(IN_TEXT.filter(([number]) => number !== 40))(
  "%i: %s in %j as a draft",
  async (number, _, placed) => {
    const text = placed.join("");
    const { findings } = await reportRecord({ domain: "d.example", text }, zoneResolver(zoneWith([])));
    const rules = { ...RULES, ...PUBLISHED_RULES };
    const same = findings.filter(({ rule }) => rules[rule as keyof typeof rules].number === number);
    expect(same.map(({ from, to }) => [from, to])).toContainEqual(spanOf(placed));
  },
);

test.each(IN_DNS)("%i: %s of %j", async (_, rule, { at, place }) => {
  const { findings } = await reportRecord({ domain: "d.example" }, zoneResolver(zoneWith(at)));
  expect(places(findings, rule)).toContainEqual(spanOf(place));
});

test.each(IN_TRAFFIC)("%i: %s in %j", (_, rule, placed, client) => {
  const told = { domain: "example.com", isWhole: true, days: 30, hasExchanger: false, isByMessage: false };
  const found = trafficFindings({ ...told, draft: placed.join(""), groups: groupSenders([client]) });
  expect(found.map(({ rule, from, to }) => [rule, from, to])).toEqual([[rule, ...spanOf(placed)]]);
});

test("every mistake of the catalogue is found, or said where", () => {
  const told = new Set([...IN_TEXT, ...IN_DNS, ...IN_TRAFFIC].map(([number]) => number));
  for (const number of Object.keys(ELSEWHERE)) expect(told.has(Number(number))).toBe(false);
  const all = Array.from({ length: 60 }, (_, index) => index + 1);
  expect(all.filter((number) => !told.has(number) && !(number in ELSEWHERE))).toEqual([]);
});
