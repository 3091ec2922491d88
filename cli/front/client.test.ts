import { expect, test } from "vitest";
import { readNetwork } from "@/lib/net/network";
import { clientOf } from "./client";

const TRUSTED = ["127.0.0.1", "10.0.0.0/8", "2001:db8:ffff::/48"].map((text) => readNetwork(text)!);

test.each([
  ["a stranger says who it is", "192.0.2.1", "203.0.113.9", "192.0.2.1", false],
  ["a proxy says who it was", "127.0.0.1", "203.0.113.9", "203.0.113.9", true],
  ["the client forged the first hops", "127.0.0.1", "1.2.3.4, 127.0.0.1, 203.0.113.9", "203.0.113.9", true],
  ["two proxies in a row", "127.0.0.1", "1.2.3.4, 203.0.113.9,10.1.2.3", "203.0.113.9", true],
  ["all of them are proxies", "127.0.0.1", "10.1.1.1, 10.2.2.2", "10.1.1.1", true],
  ["a proxy that says nothing", "127.0.0.1", undefined, "127.0.0.1", true],
  ["a proxy that says nonsense", "127.0.0.1", "203.0.113.9, unknown", "127.0.0.1", true],
  ["IPv4 in an IPv6 socket", "::ffff:127.0.0.1", "2001:DB8:0::1", "2001:db8::1", true],
  ["an IPv6 proxy", "2001:db8:ffff:1::1", "::ffff:203.0.113.9", "203.0.113.9", true],
  ["an interface's own address", "fe80::1%eth0", "203.0.113.9", "fe80::1", false],
  ["a connection that is gone", undefined, "203.0.113.9", "", false],
])("%s: %s, %s", (_, peer, forwarded, address, viaProxy) => {
  const headers = forwarded === undefined ? {} : { "x-forwarded-for": forwarded };
  expect(clientOf(peer, headers, TRUSTED)).toEqual({ address, viaProxy });
});
