import fc from "fast-check";
import { expect, test } from "vitest";
import { ipOfHex, readNetwork } from "@/lib/net/network";
import { checkHost } from "../check-host";
import { parseRecord } from "../parse";
import { type Zone, zoneOf, zoneResolver } from "../zone.fixture";
import { applyFixes, fixesOf } from "./apply-fixes";
import { MISTAKES } from "./lint.fixture";
import { lintRecord } from "./lint-record";

const HOSTS = ["192.0.2.1", "192.0.2.200", "2001:db8::1"];
const ZONE = {
  "b.example": ["A 192.0.2.1", "AAAA 2001:db8::1", "MX 5 b.example", "TXT v=spf1 ip4:198.51.100.0/25 -all"],
  "a.example": ["A 192.0.2.200", "MX 5 b.example"],
};

const anyByte = fc.constantFrom(0, 1, 2, 9, 64, 127, 128, 192, 200, 255);
const anyNetwork4 = fc
  .tuple(
    fc.constantFrom("192.0.2", "192.0.3", "198.51.100"),
    anyByte,
    fc.constantFrom("", ..."/32 /31 /30 /25 /24 /23 /16".split(" ")),
  )
  .map(([start, byte, length]) => `ip4:${start}.${byte}${length}`);
const anyNetwork6 = fc
  .tuple(
    fc.constantFrom("2001:db8::1", "2001:db8::", "2001:db8:0:1::f", "2001:db8::ff00"),
    fc.constantFrom("", "/128", "/127", "/120", "/64", "/63", "/32"),
  )
  .map(([address, length]) => `ip6:${address}${length}`);
const anyHost = fc
  .tuple(
    fc.constantFrom("a", "mx", "a:b.example", "MX:B.example"),
    fc.constantFrom("", "/32", "/24", "/25//128", "//64"),
  )
  .map((parts) => parts.join(""));
const anyTerm = fc
  .tuple(
    fc.constantFrom("", "", "", "+", "-", "~", "?"),
    fc.oneof(
      { weight: 4, arbitrary: anyNetwork4 },
      { weight: 2, arbitrary: anyNetwork6 },
      anyHost,
      fc.constant("include:b.example"),
    ),
  )
  .map((parts) => parts.join(""));
const anyRecord = fc
  .tuple(
    fc.array(anyTerm, { minLength: 1, maxLength: 7 }),
    fc.constantFrom("-all", "~all", "?all", "-all mx -all", "redirect=b.example"),
  )
  .map(([terms, end]) => `v=spf1 ${terms.join(" ")} ${end}`);

/** The first and the last address of every network of a record, and those right outside. */
function edgesOf(text: string): string[] {
  const edges = parseRecord(text).directives.flatMap(({ mechanism }) => {
    if ("network" in mechanism) return around(mechanism.network.text);
    if (!("cidr" in mechanism)) return [];
    const { ip4, ip6 } = mechanism.cidr;
    return HOSTS.flatMap((host) => around(`${host}/${host.includes(":") ? (ip6 ?? 128) : (ip4 ?? 32)}`));
  });
  return [...new Set([...edges, "203.0.113.9", "2a00::1", "198.51.100.127"])];
}

function around(network: string): string[] {
  const { from, to } = readNetwork(network)!;
  const beside = (hex: string, by: bigint) =>
    ipOfHex((BigInt(`0x${hex}`) + by).toString(16).padStart(32, "0"));
  return [beside(from, -1n), beside(from, 0n), beside(to, 0n), beside(to, 1n)];
}

const zone = zoneOf(ZONE);

function verdict(record: string, ip: string): string {
  const own = zone.get("a.example")!;
  const published = { records: [...own.records, { type: "TXT" as const, strings: [record] }] };
  const withRecord: Zone = new Map(zone).set("a.example", published);
  const request = { ip, domain: "a.example", sender: "user@a.example", helo: "b.example" };
  const checked = checkHost(request, zoneResolver(withRecord), { clock: () => 0 });
  if (checked instanceof Promise) throw new Error("a zone answers at once");
  return ["lookup-limit", "void-limit"].includes(checked.reason) ? "limit" : checked.result;
}

test("no fix of a record that can be read moves the edge of anyone's permission", () => {
  let tried = 0;
  fc.assert(
    fc.property(anyRecord, (text) => {
      for (const fix of fixesOf(lintRecord(text, { domain: "a.example" }))) {
        const after = applyFixes(text, [fix]);
        tried++;
        for (const ip of new Set([...edgesOf(text), ...edgesOf(after)])) {
          const before = verdict(text, ip);
          if (before !== "limit")
            expect({ after, ip, result: verdict(after, ip) }).toEqual({ after, ip, result: before });
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(tried).toBeGreaterThan(200);
});

test("no fix of a mistake, nor all of them, lets an address pass that the record before it did not", () => {
  let readable = 0;
  fc.assert(
    fc.property(anyRecord, fc.constantFrom(...MISTAKES), (text, mistake) => {
      const broken = mistake(text);
      fc.pre(parseRecord(broken).problems.length > 0);
      const fixes = fixesOf(lintRecord(broken, { domain: "a.example" }));
      const texts = new Set([...fixes.map((fix) => applyFixes(broken, [fix])), applyFixes(broken, fixes)]);
      for (const after of texts) {
        if (parseRecord(after).problems.length > 0) continue;
        readable++;
        for (const ip of new Set([...edgesOf(text), ...edgesOf(after)])) {
          if (verdict(after, ip) !== "pass") continue;
          const meant = verdict(text, ip);
          if (meant !== "limit")
            expect({ broken, after, ip, meant }).toEqual({ broken, after, ip, meant: "pass" });
        }
      }
    }),
    { numRuns: 600 },
  );
  expect(readable).toBeGreaterThan(200);
});
