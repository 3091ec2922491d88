import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "./check.fixture";
import { parseRecord } from "./parse";
import { anyPublished } from "./published.fixture";
import { SPF_RESULTS } from "./result";
import { normaliseRecord, writeRecord } from "./write";
import { recordOf, type Zone, zoneOf, zoneResolver } from "./zone.fixture";

/** How many records are looked at, always the same ones of a seed. */
const RUNS = Number(process.env.WHYSPF_PUBLISHED_RUNS ?? 3_000);
const SEED = 7208;

function eachRecord(property: (text: string) => void): void {
  fc.assert(fc.property(anyPublished, property), { numRuns: RUNS, seed: SEED });
}

/** The octets of a text, one per character, as DNS has them. */
const octets = (text: string) => Buffer.from(text, "utf8").toString("latin1");

function published(text: string): Zone {
  const zone = zoneOf({
    "_spf.google.com": ["TXT v=spf1 ip4:198.51.100.0/24 ~all"],
    "sendgrid.net": ["TXT v=spf1 a:mail.d.example ~all"],
    "amazonses.com": ["TIMEOUT"],
    "_spf.d.example": ["TXT v=spf1 ip4:192.0.2.0/30 -all"],
    "mail.d.example": ["A 192.0.2.1", "AAAA 2001:db8::1"],
  });
  const records = [recordOf("TXT", text), recordOf("A", "192.0.2.80"), recordOf("MX", "10 mail.d.example")];
  return zone.set("d.example", { records });
}

test("published records are written as they were read, mistakes and all", () => {
  let broken = 0;
  eachRecord((text) => {
    const record = parseRecord(text);
    expect(writeRecord(record)).toBe(text);
    if (record.problems.length > 0) broken++;
    for (const { from, to } of record.problems)
      expect(0 <= from && from <= to && to <= text.length).toBe(true);
  });
  expect(broken / RUNS).toBeGreaterThan(0.2);
  expect(broken / RUNS).toBeLessThan(0.8);
});

test("the normal form of a valid record is valid, means the same and is its own normal form", () => {
  eachRecord((text) => {
    const record = parseRecord(text);
    if (record.problems.length > 0) return;
    const normal = parseRecord(normaliseRecord(record));
    expect(normal.problems).toEqual([]);
    expect(normaliseRecord(normal)).toBe(normal.text);
    for (const ip of ["192.0.2.1", "198.51.100.7", "2001:db8::1"])
      expect(check(published(normal.text), { ip }).result).toBe(check(published(text), { ip }).result);
  });
});

test("published records give a result, and a permerror if they are broken", () => {
  const seen = new Set<string>();
  eachRecord((text) => {
    const zone = published(octets(text));
    const resolver = zoneResolver(zone);
    for (const ip of ["192.0.2.1", "203.0.113.9", "2001:db8::1", "::ffff:198.51.100.7"]) {
      const { result, reason } = check(zone, { ip }, resolver);
      seen.add(result);
      expect(SPF_RESULTS).toContain(result);
      if (reason !== "no-record")
        expect(reason === "syntax").toBe(parseRecord(octets(text)).problems.length > 0);
    }
    expect(resolver.asked).toBeLessThan(4 * 250);
  });
  expect([...seen].sort()).toEqual([...SPF_RESULTS].sort());
});
