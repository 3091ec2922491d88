import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRecord } from "../parse";
import { anyRecord } from "../record.fixture";
import { applyEdits, draftText, editsOf } from "./draft-record";
import { mendedDraft } from "./mend";

const mended = (terms: string) => {
  const draft = mendedDraft(`v=spf1 ${terms}`);
  return draft && draftText(draft).slice(7);
};

describe("slips of the pen are mended", () => {
  test.each([
    ["ipv4:192.0.2.1 -all", "ip4:192.0.2.1 -all"],
    ["ip:192.0.2.0/24 -all", "ip4:192.0.2.0/24 -all"],
    ["ip4: 192.0.2.1 -all", "ip4:192.0.2.1 -all"],
    ["ip4 192.0.2.1 -all", "ip4:192.0.2.1 -all"],
    ["ip4 : 192.0.2.1 -all", "ip4:192.0.2.1 -all"],
    ["ip4192.0.2.1 -all", "ip4:192.0.2.1 -all"],
    ["192.0.2.1 2001:db8::/32 ~all", "ip4:192.0.2.1 ip6:2001:db8::/32 ~all"],
    ["ip4:2001:db8::1 ip6:192.0.2.1 -all", "ip6:2001:db8::1 ip4:192.0.2.1 -all"],
    ["ip4:192.0.2.1-all", "ip4:192.0.2.1 -all"],
    ["include:spf.example~all", "include:spf.example ~all"],
    ["ip4:192.0.2.1,192.0.2.2; -all;", "ip4:192.0.2.1 ip4:192.0.2.2 -all"],
    ["a;mx;-all", "a mx -all"],
    ["a:192.0.2.1 -all", "ip4:192.0.2.1 -all"],
    ["ip4:mail.example.com -all", "a:mail.example.com -all"],
    ["ip4:192.0.2.0/024 ip4:192.0.2.9/ -all", "ip4:192.0.2.0/24 ip4:192.0.2.9 -all"],
    ["ipv4:192.0.2.0/024 192.0.2.9/32-all", "ip4:192.0.2.0/24 ip4:192.0.2.9/32 -all"],
    ["ip4:192.0.2.0/255.255.255.0 a/24/64 -all", "ip4:192.0.2.0/24 a/24//64 -all"],
    ["ip6:[2001:db8::1] mx:mail.example:25 -all", "ip6:2001:db8::1 mx:mail.example -all"],
    [
      "include:https://spf.example/ ip4:192.0.2.1ip4:192.0.2.9 -all",
      "include:spf.example ip4:192.0.2.1 ip4:192.0.2.9 -all",
    ],
    ["a:m\xc3\xbcnchen.example -all", "a:xn--mnchen-3ya.example -all"],
    ["inlcude:spf.example -al", "include:spf.example -all"],
    ["include spf.example -all", "include:spf.example -all"],
    ["include_spf.example -all", "include:_spf.example -all"],
    ["a redirect:spf.example", "a redirect=spf.example"],
    ["a +redirect=spf.example", "a redirect=spf.example"],
    ["a - all", "a -all"],
    ["a --all", "a -all"],
    ["a \xe2\x80\x93all", "a -all"],
    ["a\tmx\xc2\xa0-all\n", "a mx -all"],
    ['a -all"', "a -all"],
    ["a include: -all", "a -all"],
    ["a -all and nothing more", "a -all"],
    ["a exp=x.example exp=y.example -all", "a exp=x.example -all"],
    ["redirect=x.example redirect=X.example", "redirect=x.example"],
  ])("%j is %j", (terms, expected) => expect(mended(terms)).toBe(expected));
});

describe("where the meaning cannot be told, nothing is guessed", () => {
  test.each([
    "moo -all",
    "a all;",
    "a:\xd1\x80ay.example -all",
    "ip4:192.0.2 -all",
    "ip4:192.0.2.1/33 -all",
    "ip4:192.0.2.1-192.0.2.9 -all",
    "ip4:010.0.0.1 -all",
    "-ip4:192.0.2.1,192.0.2.2 -all",
    "a:mail -all",
    "exists:%{x}.example -all",
    "redirect=x.example redirect=y.example",
    "- ip4:192.0.2.1 -all",
    "mx/33",
  ])("%j", (terms) => expect(mended(terms)).toBeNull());
});

test("what is mended is valid, keeps the qualifier of all, and is what its edits make", () => {
  fc.assert(
    fc.property(fc.oneof(anyRecord, fc.string({ unit: "binary" })), (text) => {
      const draft = mendedDraft(text);
      if (draft === null) return;
      const record = parseRecord(draftText(draft));
      expect(record.problems).toEqual([]);
      expect(applyEdits(text, editsOf(draft))).toBe(record.text);
      if (parseRecord(text).problems.length === 0) expect(record.text).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});
