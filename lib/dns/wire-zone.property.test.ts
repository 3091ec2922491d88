import fc from "fast-check";
import { expect, test } from "vitest";
import type { Answer, RecordType } from "@/lib/spf/resolver";
import { dnsClient } from "./dns-client";
import { dnsServer } from "./dns-server.fixture";
import { foldName } from "./wire-name";
import type { Zone, ZoneName } from "./zone";
import { zoneResolver } from "./zone-resolver";

const TYPES: RecordType[] = ["A", "AAAA", "MX", "PTR", "TXT"];
const label = fc.oneof(
  fc.constantFrom("a", "b", "C", "*"),
  fc
    .array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 5 })
    .map((codes) => String.fromCharCode(...codes).replaceAll(".", "-")),
);
const name = fc.array(label, { minLength: 1, maxLength: 3 }).map((labels) => labels.join("."));
const octets = fc
  .array(fc.integer({ min: 0, max: 255 }), { maxLength: 255 })
  .map((codes) => String.fromCharCode(...codes));
const record = fc.oneof(
  fc.ipV4().map((address) => ({ type: "A" as const, address })),
  fc.integer({ min: 2, max: 0xffff }).map((last) => ({
    type: "AAAA" as const,
    address: `2001:db8::${last.toString(16)}`,
  })),
  fc.record({ type: fc.constant("MX" as const), preference: fc.nat(65_535), host: name }),
  fc.record({ type: fc.constant("PTR" as const), host: name }),
  fc.record({ type: fc.constant("TXT" as const), strings: fc.array(octets, { minLength: 1, maxLength: 8 }) }),
);
const entry: fc.Arbitrary<ZoneName> = fc.record({
  records: fc.array(record, { maxLength: 4 }),
  alias: fc.option(name, { freq: 3 }),
  timeout: fc.constant(false),
});
const zones: fc.Arbitrary<Zone> = fc
  .array(fc.tuple(name.map(foldName), entry), { maxLength: 8 })
  .map((entries) => new Map(entries));

const told = (answer: Answer) =>
  answer.status === "found"
    ? { ...answer, records: answer.records.map((each) => ({ ...each, ttl: 300 })) }
    : answer;

test("whatever a zone holds, the wire brings what the zone says", async () => {
  await fc.assert(
    fc.asyncProperty(zones, fc.array(name, { maxLength: 3 }), async (zone, others) => {
      // An alias beside records is no zone that a server would load.
      for (const each of zone.values()) if (each.alias !== null) each.records = [];
      const server = await dnsServer(zone);
      const here = zoneResolver(zone);
      const there = dnsClient({ servers: [server.server], timeoutMs: 10_000, attempts: 1 });
      try {
        for (const asked of [...zone.keys(), ...others])
          for (const type of TYPES)
            expect(told(await there.session().resolve(asked, type))).toEqual(
              told(await here.resolve(asked, type)),
            );
      } finally {
        await server.close();
      }
    }),
    { numRuns: 60 },
  );
});
