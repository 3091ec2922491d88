import { expect, test } from "vitest";
import { billOf } from "./bill.fixture";
import { lintPublished } from "./published-lint";

const lint = (names: Record<string, string[]>) => lintPublished(billOf(names));

test("the address that no mail comes from is named, and how many there are", () => {
  const [finding] = lint({
    "d.example": ["TXT v=spf1 include:e.example -all"],
    "e.example": ["TXT v=spf1 mx:inside.example -all"],
    "inside.example": ["A 192.0.2.1", "A 10.1.2.3", "AAAA fd00::1", "MX 1 inside.example"],
  });
  expect(finding).toMatchObject({
    rule: "private-host-address",
    severity: "warning",
    where: ["e.example"],
    values: { term: "mx:inside.example", host: "inside.example", address: "10.1.2.3", count: 2 },
  });
});

test("networks of the same terms are told of once, whichever term's lie in the other's", () => {
  const rules = (names: Record<string, string[]>) =>
    lint(names).map(({ rule, values }) => `${rule} ${values.count ?? ""}`.trim());
  // By 192.0.2.1 the second lies in the first, by the family of IPv6 the first in the second.
  const hosts = { "h.example": ["A 192.0.2.1", "AAAA 2001:db8::1", "MX 1 h.example"] };
  const mirrored = "TXT v=spf1 a:h.example/24 mx:h.example//64 -all";
  expect(rules({ ...hosts, "d.example": [mirrored] })).toEqual(["redundant-network 2"]);
  expect(rules({ ...hosts, "d.example": ["TXT v=spf1 a:h.example mx:h.example -all"] })).toEqual([
    "network-twice 2",
  ]);
});

test("of a record that is included twice its networks are not told of again", () => {
  const findings = lint({
    "d.example": ["TXT v=spf1 include:wide.example include:e.example -all"],
    "wide.example": ["TXT v=spf1 ip4:10.0.0.0/8 -all"],
    "e.example": ["TXT v=spf1 include:wide.example include:WIDE.example -all"],
  });
  expect(findings.map(({ rule }) => rule)).toEqual(["included-twice", "included-twice", "many-addresses"]);
});
