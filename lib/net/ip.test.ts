import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalIp } from "./ip";

test.each([
  ["192.0.2.10", "192.0.2.10"],
  ["[192.0.2.10]", "192.0.2.10"],
  ["IPv6:2001:db8:66:0:0:0:0:66", "2001:db8:66::66"],
  ["[IPv6:2001:DB8::1]", "2001:db8::1"],
  ["2001:db8:0:1:0:0:0:1", "2001:db8:0:1::1"],
  ["2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1"],
  ["1:2:3:4:5:6:7:0", "1:2:3:4:5:6:7:0"],
  ["::", "::"],
  ["::1", "::1"],
  ["1::", "1::"],
  ["::ffff:192.0.2.1", "192.0.2.1"],
  ["::ffff:c000:201", "192.0.2.1"],
  ["64:ff9b::192.0.2.33", "64:ff9b::c000:221"],
])("%s is %s", (text, canonical) => expect(canonicalIp(text)).toBe(canonical));

test.each([
  "",
  "1.2.3",
  "1.2.3.4.5",
  "1.2.3.256",
  "01.2.3.4",
  "1.2.3.4 ",
  "a",
  ":",
  ":::",
  "1::2::3",
  "fe80::1%eth0",
  "1:2:3:4:5:6:7",
  "1:2:3:4:5:6:7:8:9",
  "12345::",
  "::1.2.3",
  "::ffff:1.2.3.4.5",
  "unknown",
  "[1.2.3.4",
])("%j is no address", (text) => expect(canonicalIp(text)).toBeNull());

test("what is canonical stays as it is, and nothing makes it throw", () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (ip) => {
      const once = canonicalIp(ip)!;
      expect(canonicalIp(once)).toBe(once);
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => void canonicalIp(text)));
});
