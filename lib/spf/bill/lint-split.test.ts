import { expect, test } from "vitest";
import type { Resolver } from "../resolver";
import type { Bill } from "./bill";
import type { Finding } from "./finding";
import { lintPublished } from "./published-lint";
import { recordBill } from "./record-bill";

/** What is found at d.example where its TXT records have these strings. */
function lintStrings(...records: string[][]): Finding[] {
  const resolver: Resolver = {
    resolve: (name, type) =>
      name === "d.example" && type === "TXT"
        ? { status: "found", records: records.map((strings) => ({ type, strings })) }
        : { status: "void", reason: "nodata" },
  };
  return lintPublished(recordBill({ domain: "d.example" }, resolver) as Bill);
}

test.each<[string[], string | null]>([
  [["v=spf1 ip4:192.0.2.1", "ip4:192.0.2.2 -all"], "ip4:192.0.2.1|ip4:192.0.2.2 error"],
  [["v=spf1 a:ok.example", "include:ok.example -all"], "a:ok.example|include:ok.example warning"],
  [["v=spf1 include:ok.example", "-all"], "include:ok.example|-all warning"],
  [["v=spf1 ip4:192.0.2.1", "a", " -all"], "ip4:192.0.2.1|a error"],
  [["v=spf1 ip4:192.0.2.1 ", "ip4:192.0.2.2 -all"], null],
  [["v=spf1 ip4:192.0.2.1", " ip4:192.0.2.2 -all"], null],
  [["v=spf1 ip4:192.0.", "2.1 include:o", "k.example -all"], null],
  [["v=spf1 a:ok.exam", "ple a:mail", "a.ok.example -all"], null],
  [["v=spf1 ip4:192.0.2", ".1/33 -all"], null],
  [["v=spf1", "ip4:192.0.2.1 -all"], "v=spf1|ip4:192.0.2.1 -all error"],
  [["v=spf1", " ip4:192.0.2.1 -all"], null],
])("strings %j are parted badly: %s", (strings, expected) => {
  const split = lintStrings(["words"], strings).find(({ rule }) => rule === "broken-split");
  const { before, after } = split?.values ?? {};
  expect(split ? `${before}|${after} ${split.severity}` : null).toBe(expected);
  const isPlaced = strings.join("").slice(split?.from, split?.to).startsWith(String(before));
  if (split && before !== "v=spf1") expect(isPlaced).toBe(true);
});

test("a version that the next string is glued to is told of once", () => {
  const rules = lintStrings(["v=spf1", "ip4:192.0.2.1 -all"]).map(({ rule }) => rule);
  expect(rules).toEqual(["no-record", "broken-split"]);
});

test("a long record in several strings is too long in none of them", () => {
  expect(lintStrings(["v=spf1 ".padEnd(255), "ip4:192.0.2.1 -all"])).toEqual([]);
});
