import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalIp } from "./ip";
import { ipHex, ipOfHex, networkAround, readNetwork } from "./network";

const MAPPED = "00000000000000000000ffff";

describe("an address as digits", () => {
  test.each([
    ["192.0.2.7", `${MAPPED}c0000207`],
    ["::ffff:192.0.2.7", `${MAPPED}c0000207`],
    ["2001:db8::1", "20010db8000000000000000000000001"],
    ["::", "0".repeat(32)],
    ["1::", `0001${"0".repeat(28)}`],
    ["IPv6:2001:DB8::1", "20010db8000000000000000000000001"],
    ["999.1.1.1", null],
    ["", null],
  ])("%s", (text, digits) => expect(ipHex(text)).toBe(digits));

  test("is written back as it was", () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (text) => {
        const ip = canonicalIp(text);
        fc.pre(ip !== null);
        expect(ipOfHex(ipHex(text)!)).toBe(ip);
      }),
    );
  });
});

describe("a network", () => {
  test.each([
    ["192.0.2.77/24", "192.0.2.0/24", "c0000200", "c00002ff"],
    ["192.0.2.77", "192.0.2.77", "c000024d", "c000024d"],
    ["192.0.2.77/32", "192.0.2.77", "c000024d", "c000024d"],
    ["192.0.2.77/26", "192.0.2.64/26", "c0000240", "c000027f"],
    [" 10.1.2.3/9 ", "10.0.0.0/9", "0a000000", "0a7fffff"],
    ["10.1.2.3/0", "0.0.0.0/0", "00000000", "ffffffff"],
  ])("%s", (text, shown, from, to) =>
    expect(readNetwork(text)).toEqual({ text: shown, from: MAPPED + from, to: MAPPED + to }),
  );

  test("of IPv6 too", () =>
    expect(readNetwork("2001:db8:ffff::1/33")).toEqual({
      text: "2001:db8:8000::/33",
      from: "20010db880000000".padEnd(32, "0"),
      to: "20010db8ffffffff".padEnd(32, "f"),
    }));

  test.each([
    "",
    "/24",
    "192.0.2.0/33",
    "2001:db8::/129",
    "192.0.2.0/",
    "192.0.2.0/-1",
    "example.com",
    "1.2.3.4/8/9",
  ])("is not %j", (text) => expect(readNetwork(text)).toBeNull());

  test("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void readNetwork(text)));
  });

  test("around an address is what lists count it under", () => {
    expect(networkAround(ipHex("192.0.2.77")!)).toBe("192.0.2.0/24");
    expect(networkAround(ipHex("2001:db8:1:2:3::4")!)).toBe("2001:db8:1:2::/64");
  });
});
