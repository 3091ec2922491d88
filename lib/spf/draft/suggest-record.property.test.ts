import fc from "fast-check";
import { expect, test } from "vitest";
import { ipHex, ipOfHex, readNetwork } from "@/lib/net/network";
import { type CheckRequest, type CheckResult, checkHost, mailfromRequest } from "../check-host";
import { parseRecord } from "../parse";
import type { Resolver } from "../resolver";
import { readSuite, suitePath } from "../suite.fixture";
import { type Zone, zoneOf, zoneResolver } from "../zone.fixture";
import { applyEdits } from "./draft-record";
import { suggestIn, zoneWith } from "./suggest.fixture";
import type { Suggestion } from "./suggestion";
import { worstCase } from "./worst-case.fixture";

const NEEDY = ["fail", "softfail", "neutral", "none"];

/** Addresses where verdicts may change: both edges of every network in a zone and their neighbours, and the client's. */
function probesOf(zone: Zone, client: string): string[] {
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

function verdict(resolver: Resolver, request: CheckRequest): CheckResult {
  return checkHost(request, resolver, { clock: () => 1_700_000_000_000 }) as CheckResult;
}

const allOf = (text: string | null) =>
  text === null
    ? undefined
    : parseRecord(text).directives.find(({ mechanism }) => mechanism.name === "all")?.qualifier;

/** What must hold of every suggestion, whatever the record. */
function verify(zone: Zone, request: CheckRequest): Suggestion {
  const suggestion = suggestIn(zone, request, { providers: [] });
  const { suggested, published, before, domain } = suggestion;
  const old = zoneResolver(zone);
  const was = verdict(old, request);
  expect(before).toMatchObject({ result: was.result });
  if (
    NEEDY.includes(was.result) &&
    !["bad-ip", "bad-domain", "private-address"].includes(suggestion.noneBecause!)
  )
    expect(suggestion.noneBecause).toBeNull();
  if (suggested === null) {
    expect(suggestion).toMatchObject({ edits: [], zoneLines: [], pair: null, after: null });
    expect(suggestion.noneBecause).not.toBeNull();
    return suggestion;
  }
  const fresh = zoneResolver(zoneWith(zone, domain, suggested));
  const now = verdict(fresh, request);
  expect(now.result).toBe("pass");
  expect(now.lookups).toBeLessThanOrEqual(10);
  expect(parseRecord(suggested).problems).toEqual([]);
  expect(applyEdits(published ?? "", suggestion.edits)).toBe(suggested);
  if (!suggestion.warnings.includes("over-limit")) expect(suggestion.lookups).toBeLessThanOrEqual(10);
  expect(worstCase(zoneWith(zone, domain, suggested), domain)).toBeLessThanOrEqual(suggestion.lookups);
  if (published !== null && !published.includes("\n") && parseRecord(published).problems.length === 0)
    expect(allOf(suggested)).toBe(allOf(published));
  if (was.result === "permerror") expect(allOf(suggested)).not.toBe("+");
  const isMended = suggestion.edits.some(({ kind }) => kind !== "insert" && kind !== "create");
  for (const ip of probesOf(zone, request.ip)) {
    if (ipHex(ip) === ipHex(request.ip)) continue;
    const [then, after] = [
      verdict(old, { ...request, ip }).result,
      verdict(fresh, { ...request, ip }).result,
    ];
    // "none" and "neutral" are one to a receiver (RFC 7208 section 8.2); an error may be mended.
    if (then === "none") expect(["none", "neutral"]).toContain(after);
    else if (then !== "permerror" || !isMended) expect(`${ip} ${after}`).toBe(`${ip} ${then}`);
  }
  return suggestion;
}

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
      { weight: 2, arbitrary: fc.tuple(anySpf, anySpf) },
      { weight: 2, arbitrary: anySlip.map((spf) => [spf]) },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
    fc.array(anyLine, { maxLength: 4 }),
  )
  .map(([spf, lines]) => [...spf, ...lines]);
const anyZone = fc.tuple(anyEntry, anyEntry, anyEntry).map(([d, b, c]) =>
  zoneOf({
    "d.example": d,
    "b.example": b,
    "c.example": c,
    "plain.example": ["A 203.0.113.70", "AAAA 2001:db8::70"],
    "error.example": ["TIMEOUT"],
    "1.2.0.192.in-addr.arpa": ["PTR b.example"],
  }),
);

test("every suggestion for a generated record holds what it promises", () => {
  const seen = new Map<string, number>();
  const count = (word: string) => seen.set(word, (seen.get(word) ?? 0) + 1);
  fc.assert(
    fc.property(
      anyZone,
      fc.constantFrom(
        "192.0.2.1",
        "192.0.2.7",
        "203.0.113.1",
        "2001:db8::5",
        "2001:db8:1::1",
        "::ffff:203.0.113.9",
      ),
      (zone, ip) => {
        const suggestion = verify(zone, {
          ip,
          domain: "d.example",
          sender: "user@d.example",
          helo: "m.example",
        });
        count(suggestion.noneBecause ?? `${suggestion.before.result} mended`);
        for (const reason of new Set(suggestion.edits.map((edit) => edit.reason))) count(reason);
      },
    ),
    { numRuns: 1_000 },
  );
  for (const reason of ["authorise-client", "create-record", "merge-records", "mend-syntax"])
    expect([...seen.keys()]).toContain(reason);
  for (const reason of [
    "remove-dead-include",
    "remove-void-term",
    "replace-by-addresses",
    "permerror mended",
  ])
    expect([...seen.keys()]).toContain(reason);
});

const path = suitePath();
if (path !== null)
  test("and so does every suggestion for the records of the RFC 7208 suite", () => {
    const suggested = new Map<string, number>();
    for (const { ip, mailfrom, helo, zone } of readSuite(path)) {
      const request = mailfromRequest({ ip, envelopeFrom: mailfrom, helo, receiver: "receiver.example" });
      for (const client of [ip, "203.0.113.77", "2001:db8::77"]) {
        const { before, noneBecause } = verify(zone, { ...request, ip: client });
        const key = `${before.result} ${noneBecause ?? "suggested"}`;
        suggested.set(key, (suggested.get(key) ?? 0) + 1);
      }
    }
    expect(suggested.get("fail suggested")).toBeGreaterThan(20);
    expect(suggested.get("permerror suggested")).toBeGreaterThan(20);
  });
