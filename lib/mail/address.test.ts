import fc from "fast-check";
import { expect, test } from "vitest";
import { domainOf, readPath } from "./address";
import { readReply } from "./reply";

test.each([
  ["<a@b.example>, size=1", "a@b.example", ", size=1"],
  ["<>, size=1", "", ", size=1"],
  ["a@b.example, size=1", "a@b.example", ", size=1"],
  [
    '<"a b, reject=550 5.7.1 fake"@b.example>, reject=x',
    '"a b, reject=550 5.7.1 fake"@b.example',
    ", reject=x",
  ],
  ['<"a\\">, size=9"@b.example>, size=1', '"a\\">, size=9"@b.example', ", size=1"],
  ["<aaaaaaaaaaaa@b.exa, size=1", "aaaaaaaaaaaa@b.exa", ", size=1"],
  ['<"a b.exa, size=1, class=0', '"a b.exa', ", size=1, class=0"],
  [
    `<"${"a".repeat(150)}, size=9, ${"b".repeat(39)}, size=1`,
    `"${"a".repeat(150)}, size=9, ${"b".repeat(39)}`,
    ", size=1",
  ],
  ['<"a b.exa', '"a b.exa', ""],
  ["<a@b.example>... User unknown", "a@b.example", "... User unknown"],
  ["a@b.example... User unknown", "a@b.example", "... User unknown"],
  ["<a,b@c.example>,<d@e.example>", "a,b@c.example", ",<d@e.example>"],
])("the path of %s", (text, address, rest) => {
  const path = readPath(text, 0)!;
  expect(path.address).toBe(address);
  expect(text.slice(path.end)).toBe(rest);
});

test("any text is read without a throw, and never beyond its end", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("<", ">", '"', "\\", ",", " ", "a", "=", "@", ".") }),
      (text) => {
        const path = readPath(text, 0);
        if (path) expect(path.end).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});

test.each([
  ["a@B.Example", "b.example"],
  ['"x@y"@z.example', "z.example"],
  ["nobody", null],
  ["", null],
])("the domain of %s is %s", (address, domain) => expect(domainOf(address)).toBe(domain));

test.each([
  ["550 5.7.1 Please see", 550, "5.7.1", "Please see"],
  ["451 4.4.3", 451, "4.4.3", ""],
  ["5.7.23 Message rejected", null, "5.7.23", "Message rejected"],
  ["550-5.7.1 first", 550, "5.7.1", "first"],
  ["421", 421, null, ""],
  ["User unknown", null, null, "User unknown"],
  ["550-5.7.1 one\\r\\n550-5.7.1 two\\n550 5.7.1 three", 550, "5.7.1", "one two three"],
  ["550-one\r\n550 two", 550, null, "one two"],
  ["550 5.7.1 one\\n551 two", 550, "5.7.1", "one\\n551 two"],
])("the reply %s", (text, code, enhancedStatus, rest) =>
  expect(readReply(text)).toEqual({ code, enhancedStatus, text: rest }),
);
