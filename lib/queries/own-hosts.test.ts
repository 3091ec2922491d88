import { expect, test } from "vitest";
import type { Provider } from "@/lib/spf/draft/providers";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { ownHosts } from "./own-hosts";

const known = { category: "mailbox", usage: 1, source: "dns", date: "" };
const PROVIDERS: Provider[] = [
  { ...known, name: "By network", include: "_spf.big.example", networks: ["198.51.100.0/24"] },
  { ...known, name: "By name", include: "spf.hoster.example", networks: [] },
];
const FIVE = [1, 2, 3, 4, 5];

const of = (zone: Record<string, string[]>) =>
  ownHosts(
    "example.com",
    zoneResolver(zoneOf({ "mx.hoster.example": ["A 203.0.113.1"], ...zone })),
    PROVIDERS,
  );
const terms = async (...lines: string[]) => (await of({ "example.com": lines })).terms;

test("the domain's own hosts are those of its addresses and of its exchangers", async () => {
  const hosts = await of({
    "example.com": ["A 192.0.2.80", "AAAA 2001:db8::80", "MX 10 mx.example.com", "MX 20 gone.example.com"],
    "mx.example.com": ["A 192.0.3.25"],
  });
  expect(hosts).toEqual({
    a: new Set(["192.0.2.80", "2001:db8::80"]),
    mx: new Set(["192.0.3.25"]),
    exchangers: ["mx.example.com", "gone.example.com"],
    networks: new Set(["192.0.2.0/24", "2001:db8::/64", "192.0.3.0/24"]),
    terms: ["mx", "a"],
    isKnown: true,
  });
});

test.each([
  ["nothing", [], []],
  ["no exchanger (RFC 7505)", ["MX 0 "], []],
  ["one address", ["A 192.0.2.80"], ["a"]],
  ["more addresses than one's own few", FIVE.map((n) => `A 192.0.2.${n}`), []],
  ["an address of a provider's network", ["A 198.51.100.7"], []],
  ["an exchanger with a provider's name", ["MX 10 mx.hoster.example", "A 192.0.2.80"], ["a"]],
])("of a domain with %s", async (_, lines, expected) => {
  expect(await terms(...lines)).toEqual(expected);
});

test("at most ten exchangers are asked about", async () => {
  const resolver = zoneResolver(
    zoneOf({ "example.com": Array.from({ length: 50 }, (_, n) => `MX ${n} mx${n}.example.com`) }),
  );
  await ownHosts("example.com", resolver, PROVIDERS);
  expect(resolver.asked).toBe(3 + 2 * 10);
});

test("an answer that does not come is told", async () => {
  expect((await of({ "example.com": ["TIMEOUT"] })).isKnown).toBe(false);
  expect((await of({ "example.com": ["A 192.0.2.80", "MX 1 error.example"] })).isKnown).toBe(false);
});
