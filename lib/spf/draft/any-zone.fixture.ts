import fc from "fast-check";
import { ipOfHex, readNetwork } from "@/lib/net/network";
import { type CheckRequest, type CheckResult, checkHost } from "../check-host";
import type { Resolver } from "../resolver";
import { type Zone, zoneOf } from "../zone.fixture";

const NAMES = ["d.example", "b.example", "c.example", "plain.example", "gone.example", "error.example"];
const anyName = fc.constantFrom(...NAMES, "%{d}", "%{i}.c.example", "%{o}");
const anyTerm = fc
  .tuple(
    fc.constantFrom("", "", "", "-", "~", "?"),
    fc.oneof(
      fc.constantFrom(
        "a",
        "mx",
        "ptr",
        "ip4:192.0.2.0/29",
        "ip4:192.0.2.1",
        "ip4:203.0.113.64/26",
        "ip6:2001:db8::/64",
        "ip6:2001:db8::1",
        "a/28",
        "mx//120",
      ),
      fc
        .tuple(fc.constantFrom("a:", "mx:", "include:", "include:", "include:", "exists:"), anyName)
        .map((parts) => parts.join("")),
    ),
  )
  .map((parts) => parts.join(""));
const anySpf = fc
  .tuple(
    fc.array(anyTerm, { maxLength: 7 }),
    fc.constantFrom("", " -all", " ~all", " ?all", " -all", " redirect=b.example", " redirect=gone.example"),
  )
  .map(([terms, end]) => `TXT v=spf1${terms.map((term) => ` ${term}`).join("")}${end}`);
/** Near the limit of ten lookups, and over it. */
const anyCostly = fc
  .array(
    fc
      .tuple(fc.constantFrom("a", "mx", "a:b.example", "a:plain.example", "mx:c.example"), fc.nat({ max: 6 }))
      .map(([name, less]) => `${name}/${32 - less}`),
    { minLength: 8, maxLength: 14 },
  )
  .map((terms) => `TXT v=spf1 ${terms.join(" ")} -all`);
const anySlip = fc.constantFrom(
  "TXT v=spf1 ipv4:192.0.2.9 -all",
  "TXT v=spf1 ip4: 203.0.113.9 a ~all",
  "TXT v=spf1 ip4:192.0.2.9-all",
  "TXT v=spf1 moo a -all",
  "TXT v=spf1 a,mx;~all",
);
const anyLine = fc.constantFrom(
  "A 192.0.2.1",
  "A 203.0.113.80",
  "AAAA 2001:db8::5",
  "MX 5 plain.example",
  "MX 5 gone.example",
  "MX 9 b.example",
  "TXT words",
);
const anyEntry = fc
  .tuple(
    fc.oneof(
      { weight: 12, arbitrary: anySpf.map((spf) => [spf]) },
      { weight: 1, arbitrary: anyCostly.map((spf) => [spf]) },
      { weight: 2, arbitrary: fc.tuple(anySpf, anySpf) },
      { weight: 2, arbitrary: anySlip.map((spf) => [spf]) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    fc.array(anyLine, { maxLength: 4 }),
  )
  .map(([spf, lines]) => [...spf, ...lines]);
/** A zone with records of random terms at d.example and around it. */
export const anyZone = fc.tuple(anyEntry, anyEntry, anyEntry).map(([d, b, c]) =>
  zoneOf({
    "d.example": d,
    "b.example": b,
    "c.example": c,
    "plain.example": ["A 203.0.113.70", "AAAA 2001:db8::70"],
    "error.example": ["TIMEOUT"],
    "1.2.0.192.in-addr.arpa": ["PTR b.example"],
  }),
);

/** Addresses where verdicts may change: both edges of every network in a zone and their neighbours, and the client's. */
export function probesOf(zone: Zone, client: string): string[] {
  const texts = [client, "198.51.100.200", "2001:db8:ffff::1"];
  for (const { records } of zone.values())
    for (const record of records)
      if ("address" in record) texts.push(record.address);
      else if (record.type === "TXT")
        for (const [, network] of record.strings.join("").matchAll(/ip[46]:([^ ]+)/gi)) texts.push(network!);
  const digits = texts.flatMap((text) => {
    const network = readNetwork(text);
    return network === null ? [] : [step(network.from, -1n), network.from, network.to, step(network.to, 1n)];
  });
  return [...new Set(digits.map(ipOfHex))].slice(0, 80);
}

function step(digits: string, by: bigint): string {
  const next = (BigInt(`0x${digits}`) + by) & ((1n << 128n) - 1n);
  return next.toString(16).padStart(32, "0");
}

/** What check_host() says of a request. */
export function verdict(resolver: Resolver, request: CheckRequest): CheckResult {
  return checkHost(request, resolver, { clock: () => 1_700_000_000_000 }) as CheckResult;
}
