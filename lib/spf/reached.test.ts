import { expect, test } from "vitest";
import { parseRecord } from "./parse";
import { allOf, directivesBeforeAll, lookupTerms } from "./reached";

const texts = (terms: { text: string }[]) => terms.map(({ text }) => text);

test.each<[string, string | null, string[], string[]]>([
  ["v=spf1", null, [], []],
  ["v=spf1 redirect=r.example a", null, ["a"], ["a", "redirect=r.example"]],
  [
    "v=spf1 ip4:192.0.2.1 -ip6:2001:db8::1 ?a mx ptr exists:e.example include:i.example exp=x.example",
    null,
    ["ip4:192.0.2.1", "-ip6:2001:db8::1", "?a", "mx", "ptr", "exists:e.example", "include:i.example"],
    ["?a", "mx", "ptr", "exists:e.example", "include:i.example"],
  ],
  ["v=spf1 a ~ALL mx -all redirect=r.example", "~ALL", ["a"], ["a"]],
])("what a check of %j comes to, and what costs it a lookup", (text, all, before, asking) => {
  const record = parseRecord(text);
  expect(allOf(record)?.text ?? null).toBe(all);
  expect(texts(directivesBeforeAll(record))).toEqual(before);
  expect(texts(lookupTerms(record))).toEqual(asking);
});
