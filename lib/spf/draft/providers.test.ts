import { expect, test } from "vitest";
import { readClientAddress } from "../address";
import { isDomainName } from "../domain-name";
import { zoneOf } from "../zone.fixture";
import { isOfProvider, PROVIDERS, providerOfInclude, providersHolding, providersNamed } from "./providers";
import { networkOf } from "./public-address";
import { suggestIn } from "./suggest.fixture";

test("every provider has an include that DNS can be asked for, and networks in CIDR notation", () => {
  expect(PROVIDERS.length).toBe(142);
  expect(new Set(PROVIDERS.map(({ include }) => include)).size).toBe(142);
  for (const { name, include, category, usage, source, date, networks } of PROVIDERS) {
    expect(name).not.toBe("");
    expect(isDomainName(include)).toBe(true);
    expect(category).toMatch(/^[a-z]+$/);
    expect(usage).toBeGreaterThanOrEqual(0);
    expect(["dns", "survey", "docs", "reports"]).toContain(source);
    expect(date).toMatch(/^(\d{4}-\d\d(-\d\d)?)?$/);
    for (const network of networks) expect(() => networkOf(network)).not.toThrow();
  }
});

test.each([
  ["74.125.1.2", "_spf.google.com"],
  ["40.107.3.4", "spf.protection.outlook.com"],
  ["2404:6800:4864::1", "_spf.google.com"],
  ["211.43.197.10", "_spf.daum.net"],
])("%s is of %s", (ip, include) =>
  expect(providersHolding(readClientAddress(ip)!).map((provider) => provider.include)).toContain(include),
);

test("an address of nobody's is of none", () =>
  expect(providersHolding(readClientAddress("198.51.100.1")!)).toEqual([]));

test("a host's name leads to providers whose networks are not known", () => {
  expect(providersNamed(["out1.cafe24.com"]).map(({ include }) => include)).toContain("spf.cafe24.com");
  expect(providersNamed(["mta.hiworks.co.kr"]).map(({ include }) => include)).toEqual(["_spf.hiworks.co.kr"]);
  expect(providersNamed(["evil-hiworks.co.kr", "co.kr"])).toEqual([]);
});

test.each([
  ["aspmx.l.google.com", "_spf.google.com", true],
  ["ASPMX.L.Google.com", "_spf.google.com", true],
  ["mx1.hiworks.co.kr", "_spf.hiworks.co.kr", true],
  ["mx.evil.co.kr", "_spf.hiworks.co.kr", false],
  ["mx.notgoogle.com", "_spf.google.com", false],
  ["google.com.evil.example", "_spf.google.com", false],
])("whether %s is of the provider of %s: %j", (host, include, expected) =>
  expect(isOfProvider(host, include)).toBe(expected),
);

test("an include has its provider, in any case", () => {
  expect(providerOfInclude("_SPF.Google.com")?.name).toBe("Google Workspace");
  expect(providerOfInclude("example.com")).toBeNull();
});

test("an address of Google's gets Google's include", () => {
  const zone = zoneOf({
    "d.example": ["TXT v=spf1 ip4:192.0.2.1 ~all"],
    "_spf.google.com": ["TXT v=spf1 ip4:74.125.0.0/16 ip4:209.85.128.0/17 ~all"],
  });
  expect(suggestIn(zone, { ip: "209.85.220.41" })).toMatchObject({
    suggested: "v=spf1 ip4:192.0.2.1 include:_spf.google.com ~all",
    warnings: ["shared-provider"],
    lookups: 1,
  });
});
