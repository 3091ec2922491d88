import { expect, test } from "vitest";
import { billOf } from "./bill.fixture";
import { branchAddresses, branchNetworks } from "./branch";

const ZONE = {
  "d.example": [
    "TXT v=spf1 ip4:192.0.2.0/25 -ip4:198.51.100.7 a:host.d.example include:p.example include:gone.example exists:%{i}.d.example ?all",
  ],
  "host.d.example": ["A 203.0.113.9", "AAAA 2001:db8::9"],
  "p.example": ["TXT v=spf1 -ip4:10.0.0.1 ip4:10.0.0.0/30 include:q.example ip6:2001:db8:1::/64 -all"],
  "q.example": ["TXT v=spf1 ip4:10.0.0.4/31 ?all"],
};

const TERMS = billOf(ZONE).root.terms;

test.each([
  ["ip4:192.0.2.0/25", 128, "0", true, ["192.0.2.0/25"]],
  ["-ip4:198.51.100.7", 1, "0", true, ["198.51.100.7"]],
  ["a:host.d.example", 1, "1", true, ["203.0.113.9", "2001:db8::9"]],
  // What fails in an included record first does not pass it, and neighbours are put together.
  [
    "include:p.example",
    5,
    String(2n ** 64n),
    true,
    ["10.0.0.0", "10.0.0.2/31", "10.0.0.4/31", "2001:db8:1::/64"],
  ],
  ["include:gone.example", 0, "0", true, []],
  ["exists:%{i}.d.example", 0, "0", false, null],
  ["?all", 2 ** 32, String(2n ** 128n), true, null],
])("the addresses of %s", (text, ip4, ip6, isExact, networks) => {
  const term = TERMS.find((one) => one.text === text)!;
  expect(branchAddresses(term)).toEqual({ ip4, ip6, isExact });
  expect(branchNetworks(term, 4)).toEqual(networks);
});

test("no more networks than wanted are written out", () => {
  const term = TERMS.find(({ text }) => text === "include:p.example")!;
  expect(branchNetworks(term, 3)).toBeNull();
  const scattered = Array.from({ length: 3_000 }, (_, n) => `ip4:10.${n >> 8}.${n & 255}.1`).join(" ");
  const { terms } = billOf({
    "d.example": ["TXT v=spf1 include:p.example -all"],
    "p.example": [`TXT v=spf1 ${scattered} -all`],
  }).root;
  expect(branchNetworks(terms[0]!, 20)).toBeNull();
  expect(branchNetworks(terms[0]!, 3_000)).toHaveLength(3_000);
});
