import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRecord } from "./parse";
import { anyRecord } from "./record.fixture";
import { normaliseRecord, writeRecord } from "./write";

test("what was parsed is written as it was", () => {
  fc.assert(
    fc.property(fc.oneof(anyRecord, fc.string({ unit: "binary" })), (text) => {
      expect(writeRecord(parseRecord(text))).toBe(text);
    }),
  );
});

const NORMAL: [string, string][] = [
  ["V=SPF1  +A  MX:Mail.Example/32//128 ", "v=spf1 a mx:mail.example"],
  ["v=spf1 a/24//64 a//64 ?all", "v=spf1 a/24//64 a//64 ?all"],
  ["v=spf1 ip4:192.0.2.77/29 IP6:2001:DB8:0:0::1/128", "v=spf1 ip4:192.0.2.72/29 ip6:2001:db8::1"],
  [
    "v=spf1 EXISTS:%{L}.Example.com Redirect=A.Example X=Y",
    "v=spf1 exists:%{L}.Example.com redirect=a.example x=Y",
  ],
  ["v=spf1 moo ptr", "v=spf1 moo ptr"],
];

test.each(NORMAL)("%j is %j in its normal form", (text, normal) => {
  expect(normaliseRecord(parseRecord(text))).toBe(normal);
});

test("a normal form is a normal form, and as faultless as the record was", () => {
  fc.assert(
    fc.property(anyRecord, (text) => {
      const record = parseRecord(text);
      fc.pre(record.problems.length === 0);
      const normal = parseRecord(normaliseRecord(record));
      expect(normal.problems).toEqual([]);
      expect(normaliseRecord(normal)).toBe(normal.text);
      expect(normal.directives.length).toBe(record.directives.length);
    }),
  );
});

test("terms taken out and put in are written with single spaces", () => {
  const record = parseRecord("v=spf1  a   mx -all ");
  const [a, mx, all] = record.terms;
  const added = { ...parseRecord("v=spf1 ip4:192.0.2.1").terms[0]!, from: -1, to: -1 };
  expect(writeRecord({ ...record, terms: [a!, added, mx!, all!] })).toBe(
    "v=spf1  a ip4:192.0.2.1   mx -all ",
  );
  expect(writeRecord({ ...record, terms: [a!, all!] })).toBe("v=spf1  a -all ");
  expect(writeRecord({ ...record, terms: [added] })).toBe("v=spf1 ip4:192.0.2.1");
  expect(writeRecord({ ...record, terms: [] })).toBe("v=spf1");
});
