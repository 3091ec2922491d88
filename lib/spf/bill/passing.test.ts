import { expect, test } from "vitest";
import { billOf } from "./bill.fixture";

test.each([
  ["v=spf1 ip4:192.0.2.0/24 ip4:192.0.2.128/25 ip4:192.0.3.0/24 -all", 512, "0", true],
  ["v=spf1 ip4:0.0.0.0/0 ip6:2001:db8::/32 ip6:::ffff:192.0.2.1 -all", 2 ** 32, String(2n ** 96n + 1n), true],
  ["v=spf1 +all", 2 ** 32, String(2n ** 128n), true],
  ["v=spf1 -ip4:192.0.2.1 ip4:192.0.2.0/24 ?all", 255, "0", true],
  ["v=spf1 ip4:192.0.2.0/24 -ip4:192.0.2.1 +all", 2 ** 32, String(2n ** 128n), true],
  ["v=spf1 include:i.example -all", 65_536 - 1, "0", true],
  ["v=spf1 ?include:i.example +all", 2 ** 32 - 65_535, String(2n ** 128n), true],
  ["v=spf1 ip4:192.0.2.1 redirect=i.example", 65_536, "0", true],
  ["v=spf1 exists:i.example ip4:192.0.2.1 -all", 1, "0", false],
  ["v=spf1 ip4:192.0.2.1 include:error.example -all", 1, "0", false],
])("addresses that pass %s are counted", (text, ip4, ip6, isExact) => {
  const zone = { "i.example": ["TXT v=spf1 ~ip4:10.0.0.1 ip4:10.0.0.0/16 -ip4:10.0.0.0/8 -all"] };
  expect(billOf(zone, { domain: "d.example", text }).addresses).toEqual({ ip4, ip6, isExact });
});
