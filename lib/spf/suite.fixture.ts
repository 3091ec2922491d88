import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import type { RecordType } from "./resolver";
import { recordOf, type Zone, type ZoneEntry } from "./zone.fixture";

/** One test of the suite; `explanation` undefined where it expects none in particular, null for "no text of the domain". */
export interface SuiteCase {
  section: string;
  name: string;
  helo: string;
  ip: string;
  mailfrom: string;
  results: string[];
  explanation: string | null | undefined;
  zone: Zone;
}

type Item = string | Record<string, unknown>;
interface Section {
  description: string;
  tests: Record<string, Record<string, unknown>>;
  zonedata: Record<string, Item[]>;
}

const PLACES = [
  process.env.WHYSPF_SUITE,
  join(import.meta.dirname, "../../../shared/spf/rfc7208-tests.yml"),
  "/usr/share/doc/python3-spf/rfc7208-tests.yml.gz",
  "/usr/share/doc/python3-spf/rfc7208-tests.yml",
];

/** Where the openspf.org suite for RFC 7208 lies on this machine; null if nowhere. */
export function suitePath(): string | null {
  return PLACES.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** Reads the suite's tests, each with its section's zone. */
export function readSuite(path: string): SuiteCase[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const documents = parseAllDocuments(text, { uniqueKeys: false, logLevel: "silent" });
  return [...documents]
    .map((document) => document.toJS() as Section | null)
    .filter((section) => section !== null)
    .flatMap(({ description, tests, zonedata }) => {
      const zone = readZone(zonedata);
      return Object.entries(tests).map(([name, test]) => ({
        section: description,
        name,
        helo: String(test.helo),
        ip: String(test.host),
        mailfrom: String(test.mailfrom ?? ""),
        results: [test.result].flat().map(String),
        explanation: test.explanation === "DEFAULT" ? null : (test.explanation as string | undefined),
        zone,
      }));
    });
}

/**
 * `SPF` items stand for TXT records too, unless the name has a `TXT` of its own; `TXT: NONE` is one without a record;
 * a bare `TIMEOUT` holds for the types without one.
 */
function readZone(zonedata: Record<string, Item[]>): Zone {
  const zone: Zone = new Map();
  for (const [name, items] of Object.entries(zonedata)) {
    const entry: ZoneEntry = { records: [] };
    const pairs = items.flatMap((item) => (typeof item === "string" ? [] : Object.entries(item)));
    const hasText = pairs.some(([type]) => type === "TXT");
    entry.isTimeout = items.includes("TIMEOUT");
    for (const [type, value] of pairs) {
      if (type === "CNAME") entry.alias = String(value).replace(/\.$/, "").toLowerCase();
      else if (type === "SPF" || type === "TXT") {
        if (value === "NONE" || (type === "SPF" && hasText)) continue;
        entry.records.push({ type: "TXT", strings: [value].flat().map(String) });
      } else entry.records.push(recordOf(type as RecordType, [value].flat().join(" ")));
    }
    zone.set(name.toLowerCase(), entry);
  }
  return zone;
}

/** The suite's tests, none where it is not on this machine; a test says so, or that all of it is there. */
export function theSuite(): SuiteCase[] {
  const path = suitePath();
  const cases = path === null ? [] : readSuite(path);
  if (path === null)
    test("the RFC 7208 suite is not on this machine", () => {
      console.info("skipped: no RFC 7208 suite; name its file in WHYSPF_SUITE, or install python3-spf");
      expect(cases).toEqual([]);
    });
  else
    test("the suite has all its tests", () => {
      expect(cases.length).toBe(203);
      expect(cases.filter(({ explanation }) => explanation !== undefined).length).toBe(22);
    });
  return cases;
}
