import { expect, test } from "vitest";
import { publicServer } from "./public-server";

test.each([
  ["192.0.2.53", "192.0.2.53"],
  ["2001:DB8::53", "2001:db8::53"],
  ["2a00:1450::1", "2a00:1450::1"],
  ["::ffff:192.0.2.53", "192.0.2.53"],
])("%s is asked, on the port of DNS", (address, host) =>
  expect(publicServer(address)).toEqual({ host, port: 53 }),
);

test.each([
  "0.0.0.0",
  "127.0.0.1",
  "127.255.0.1",
  "10.1.2.3",
  "100.64.0.1",
  "169.254.169.254",
  "172.31.0.1",
  "192.0.0.8",
  "192.168.0.1",
  "198.19.255.255",
  "224.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:a00:1",
  "::7f00:1",
  "64:ff9b::7f00:1",
  "64:ff9b:1::1",
  "100::1",
  "2001::1",
  "2002:7f00:1::1",
  "fc00::1",
  "fd12::1",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "localhost",
  "127.1",
  "0x7f000001",
  "",
])("%j is not", (address) => expect(publicServer(address)).toBeNull());
