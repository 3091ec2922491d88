import fc from "fast-check";
import { expect, test } from "vitest";
import { zoneEntries } from "@/lib/dns/zone-tokens";
import { parseRecord } from "../parse";
import { anyRecord } from "../record.fixture";
import { selectRecords } from "../select-record";
import { splitStrings, withAll, zoneLines } from "./zone-lines";

test("a short record is one string", () =>
  expect(zoneLines("kisarbl.or.kr", "v=spf1 ip4:9.8.7.6 -all", 3600)).toEqual([
    'kisarbl.or.kr. 3600 IN TXT "v=spf1 ip4:9.8.7.6 -all"',
  ]));

test("a long one breaks behind a space, so that joining it loses none", () => {
  const text = `v=spf1 ${"ip4:192.0.2.1 ".repeat(40)}-all`;
  const strings = splitStrings(text);
  expect(strings.length).toBe(3);
  for (const string of strings.slice(0, -1)) expect(string).toMatch(/ $/);
  expect(strings.join("")).toBe(text);
});

test("quotes, backslashes and what is not printable are escaped", () =>
  expect(zoneLines("a;b.example", 'v=spf1 x="\\\xe9 "')).toEqual([
    'a\\;b.example. IN TXT "v=spf1 x=\\"\\\\\\233 \\""',
  ]));

const octets = fc.string({
  unit: fc.integer({ min: 0, max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 900,
});

test("any record comes back from its zone line as it was", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        anyRecord.filter((text) => !/[^\x00-\xff]/.test(text)),
        octets,
      ),
      (tail) => {
        const text = tail.startsWith("v=spf1 ") ? tail : `v=spf1 ${tail}`;
        const [line] = zoneLines("d.example", text);
        const entries = zoneEntries(line!);
        if (!Array.isArray(entries)) throw new Error(entries.problem);
        expect(entries.length).toBe(1);
        const strings = entries[0]!.words.filter(({ quoted }) => quoted).map((word) => word.text);
        for (const string of strings) expect(string.length).toBeLessThanOrEqual(255);
        expect(selectRecords([{ type: "TXT", strings }])).toEqual([text]);
      },
    ),
  );
});

test.each([
  ["v=spf1 a ?all exp=x.example", "v=spf1 a -all exp=x.example"],
  ["v=spf1 a all", "v=spf1 a -all"],
  ["v=spf1 a exp=x.example", "v=spf1 a -all exp=x.example"],
  ["v=spf1", "v=spf1 -all"],
  ["v=spf1 a redirect=x.example", null],
  ["v=spf1 a redirect=x.example ~all", "v=spf1 a redirect=x.example -all"],
  ["v=spf1 moo", null],
])("%s with -all is %s", (text, expected) => {
  expect(withAll(text, "-all")).toBe(expected);
  if (expected !== null) expect(parseRecord(expected).problems).toEqual([]);
});
