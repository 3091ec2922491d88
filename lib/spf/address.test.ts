import fc from "fast-check";
import { expect, test } from "vitest";
import { ipv4Address, ipv6Address, isInside, networkText, readClientAddress } from "./address";

const INSIDE: [string, string, number, boolean][] = [
  ["192.0.2.7", "192.0.2.0", 29, true],
  ["192.0.2.8", "192.0.2.0", 29, false],
  ["255.255.255.255", "0.0.0.0", 0, true],
  ["128.0.0.0", "0.0.0.0", 1, false],
  ["192.0.2.1", "192.0.2.1", 32, true],
  ["192.0.2.1", "192.0.2.0", 32, false],
  ["2001:db8::1", "2001:db8::", 127, true],
  ["2001:db8::2", "2001:db8::", 127, false],
  ["cafe:babe:8000::", "cafe:babe:ffff::", 33, true],
  ["cafe:babe:7fff::", "cafe:babe:8000::", 33, false],
  ["::", "ffff::", 0, true],
  ["1.2.3.4", "::ffff:1.2.3.4", 0, false],
  ["::1", "1.2.3.4", 0, false],
  ["::1", "::ffff:1.2.3.4", 64, true],
];

test.each(INSIDE)("%s and %s/%i: %s", (client, base, length, expected) => {
  const network = base.includes(":") ? ipv6Address(base) : ipv4Address(base);
  expect(isInside(readClientAddress(client)!, network!, length)).toBe(expected);
});

test.each(["::ffff:1.2.3.4", "::FFFF:102:304", "[1.2.3.4]"])("a client of %s is 1.2.3.4", (text) => {
  expect(readClientAddress(text)).toMatchObject({ text: "1.2.3.4", isIpv4: true, value: 0x01020304 });
});

test.each(["", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1..3.4", "1.2.3.4 ", "mail"])(
  "%j is no address of IPv4",
  (text) => expect(ipv4Address(text)).toBeNull(),
);

const anyIpv4 = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((bytes) => bytes.join("."));
const anyIpv6 = fc
  .array(fc.nat(0xffff), { minLength: 8, maxLength: 8 })
  .map((groups) => groups.map((group) => group.toString(16)).join(":"));

test("a network has all and only the addresses that share its bits", () => {
  const bits = (text: string) => {
    const { isIpv4, value, digits } = (text.includes(":") ? ipv6Address(text) : ipv4Address(text))!;
    const hex = isIpv4 ? value.toString(16).padStart(8, "0") : digits;
    return [...hex].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0")).join("");
  };
  for (const [any, read, longest] of [
    [anyIpv4, ipv4Address, 32],
    [anyIpv6, ipv6Address, 128],
  ] as const)
    fc.assert(
      fc.property(any, any, fc.nat(longest), (one, other, length) => {
        const [a, b] = [read(one)!, read(other)!];
        expect(isInside(a, b, length)).toBe(bits(one).slice(0, length) === bits(other).slice(0, length));
        expect(isInside(a, a, length)).toBe(true);
        const base = read(networkText(a, length).split("/")[0]!)!;
        expect(bits(base.text)).toBe(bits(one).slice(0, length).padEnd(longest, "0"));
      }),
    );
});
