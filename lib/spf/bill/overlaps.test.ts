import { expect, test } from "vitest";
import { billOf } from "./bill.fixture";

const ZONE = {
  "i.example": ["TXT v=spf1 ip4:192.0.2.0/24 include:j.example -ip4:10.0.0.1 ip4:10.0.0.0/8 -all"],
  "j.example": ["TXT v=spf1 ip4:198.51.100.7 -all"],
  "r.example": ["TXT v=spf1 ~ip4:192.0.2.7 -all"],
};

/** Overlaps in short: `outer ⊇ inner`, each with its qualifier and where it is said; "dead" if the inner is unreachable. */
function overlapsOf(terms: string): string[] {
  const { overlaps, overlapCount } = billOf(ZONE, { domain: "d.example", text: `v=spf1 ${terms}` });
  expect(overlapCount).toBe(overlaps.length);
  return overlaps.map(({ outer, inner, isUnreachable, agrees }) => {
    const [a, b] = [outer, inner].map(({ qualifier, network, where }) =>
      [qualifier + network, ...where].join("@"),
    );
    return `${a} ⊇ ${b}${isUnreachable ? " dead" : ""}${agrees ? "" : " differs"}`;
  });
}

test.each([
  ["networks apart", "ip4:192.0.2.0/25 ip4:192.0.2.128/25 ip6:2001:db8::/64 -all", []],
  [
    "the smaller behind the larger",
    "ip4:192.0.2.0/24 ip4:192.0.2.1 -all",
    ["+192.0.2.0/24 ⊇ +192.0.2.1 dead"],
  ],
  ["the smaller before the larger", "ip4:192.0.2.1 ip4:192.0.2.0/24 -all", ["+192.0.2.0/24 ⊇ +192.0.2.1"]],
  ["an exception", "-ip4:192.0.2.1 ip4:192.0.2.0/24 -all", ["+192.0.2.0/24 ⊇ -192.0.2.1 differs"]],
  [
    "an exception too late",
    "ip4:192.0.2.0/24 -ip4:192.0.2.1 -all",
    ["+192.0.2.0/24 ⊇ -192.0.2.1 dead differs"],
  ],
  ["the same twice", "ip6:2001:db8::/32 ip6:2001:db8::1/32 -all", ["+2001:db8::/32 ⊇ +2001:db8::/32 dead"]],
  [
    "of several around one, the first",
    "ip4:10.0.0.0/8 ip4:10.0.0.1 ip4:10.0.0.0/24",
    ["+10.0.0.0/8 ⊇ +10.0.0.0/24 dead", "+10.0.0.0/8 ⊇ +10.0.0.1 dead"],
  ],
  [
    "of several later ones, the first",
    "ip4:10.0.0.1 ip4:10.0.0.0/8 ip4:10.0.0.0/24 -all",
    ["+10.0.0.0/8 ⊇ +10.0.0.0/24 dead", "+10.0.0.0/8 ⊇ +10.0.0.1"],
  ],
  [
    "an include's network, with the include's qualifier",
    "~include:i.example ip4:192.0.2.1 ip4:198.51.100.0/24 -all",
    [
      "~192.0.2.0/24@i.example ⊇ +192.0.2.1 dead differs",
      "+198.51.100.0/24 ⊇ ~198.51.100.7@i.example@j.example differs",
    ],
  ],
  ["nothing behind what fails in an include", "include:i.example ip4:10.0.0.1 ip4:10.0.0.2 -all", []],
  [
    "a redirect's networks, with their own",
    "ip4:192.0.2.0/24 redirect=r.example",
    ["+192.0.2.0/24 ⊇ ~192.0.2.7@r.example dead differs"],
  ],
  ["not what stands behind all", "ip4:192.0.2.0/24 -all ip4:192.0.2.1", []],
])("%s", (_, terms, expected) => {
  expect(overlapsOf(terms)).toEqual(expected);
});

test("thousands of networks are compared, and the first hundred overlaps listed", () => {
  const many = Array.from({ length: 4_000 }, (_, i) => `ip4:10.${i >> 8}.${i & 255}.0/24`);
  const text = `v=spf1 ${many.join(" ")} ${many.join(" ")} ip4:10.0.0.0/8 -all`;
  const { overlaps, overlapCount } = billOf({}, { domain: null, text });
  expect(overlaps).toHaveLength(100);
  expect(overlapCount).toBe(8_000);
});
