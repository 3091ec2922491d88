import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FILTER_FIELDS, type FilterField, readFilter, readTerm, withoutTerm, withTerm } from "./filter";

describe("a term", () => {
  test.each<[FilterField, string, string]>([
    ["result", "softfail", "softfail"],
    ["result", "notLogged", "notLogged"],
    ["action", "untouched", "untouched"],
    ["by", "unknown", "unknown"],
    ["domain", "Example.COM.", "example.com"],
    ["domain", "테스트.example", "xn--9t4b11yi5a.example"],
    ["sender", "<Kim@Corp.example>", "kim@corp.example"],
    ["sender", "<>", "<>"],
    ["client", " 192.0.2.77/24", "192.0.2.0/24"],
    ["client", "2001:DB8:0:0::1", "2001:db8::1"],
    ["text", " Please SEE ", "please see"],
    ["helo", "Mail.Example", "Mail.Example"],
  ])("of %s: %s", (field, given, value) =>
    expect(readTerm(field, given)).toEqual({ field, value, isNot: false }),
  );

  test.each<[FilterField, string, string]>([
    ["result", "Fail", "word"],
    ["action", "", "empty"],
    ["tag", "maybe", "word"],
    ["client", "999.1.1.1", "network"],
    ["client", "10.0.0.0/33", "network"],
    ["text", "a", "short"],
    ["host", "a\nb", "control"],
    ["recipient", "x".repeat(256), "long"],
  ])("of %s is not %j", (field, given, fault) => expect(readTerm(field, given)).toMatchObject({ fault }));

  test("survives being read again", () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILTER_FIELDS), fc.string({ unit: "binary" }), (field, text) => {
        const read = readTerm(field, text);
        if ("fault" in read) return;
        expect(readTerm(field, read.value)).toEqual(read);
      }),
    );
  });
});

describe("a filter", () => {
  const term = (value: string, isNot = false) => ({ field: "domain" as const, value, isNot });

  test("tells what it leaves out, and takes no more than 20 terms", () => {
    const many = Array.from({ length: 25 }, (_, n) => term(`d${n}.example`));
    const read = readFilter([{ field: "client", value: "x", isNot: false }, ...many, many[0]!]);
    expect(read.filter).toHaveLength(20);
    expect(read.problems.map(({ fault }) => fault)).toEqual(["network", ...new Array(6).fill("many")]);
  });

  test("looks for three texts at most", () => {
    const texts = ["ab", "cd", "ef", "gh"].map((value) => ({ field: "text" as const, value, isNot: false }));
    const read = readFilter(texts);
    expect(read.filter).toHaveLength(3);
    expect(read.problems).toEqual([{ field: "text", value: "gh", fault: "many" }]);
  });

  test("takes a term in place of its opposite", () => {
    const filter = withTerm(withTerm([], term("a.example")), term("b.example"));
    expect(withTerm(filter, term("a.example", true))).toEqual([term("b.example"), term("a.example", true)]);
    expect(withoutTerm(filter, term("a.example"))).toEqual([term("b.example")]);
    expect(withTerm(filter, term("a.example"))).toEqual([term("b.example"), term("a.example")]);
  });
});
