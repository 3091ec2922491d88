import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../check.fixture";
import { anyDirective, anyValidRecord, anyWrittenRecord } from "../lint/lint.fixture";
import { anyRecord } from "../record.fixture";
import { zoneOf } from "../zone.fixture";
import { movedTerm, replacedTerm, withoutSpan, withoutTerm, withTerm } from "./edits";
import { rowsOf } from "./rows";

/** Text, term, and the text with it. */
const WITH: [string, string, string][] = [
  ["", "mx", "v=spf1 mx"],
  ["  ", "mx", "v=spf1 mx"],
  ["v=s", "mx", "v=spf1 mx"],
  ["v=spf1", "mx", "v=spf1 mx"],
  ["v=spf1 ", "mx", "v=spf1 mx"],
  ["v=spf1 a -all", "mx", "v=spf1 a mx -all"],
  ["v=spf1  a  -all ", "mx", "v=spf1  a mx  -all "],
  ["v=spf1 -all", "mx", "v=spf1 mx -all"],
  ["v=spf1 a redirect=b.example", "mx", "v=spf1 a mx redirect=b.example"],
  ["v=spf1 redirect=b.example", "mx", "v=spf1 mx redirect=b.example"],
  ["v=spf1 exp=b.example a", "mx", "v=spf1 exp=b.example a mx"],
  ["v=spf1 exp=b.example a -all", "mx", "v=spf1 exp=b.example a mx -all"],
  ["v=spf1 a redirect:b.example", "mx", "v=spf1 a mx redirect:b.example"],
  ["a -all", "mx", "a mx -all"],
  ["-all", "mx", "mx -all"],
  // What is there already
  ["v=spf1 MX -all", "mx", "v=spf1 MX -all"],
  ["v=spf1 ip4:192.0.2.1/32 -all", "ip4:192.0.2.1", "v=spf1 ip4:192.0.2.1/32 -all"],
  ["v=spf1 -all mx", "mx", "v=spf1 mx -all"],
  ["v=spf1 -all mx a", "mx", "v=spf1 mx -all a"],
  // What says otherwise
  ["v=spf1 a -ip4:192.0.2.1 -all", "ip4:192.0.2.1", "v=spf1 a ip4:192.0.2.1 -ip4:192.0.2.1 -all"],
  ["v=spf1 a ?ip4:192.0.2.0/24 -all", "ip4:192.0.2.1", "v=spf1 a ip4:192.0.2.1 ?ip4:192.0.2.0/24 -all"],
  ["v=spf1 a -ip4:192.0.2.1 -all", "ip4:192.0.2.0/24", "v=spf1 a -ip4:192.0.2.1 ip4:192.0.2.0/24 -all"],
  [
    "v=spf1 -include:b.example mx -all",
    "include:B.example",
    "v=spf1 include:B.example -include:b.example mx -all",
  ],
  ["v=spf1 -mx ip4:192.0.2.9 mx -all", "mx", "v=spf1 mx -mx ip4:192.0.2.9 -all"],
  ["v=spf1 ip4:192.0.2.0/24 -all", "-ip4:192.0.2.1", "v=spf1 -ip4:192.0.2.1 ip4:192.0.2.0/24 -all"],
  // The terms a record has one of
  ["v=spf1 mx", "-all", "v=spf1 mx -all"],
  ["v=spf1 mx ~all", "-all", "v=spf1 mx -all"],
  ["v=spf1 mx all", "+all", "v=spf1 mx all"],
  ["v=spf1 mx exp=b.example", "-all", "v=spf1 mx -all exp=b.example"],
  ["v=spf1 mx - all", "~all", "v=spf1 mx ~all"],
  ["v=spf1 mx - exp=b.example", "~all", "v=spf1 mx ~all exp=b.example"],
  ["v=spf1 mx -all;", "~all", "v=spf1 mx ~all"],
  ["v=spf1 mx redirect=b.example", "redirect=c.example", "v=spf1 mx redirect=c.example"],
  ["v=spf1 mx -all", "exp=b.example", "v=spf1 mx -all exp=b.example"],
  ["v=spf1 mx -all exp=b.example", "exp=c.example", "v=spf1 mx -all exp=c.example"],
  // Half-typed and broken texts
  ["v=spf1 mx - all", "a", "v=spf1 mx a - all"],
  ["v=spf1 mx \u2013all", "a", "v=spf1 mx a \u2013all"],
  ["v=spf1 mx ip4:192.0.2.1~all", "a", "v=spf1 mx a ip4:192.0.2.1~all"],
  ["v=spf1 mx ip4:", "a", "v=spf1 mx ip4: a"],
  ["v=spf1 mx -all", "", "v=spf1 mx -all"],
  ["v=spf1 mx -all", " a  ip4:192.0.2.1 ", "v=spf1 mx a ip4:192.0.2.1 -all"],
  ["", "v=spf1 mx -all", "v=spf1 mx -all"],
];

test.each(WITH)("%j with %j", (text, term, expected) => {
  expect(withTerm(text, term)).toBe(expected);
  expect(withTerm(expected, term)).toBe(expected);
});

test.each([
  ["v=spf1 a mx -all", "MX", "v=spf1 a -all"],
  ["v=spf1 mx  a +mx  -all", "mx", "v=spf1  a  -all"],
  ["v=spf1 -mx -all", "mx", "v=spf1 -mx -all"],
  ["v=spf1 ip4: -all", "ip4:", "v=spf1 -all"],
  ["mx -all", "mx", "-all"],
  ["v=spf1 mx", "mx", "v=spf1"],
  ["v=spf1 mx", "", "v=spf1 mx"],
])("%j without %j", (text, term, expected) => {
  expect(withoutTerm(text, term)).toBe(expected);
});

test.each([
  ["v=spf1 mx ~all", "-all", "v=spf1 mx -all"],
  ["v=spf1 mx", "~all", "v=spf1 mx ~all"],
  ["v=spf1 mx redirect=b.example", "-all", "v=spf1 mx -all redirect=b.example"],
  ["v=spf1 mx all", "+all", "v=spf1 mx all"],
  ["", "-all", "v=spf1 -all"],
])("%j with the end %j", (text, end, expected) => {
  expect(withTerm(text, end)).toBe(expected);
});

test.each([
  ["v=spf1 a mx  -all", 1, -1, "v=spf1 mx a  -all"],
  ["v=spf1 a mx  -all", 1, 1, "v=spf1 a -all  mx"],
  ["v=spf1 a mx", 0, -1, "v=spf1 a mx"],
  ["v=spf1 a mx", 1, 1, "v=spf1 a mx"],
  ["a mx", 0, 1, "mx a"],
] as const)("%j with term %j moved by %j", (text, index, by, expected) => {
  expect(movedTerm(text, rowsOf(text)[index]!, by)).toBe(expected);
});

test("a term is written anew in its place, and goes away with nothing in it", () => {
  const text = "v=spf1 a  mx -all";
  const [a, mx] = rowsOf(text);
  expect(replacedTerm(text, mx!, " mx:b.example ")).toBe("v=spf1 a  mx:b.example -all");
  expect(replacedTerm(text, mx!, " ")).toBe("v=spf1 a -all");
  expect(withoutSpan(text, a!)).toBe("v=spf1  mx -all");
  expect(movedTerm(text, { from: 99, to: 99 }, 1)).toBe(text);
});

const anyTerm = fc.oneof(
  anyDirective,
  fc.constantFrom("-all", "all", "redirect=b.example", "exp=c.a.example", "ip4:", "x"),
);
const anyText = fc.oneof(anyWrittenRecord, anyRecord, anyValidRecord, fc.string());
const terms = (text: string) => rowsOf(text).map((row) => row.text);

/** Whether a text without spaces is another way to write a term. */
const isSame = (own: string, term: string) => withoutTerm(`v=spf1 ${own}`, term) === "v=spf1";

test("every term but the one that is put in, or replaced by it, stays as it is, in the same order", () => {
  fc.assert(
    fc.property(anyText, anyTerm, (text, term) => {
      const others = (of: string) =>
        terms(of).filter((own) => !isSame(own, term) && !/all|^(?:redirect|exp)=|^[-+~?]$/i.test(own));
      expect(others(withTerm(text, term))).toEqual(others(text));
    }),
    { numRuns: 2_000 },
  );
});

test("a term taken out or moved leaves all others as they are", () => {
  fc.assert(
    fc.property(anyText, fc.nat(), (written, nth) => {
      const text = `v=spf1 ${written}`;
      const [rows, before] = [rowsOf(text), terms(text)];
      fc.pre(rows.length > 0);
      const at = nth % rows.length;
      expect(terms(withoutSpan(text, rows[at]!))).toEqual(before.toSpliced(at, 1));
      const swapped = before.toSpliced(at, 2, ...before.slice(at, at + 2).reverse());
      expect(terms(movedTerm(text, rows[at]!, 1))).toEqual(swapped);
      if (rows[at + 1]) expect(terms(movedTerm(text, rows[at + 1]!, -1))).toEqual(swapped);
    }),
    { numRuns: 1_000 },
  );
});

test("a term that is put in again changes nothing, and one that is taken out again is gone", () => {
  fc.assert(
    fc.property(anyText, anyTerm, (text, term) => {
      const once = withTerm(text, term);
      expect(withTerm(once, term)).toBe(once);
      expect(terms(withoutTerm(once, term)).some((own) => isSame(own, term))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test("an address that is put in passes, whatever the record says of it and of its network", () => {
  const zone = (text: string) => zoneOf({ "d.example": [`TXT ${text}`], "a.example": [], "b.example": [] });
  const anyNetworks = fc.array(
    fc
      .tuple(
        fc.constantFrom("", "-", "~", "?"),
        fc.constantFrom("192.0.2.1", "192.0.2.0/24", "192.0.2.9", "0.0.0.0/0"),
      )
      .map(([sign, network]) => `${sign}ip4:${network}`),
    { maxLength: 5 },
  );
  const anyEnd = fc.constantFrom("", " -all", " ~all", " -all ip4:192.0.2.1", " redirect=b.example");
  fc.assert(
    fc.property(anyNetworks, anyEnd, (networks, end) => {
      const text = withTerm(`v=spf1 ${networks.join(" ")}${end}`, "ip4:192.0.2.1");
      expect({ text, result: check(zone(text)).result }).toEqual({ text, result: "pass" });
    }),
    { numRuns: 2_000 },
  );
});

test("white space stays clean", () => {
  fc.assert(
    fc.property(anyValidRecord, anyTerm, (record, term) => {
      const text = record.replace(/ +/g, " ").trim();
      for (const edited of [withTerm(text, term), withoutTerm(text, term), withTerm(text, "-all")])
        expect(edited).not.toMatch(/ {2}|^ | $/);
      for (const row of rowsOf(text)) expect(withoutSpan(text, row)).not.toMatch(/ {2}|^ | $/);
    }),
  );
});
