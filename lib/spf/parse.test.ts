import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecord } from "./parse";
import type { Mechanism, SpfRecord } from "./record";
import { anyRecord } from "./record.fixture";

/** Each record, and its problems as `code "what they point at"`. */
const PROBLEMS: [string, string[]][] = [
  ["v=spf1", []],
  ["V=SPF1  a   MX:Example.com/24//64 ", []],
  ["v=spf1 ip4:0.0.0.0/0 ip6:::/0 ip6:::1.1.1.1/0 -all", []],
  ["v=spf1 a:foo:bar/baz.example.com", []],
  ["v=spf1 a:foo.example.xn--zckzah a:example.com. a:%{d}/24 a:a%%/24 a:.com", []],
  ["v=spf1 moo.cow-far_out=man:dog/cat x= y=%{i}", []],
  ["v=spf1 exists:%{l1r+-}._spf.%{d2} redirect=%{o}", []],
  ["v=spf10 a", ['version "v=spf10"']],
  ["v=spf1\ta", ['version "v=spf1\ta"', 'illegal-character "\t"']],
  ["", ['version ""']],
  ["v=spf1 moo -all: ip4", ['unknown-mechanism "moo"', 'argument-not-allowed ":"', 'missing-argument "ip4"']],
  ["v=spf1 -", ['unknown-mechanism "-"']],
  ["v=spf1 :a", ['unknown-mechanism ":a"']],
  ["v=spf1 all. -all/8", ['unknown-mechanism "all."', 'argument-not-allowed "/8"']],
  ["v=spf1 redirect:a.example exp", ['modifier-as-mechanism "redirect"', 'modifier-as-mechanism "exp"']],
  ["v=spf1 =all 1up=x", ['modifier-name "="', 'modifier-name "1up="']],
  ["v=spf1 -exp=a.example", ['modifier-with-qualifier "-"']],
  ["v=spf1 moo.cow/far_out=man", ['unknown-mechanism "moo.cow"']],
  [
    "v=spf1 redirect=a.b redirect=c.d EXP=a.b exp=c.d",
    ['modifier-twice "redirect=c.d"', 'modifier-twice "exp=c.d"'],
  ],
  [
    "v=spf1 include exists/24",
    ['missing-argument "include"', 'missing-argument "exists"', 'cidr-not-allowed "/24"'],
  ],
  ["v=spf1 include:a.example/24 ptr/0", ['cidr-not-allowed "/24"', 'cidr-not-allowed "/0"']],
  ["v=spf1 a: exp= mx:/24", ['empty-domain ":"', 'empty-domain "="', 'empty-domain ":"']],
  ["v=spf1 a:museum a:museum.", ['single-label "museum"', 'single-label "museum."']],
  ["v=spf1 a:111.222.33.44 a:abc.123", ['numeric-toplabel "44"', 'numeric-toplabel "123"']],
  ["v=spf1 a:example.-com a:a..", ['bad-toplabel "-com"', 'bad-toplabel "."']],
  ["v=spf1 mx:example.com:8080 a:%{d}com", ['bad-toplabel "com:8080"', 'bad-toplabel "com"']],
  ["v=spf1 a/33 a//129 mx/24/64", ['cidr-range "/33"', 'cidr-range "//129"', 'cidr-syntax "/24/64"']],
  [
    "v=spf1 a/ a// a/032 a///64",
    ['cidr-syntax "/"', 'cidr-syntax "//"', 'cidr-syntax "/032"', 'cidr-syntax "///64"'],
  ],
  [
    "v=spf1 ip4:1.2.3.4/033 ip4:1.2.3.4/33 ip4:1.2.3.4//32",
    ['cidr-syntax "/033"', 'cidr-range "/33"', 'cidr-syntax "//32"'],
  ],
  [
    "v=spf1 ip4:1.2.3 ip4:1.2.3.4:25 ip4:1.2.3.04 ip4:",
    ['bad-ip4 "1.2.3"', 'bad-ip4 "1.2.3.4:25"', 'bad-ip4 "1.2.3.04"', 'missing-argument "ip4:"'],
  ],
  [
    "v=spf1 ip4:::1 ip6:1.2.3.4 ip6:[::1] ip6:IPv6:::1",
    ['bad-ip4 "::1"', 'bad-ip6 "1.2.3.4"', 'bad-ip6 "[::1]"', 'bad-ip6 "IPv6:::1"'],
  ],
  ["v=spf1 ip6::CAFE::BABE ip6:::1/129", ['bad-ip6 ":CAFE::BABE"', 'cidr-range "/129"']],
  [
    "v=spf1 a:%{x}.com exists:%(i).a.b x=%",
    ['macro-letter "%{x}"', 'macro-percent "%"', 'macro-percent "%"'],
  ],
  [
    "v=spf1 a:%{d a:%{d0}.b.c a:%{dx}.b.c a:%{r}.b.c",
    ['macro-unclosed "%{d"', 'macro-zero "%{d0}"', 'macro-transformer "%{dx}"', 'macro-exp-only "%{r}"'],
  ],
  ["v=spf1 a:%{}.b.c x=%{t}", ['macro-letter "%{}"', 'macro-exp-only "%{t}"']],
  [
    "v=spf1 a:\u00ef\u00bbx.example.com\u0000 -all",
    ['illegal-character "\u00ef\u00bb"', 'bad-toplabel "com\u0000"', 'illegal-character "\u0000"'],
  ],
];

test.each(PROBLEMS)("every syntax error of %j is found, with its place", (text, expected) => {
  const { problems } = parseRecord(text);
  expect(problems.map(({ code, from, to }) => `${code} "${text.slice(from, to)}"`)).toEqual(expected);
});

function mechanismsOf(text: string): Mechanism[] {
  return parseRecord(text).directives.map(({ mechanism }) => mechanism);
}

test("terms are typed and know their places", () => {
  const record = parseRecord("v=spf1  ~A:Mail.example/24//64 -all redirect=x.example");
  expect(record.terms.map(({ from, to, kind }) => [kind, from, to])).toEqual([
    ["directive", 8, 30],
    ["directive", 31, 35],
    ["modifier", 36, 54],
  ]);
  expect(record.directives.map(({ qualifier }) => qualifier)).toEqual(["~", "-"]);
  expect(record.directives[0]!.mechanism).toMatchObject({
    name: "a",
    domainSpec: { text: "Mail.example", from: 11, to: 23 },
    cidr: { ip4: 24, ip6: 64 },
  });
  expect(record.redirect?.value.text).toBe("x.example");
  expect(record.exp).toBeNull();
});

test("networks have their host bits cleared in their text", () => {
  const texts = mechanismsOf(
    "v=spf1 ip4:192.0.2.77/29 ip4:1.2.3.4 ip4:9.9.9.9/0 ip6:2001:DB8:ffff::1/33 ip6:::ffff:1.2.3.4",
  );
  expect(texts.map((mechanism) => "network" in mechanism && mechanism.network.text)).toEqual([
    "192.0.2.72/29",
    "1.2.3.4",
    "0.0.0.0/0",
    "2001:db8:8000::/33",
    "::ffff:1.2.3.4",
  ]);
});

test("macros keep their letter, digits, turn, delimiters and escape", () => {
  const [exists] = mechanismsOf("v=spf1 exists:a%%%_%-.%{L2r+-}.%{d}");
  expect(exists).toMatchObject({
    domainSpec: {
      letters: "ld",
      parts: [
        "a% %20.",
        { letter: "l", digits: 2, isReversed: true, delimiters: "+-", isEscaped: true },
        ".",
        { letter: "d", digits: null, isReversed: false, delimiters: "", isEscaped: false },
      ],
    },
  });
});

test("no text makes the parser throw, and every place lies in the text", () => {
  fc.assert(
    fc.property(fc.oneof(anyRecord, fc.string({ unit: "binary" })), (text) => {
      const { terms, problems } = parseRecord(text);
      for (const { from, to } of [...terms, ...problems]) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeGreaterThanOrEqual(from);
        expect(to).toBeLessThanOrEqual(text.length);
      }
      expect(terms.some(({ kind }) => kind === "broken")).toBe(
        terms.length > 0 &&
          problems.some(({ code }) => !["version", "illegal-character", "modifier-twice"].includes(code)),
      );
    }),
  );
});

const LONG: [string, string][] = [
  ["open macros", "%{ "],
  ["percents", "%"],
  ["slashes", "a/"],
  ["dashes", "-"],
  ["twice the same", "redirect=a.b "],
  ["terms", "a "],
  ["control characters", "\u0000 "],
  ["digits", "%{d9"],
];

test.each(LONG)("a quarter of a megabyte of %s is parsed to its end", (_, unit) => {
  for (const start of ["v=spf1 ", "v=spf1 a:", "v=spf1 ip6:", "v=spf1 x="]) {
    const text = start + unit.repeat(250_000 / unit.length);
    const record: SpfRecord = parseRecord(text);
    expect(record.terms.at(-1)!.to).toBe(text.trimEnd().length);
  }
});
