import fc from "fast-check";
import { expect, test } from "vitest";
import { ipHex } from "@/lib/net/network";
import { type CheckRequest, mailfromRequest } from "../check-host";
import { parseRecord } from "../parse";
import { readSuite, suitePath } from "../suite.fixture";
import { type Zone, zoneOf, zoneResolver } from "../zone.fixture";
import { anyZone, probesOf, verdict } from "./any-zone.fixture";
import { applyEdits } from "./draft-record";
import { suggestIn, zoneWith } from "./suggest.fixture";
import type { Suggestion } from "./suggestion";
import { worstCase } from "./worst-case.fixture";

const NEEDY = ["fail", "softfail", "neutral", "none"];

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
    !["bad-ip", "bad-domain", "no-such-domain", "private-address"].includes(suggestion.noneBecause!)
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
    { numRuns: 600 },
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

test("a provider's include changes verdicts for its own only", () => {
  const provider = { name: "P", category: "relay", usage: 1, source: "dns", date: "" };
  const providers = [{ ...provider, include: "p.example", networks: ["192.0.2.0/24", "203.0.113.0/24"] }];
  const anyProvider = fc.constantFrom<string[]>(
    ["TXT v=spf1 ip4:203.0.113.0/25 ip4:192.0.2.0/28 ~all"],
    ["TXT v=spf1 ip4:203.0.113.80 ip4:192.0.2.7 exists:%{i}.p.example -all"],
    ["TXT v=spf1 exists:%{i}.gone.example a:plain.example a mx ?all", "A 192.0.2.7", "A 203.0.113.80"],
  );
  let included = 0;
  fc.assert(
    fc.property(anyZone, anyProvider, fc.constantFrom("192.0.2.7", "203.0.113.80"), (others, lines, ip) => {
      const zone = new Map([...others, ...zoneOf({ "p.example": lines })]);
      const request = { ip, domain: "d.example", sender: "user@d.example", helo: "m.example" };
      const { suggested, edits, before, lookups } = suggestIn(zone, request, { providers });
      if (before.result === "permerror" || !edits.some(({ text }) => text.includes("include:p.example")))
        return;
      included++;
      expect(lookups).toBeLessThanOrEqual(10);
      const [old, fresh] = [zoneResolver(zone), zoneResolver(zoneWith(zone, "d.example", suggested!))];
      expect(verdict(fresh, request).result).toBe("pass");
      for (const probe of probesOf(zone, ip)) {
        const [then, now] = [old, fresh].map(
          (resolver) => verdict(resolver, { ...request, ip: probe }).result,
        );
        const isOwn = verdict(old, { ...request, ip: probe, domain: "p.example" }).result === "pass";
        if (then === "permerror") continue;
        if (isOwn) expect([then, "pass"]).toContain(now);
        else expect([then, then === "none" ? "neutral" : then]).toContain(now);
      }
    }),
    { numRuns: 400 },
  );
  expect(included).toBeGreaterThan(20);
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
