import { expect, test } from "vitest";
import { addressParts } from "./address-parts";

test.each<[string, bigint, bigint]>([
  ["0", 0n, 0n],
  ["7", 0n, 7n],
  ["18446744073709551615", 0n, 18446744073709551615n],
  ["18446744073709551616", 1n, 0n],
  ["18446744073709551617", 1n, 0n],
])("%s addresses of IPv6 are told as networks where they fill one", (ip6, subnets, single) => {
  expect(addressParts({ ip4: 3, ip6, isExact: true })).toEqual({ ip4: 3, subnets, ip6: single });
});
