import { domainToASCII } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { asciiDomain } from "./idn";

const CASES: [string, string][] = [
  ["example.com", "example.com"],
  ["Example.COM", "Example.COM"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["BÜCHER.example", "xn--bcher-kva.example"],
  ["bu\u0308cher.example", "xn--bcher-kva.example"],
  ["한국.kr", "xn--3e0b707e.kr"],
  ["실례。테스트", "xn--9n2bp8q.xn--9t4b11yi5a"],
  ["例子.测试", "xn--fsqu00a.xn--0zwm56d"],
  ["παράδειγμα.δοκιμή", "xn--hxajbheg2az3al.xn--jxalpdlp"],
  ["faß.example", "xn--fa-hia.example"],
  ["-ü.x", "xn----eha.x"],
];

test.each(CASES)("%s is %s", (domain, ascii) => {
  expect(asciiDomain(domain)).toBe(ascii);
});

test("labels in Hangul are as Node encodes them", () => {
  const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((point) => String.fromCodePoint(point));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.oneof(syllable, fc.constantFrom("a", "7")), minLength: 1, maxLength: 12 }),
      (label) => {
        fc.pre(/^[^7]/.test(label));
        expect(asciiDomain(`${label}.kr`)).toBe(domainToASCII(`${label}.kr`));
      },
    ),
  );
});

test("any text becomes ASCII, and a very long one at once", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => /^[\x00-\x7f]*$/.test(asciiDomain(text))));
  expect(asciiDomain(`${"한".repeat(500_000)}.kr`).length).toBeLessThan(100);
});
