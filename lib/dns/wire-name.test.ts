import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foldName, readName, writeName } from "./wire-name";

const octet = fc.integer({ min: 0, max: 255 }).filter((code) => code !== 46);
const label = fc.array(octet, { minLength: 1, maxLength: 63 }).map((codes) => String.fromCharCode(...codes));
const name = fc
  .array(label, { maxLength: 12 })
  .map((labels) => labels.join("."))
  .filter((text) => text.length <= 253);

test("a name of any octets comes back as it was written", () => {
  fc.assert(
    fc.property(name, (text) => {
      const bytes = writeName(text)!;
      expect(readName(bytes, 0)).toEqual({ name: text, end: bytes.length });
    }),
  );
});

test.each([
  ["an empty label", "a..b"],
  ["a dot at the end", "example.org."],
  ["a dot at the beginning", ".example.org"],
  ["a label of 64 octets", `${"a".repeat(64)}.org`],
  ["a name of 256 octets", `${"a.".repeat(127)}`],
  ["a name of 254 characters", `${"a".repeat(62)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}`],
  ["a character that is no octet", "한국.kr"],
])("there is no name with %s", (_, text) => expect(writeName(text)).toBeNull());

test("the longest names there are", () => {
  const longest = `${"a".repeat(61)}.${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(63)}`;
  expect(writeName(longest)).toHaveLength(255);
  expect(readName(writeName(longest)!, 0)?.name).toBe(longest);
  expect(readName(writeName(Array(127).fill("a").join("."))!, 0)?.name).toHaveLength(253);
});

describe("compression", () => {
  const bytes = (...parts: (number | string)[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part)] : [part])));

  test("points backwards", () => {
    const packet = bytes(3, "org", 0, 1, "a", 0xc0, 0, 1, "b", 0xc0, 5);
    expect(readName(packet, 5)).toEqual({ name: "a.org", end: 9 });
    expect(readName(packet, 9)).toEqual({ name: "b.a.org", end: 13 });
  });

  test.each([
    ["to itself", bytes(0xc0, 0), 0],
    ["forwards", bytes(0xc0, 2, 0), 0],
    ["in a circle", bytes(1, "a", 0xc0, 4, 1, "b", 0xc0, 0), 4],
    ["over the end", bytes(0xc0, 200), 0],
    ["without its second half", bytes(0xc0), 0],
  ])("never %s", (_, packet, at) => expect(readName(packet, at)).toBeNull());

  test("stops at 255 octets, however much a bomb unfolds to", () => {
    const bomb = bytes(63, "a".repeat(63), 63, "b".repeat(63), 63, "c".repeat(63), 63, "d".repeat(63), 0);
    expect(readName(bomb, 0)).toBeNull();
    const pointers = bytes(
      0,
      ...Array.from({ length: 300 }, (_, i) => [0xc0, i === 0 ? 0 : 2 * i - 1]).flat(),
    );
    expect(readName(pointers, 1 + 2 * 100)).toEqual({ name: "", end: 203 });
    expect(readName(pointers, 1 + 2 * 127)).toBeNull();
  });
});

test.each([
  ["a label over the end", [5, 97, 98]],
  ["no end", [1, 97]],
  ["a label of a kind that never was", [0x41, 97, 0]],
  ["nothing", []],
])("%s is no name", (_, codes) => expect(readName(Uint8Array.from(codes), 0)).toBeNull());

test("a label with a dot in it is not taken for two", () => {
  expect(readName(Uint8Array.from([3, 97, 46, 98, 0]), 0)).toEqual({ name: null, end: 5 });
});

test("any bytes, from anywhere: no throw, and nothing longer than a name", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(700), (bytes, at) => {
      const read = readName(bytes, at);
      if (read?.name) expect(read.name.length).toBeLessThanOrEqual(253);
      if (read) expect(read.end).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 2000 },
  );
});

test("only ASCII letters have two cases", () => {
  expect(foldName("MaIl.ÀÉ.İ")).toBe("mail.ÀÉ.İ");
});
