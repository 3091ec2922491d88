import fc from "fast-check";
import { expect, test } from "vitest";
import { anyWrittenRecord } from "../lint/lint.fixture";
import { anyRecord } from "../record.fixture";
import { rowsOf, textOfRow } from "./rows";

/** A text, and its rows as `qualifier name value`, "!" before a broken one, "=" before a modifier. */
const TABLE: [string, string[]][] = [
  ["", []],
  ["v", []],
  ["v=sp", []],
  ["v=spf1", []],
  ["v=spf1 ", []],
  ["v=spf2 mx", [" mx "]],
  ["spf1 mx", [" mx "]],
  ["v= spf1 mx", [" mx "]],
  ["v=spf1 a mx -all", [" a ", " mx ", "- all "]],
  ["V=SPF1 A/24//64 +mx:b.example/28", [" A /24//64", "+ mx b.example/28"]],
  ["v=spf1 ip6:2001:db8::/32 ?exists:%{i}.b.example", [" ip6 2001:db8::/32", "? exists %{i}.b.example"]],
  ["v=spf1 redirect=b.example x=a:b", ["= redirect b.example", "= x a:b"]],
  ["mx -all", [" mx ", "- all "]],
  ["mx", [" mx "]],
  ["include:b.example", [" include b.example"]],
  ["  v=spf1 mx", [" mx "]],
  ["v=spf1  mx  a", [" mx ", " a "]],
  ["v=spf1 ip4:", ["! ip4 "]],
  ["v=spf1 inc", ["! inc "]],
  ["v=spf1 - all", ["!-  ", " all "]],
  ["v=spf1 mx\t-all", ["! mx\t-all "]],
  ["v=spf1 redirect=b.example redirect=b.example", ["= redirect b.example", "!= redirect b.example"]],
  ["v=spf1 vx", ["! vx "]],
  ["v=spf1mx a", ["= v spf1mx", " a "]],
];

test.each(TABLE)("%j", (text, rows) => {
  const shown = rowsOf(text).map(
    ({ qualifier, name, value, isBroken, isModifier }) =>
      `${isBroken ? "!" : ""}${isModifier ? "=" : ""}${qualifier ?? ""} ${name} ${value}`,
  );
  expect(shown).toEqual(rows);
});

test("rows lie in the text one behind the other, and hold everything of it but its version and spaces", () => {
  fc.assert(
    fc.property(fc.oneof(anyWrittenRecord, anyRecord, fc.string(), fc.string({ unit: "binary" })), (text) => {
      let at = 0;
      let between = "";
      for (const { from, to, text: term } of rowsOf(text)) {
        expect(from).toBeGreaterThanOrEqual(at);
        expect(text.slice(from, to)).toBe(term);
        expect(term).toMatch(/^[^ ]+$/);
        between += text.slice(at, from);
        at = to;
      }
      expect(between + text.slice(at)).toMatch(/^ *(?:[vs][^ ]*)?(?: [=:;-]?(?: ?spf\S*)?| )* *$/i);
    }),
  );
});

test("a row that is not broken is written as it was read", () => {
  fc.assert(
    fc.property(fc.oneof(anyWrittenRecord, anyRecord), (text) => {
      for (const row of rowsOf(text).filter(({ isBroken }) => !isBroken))
        expect(textOfRow(row)).toBe(row.text);
    }),
  );
});

test("a name that needs a value has its separator before one is typed", () => {
  const written = (name: string, value: string) => textOfRow({ qualifier: null, name, value });
  expect(written("include", "")).toBe("include:");
  expect(written("redirect", "")).toBe("redirect=");
  expect(written("ip4", "/24")).toBe("ip4:/24");
  expect(written("a", "/24")).toBe("a/24");
  expect(written("mx", "")).toBe("mx");
  expect(textOfRow({ qualifier: "-", name: "exp", value: "b.example" })).toBe("exp=b.example");
});

test("100 kB of terms are rows, without a second look at any", () => {
  expect(rowsOf(`v=spf1${" a".repeat(50_000)}`)).toHaveLength(50_000);
  expect(rowsOf(`v=spf1${" redirect=".repeat(10_000)}`).every(({ isBroken }) => isBroken)).toBe(true);
});
