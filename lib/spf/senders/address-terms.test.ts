import fc from "fast-check";
import { expect, test } from "vitest";
import { ipHex, readNetwork } from "@/lib/net/network";
import { parseRecord } from "../parse";
import { addressTerms } from "./address-terms";

test.each<[ips: string[], terms: string[]]>([
  [[], []],
  [["192.0.2.7"], ["ip4:192.0.2.7"]],
  [["192.0.2.7", "192.0.2.7"], ["ip4:192.0.2.7"]],
  [
    ["192.0.2.7", "192.0.2.8"],
    ["ip4:192.0.2.7", "ip4:192.0.2.8"],
  ],
  [["192.0.2.7", "192.0.2.6"], ["ip4:192.0.2.6/31"]],
  [
    ["192.0.2.3", "192.0.2.2", "192.0.2.1", "192.0.2.0", "192.0.2.4"],
    ["ip4:192.0.2.0/30", "ip4:192.0.2.4"],
  ],
  [
    ["2001:db8::1", "2001:db8::", "192.0.2.7"],
    ["ip4:192.0.2.7", "ip6:2001:db8::/127"],
  ],
  [["10.0.0.1", "127.0.0.1", "::1", "fe80::1", "unknown", ""], []],
])("%j are %j", (ips, terms) => {
  expect(addressTerms(ips)).toEqual(terms);
});

test("terms hold exactly the addresses, and make a record without errors", () => {
  const anyIp = fc.oneof(
    fc.nat({ max: 63 }).map((last) => `192.0.2.${last}`),
    fc.nat({ max: 63 }).map((last) => `2001:db8::${last.toString(16)}`),
  );
  fc.assert(
    fc.property(fc.uniqueArray(anyIp, { maxLength: 100 }), (ips) => {
      const terms = addressTerms(ips);
      expect(parseRecord(`v=spf1 ${terms.join(" ")}`.trim()).problems).toEqual([]);
      const held = terms.flatMap((term) => {
        const { from, to } = readNetwork(term.slice(4))!;
        const [first, last] = [BigInt(`0x${from}`), BigInt(`0x${to}`)];
        return Array.from({ length: Number(last - first) + 1 }, (_, n) => first + BigInt(n));
      });
      const given = ips.map((ip) => BigInt(`0x${ipHex(ip)}`));
      const sorted = (list: bigint[]) => list.map(String).sort();
      expect(sorted(held)).toEqual(sorted(given));
    }),
  );
});
