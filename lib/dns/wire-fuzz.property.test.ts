import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RecordType } from "@/lib/spf/resolver";
import { dnsClient } from "./dns-client";
import { type Asked, rawRecord, soaRecord, writeResponse } from "./dns-response.fixture";
import { framed } from "./listen.fixture";
import { type RawServer, rawServer } from "./raw-server.fixture";
import { writeName } from "./wire-name";
import { TYPE_NUMBERS } from "./wire-record";

const TYPES: RecordType[] = ["A", "AAAA", "MX", "PTR", "TXT"];
const OWNER = Buffer.from([0xc0, 12]);
const DATA: Record<RecordType | "CNAME", Buffer> = {
  A: Buffer.from([192, 0, 2, 7]),
  AAAA: Buffer.alloc(16, 1),
  MX: Buffer.from([0, 10, 2, 109, 120, 0xc0, 12]),
  PTR: Buffer.from([1, 97, 0xc0, 12]),
  TXT: Buffer.from("\x0bv=spf1 -all\x01x"),
  CNAME: Buffer.from(writeName("other.example")!),
};

/** What a server makes of the right response: bytes changed, cut off, put behind it, or others altogether. */
interface Damage {
  changes: [at: number, value: number][];
  length: number;
  more: Uint8Array;
  instead: Uint8Array | null;
}
const damage: fc.Arbitrary<Damage> = fc.record({
  changes: fc.array(fc.tuple(fc.nat(120), fc.nat(255)), { maxLength: 5 }),
  length: fc.oneof({ weight: 3, arbitrary: fc.constant(1000) }, { weight: 1, arbitrary: fc.nat(140) }),
  more: fc.uint8Array({ maxLength: 20 }),
  instead: fc.option(fc.uint8Array({ maxLength: 80 }), { freq: 4 }),
});
/** The right framing, or none at all. */
const stream = fc.record({ isFramed: fc.boolean(), isEnded: fc.boolean(), damage });

function damaged(query: Asked, { changes, length, more, instead }: Damage): Buffer {
  if (instead) return Buffer.from(instead);
  const record = (type: RecordType | "CNAME") => rawRecord(OWNER, TYPE_NUMBERS[type], 60, DATA[type]);
  const answers = [record(query.type as RecordType), record("CNAME")];
  const right = writeResponse(query, { answers, authorities: [soaRecord(1, 1)] });
  const bytes = Buffer.concat([right.subarray(0, length), more]);
  // The first twelve octets are left to `instead`, or hardly any response would be one to this question.
  for (const [at, value] of changes) if (12 + at < bytes.length) bytes[12 + at] = value;
  return bytes;
}

const damages = new Map<string, Damage | { isFramed: boolean; isEnded: boolean; damage: Damage }>();
let up: RawServer;
beforeAll(async () => {
  up = await rawServer((query, over) => {
    const own = damages.get(query.name);
    if (!own) return [];
    if (!("damage" in own)) return [damaged(query, own)];
    if (over === "udp") return [writeResponse(query, { truncated: true })];
    const bytes = damaged(query, own.damage);
    return [own.isFramed ? framed(bytes) : bytes, ...(own.isEnded ? [null] : [])];
  });
});
afterAll(() => up.close());

test.each([
  ["UDP", fc.array(damage, { minLength: 1, maxLength: 40 })],
  ["TCP", fc.array(stream, { minLength: 1, maxLength: 40 })],
] as const)("whatever comes by %s, every question is answered", async (_, batches) => {
  const seen = new Map<string, number>();
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(batches as fc.Arbitrary<(Damage & { damage: Damage })[]>, async (batch) => {
      damages.clear();
      const client = dnsClient({ servers: [up.server], timeoutMs: 25, attempts: 1 });
      const answers = await Promise.all(
        batch.map((each) => {
          const name = `n${asked++}.example`;
          damages.set(name, each);
          return client.session().resolve(name, TYPES[asked % 5]!);
        }),
      );
      for (const { status } of answers) seen.set(status, (seen.get(status) ?? 0) + 1);
    }),
    { numRuns: 80 },
  );
  // Else nothing has been tried.
  expect(seen.get("found")).toBeGreaterThan(0);
  expect(seen.get("error")).toBeGreaterThan(0);
  expect([...seen.values()].reduce((sum, count) => sum + count)).toBe(asked);
});
