import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { askAuthority } from "./authority";
import { type Asked, rawRecord, soaRecord, writeResponse } from "./dns-response.fixture";
import { framed } from "./listen.fixture";
import { type RawServer, rawServer } from "./raw-server.fixture";
import { writeName } from "./wire-name";
import { TYPE_NUMBERS } from "./wire-record";

const OWNER = Buffer.from([0xc0, 12]);
const DATA: [type: keyof typeof TYPE_NUMBERS, data: Buffer][] = [
  ["NS", Buffer.from(writeName("ns.hostile.example")!)],
  ["A", Buffer.from([192, 0, 2, 1])],
  ["AAAA", Buffer.alloc(16, 1)],
  ["TXT", Buffer.from("\x0bv=spf1 -all\x01x")],
  ["SPF", Buffer.from("\x0bv=spf1 -all")],
  ["CNAME", Buffer.from(writeName("other.hostile.example")!)],
];
/** How a response differs from the right one: which records it has, what of it is overwritten, where it ends. */
const damage = fc.record({
  kinds: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 1 }),
  flags: fc.constantFrom(0x8580, 0x8580, 0x8180, 0x8583, 0x8585, 0x8780),
  changes: fc.array(fc.tuple(fc.nat(160), fc.nat(255)), { maxLength: 3 }),
  length: fc.oneof({ weight: 4, arbitrary: fc.constant(2000) }, { weight: 1, arbitrary: fc.nat(140) }),
});
type Damage = typeof damage extends fc.Arbitrary<infer D> ? D : never;

const RIGHT: Damage = { kinds: [0, 1, 2, 3, 4], flags: 0x8580, changes: [], length: 2000 };

let next: Damage[] = [];
let isResolverRight = false;
let served = 0;
let up: RawServer;
beforeAll(async () => {
  up = await rawServer((query, over) => {
    const isRight = query.recursion && isResolverRight;
    const bytes = damaged(query, isRight ? RIGHT : next[served++ % next.length]!);
    return over === "tcp" ? [framed(bytes), null] : [bytes];
  });
});
afterAll(() => up.close());

function damaged(query: Asked, { kinds, flags, changes, length }: Damage): Buffer {
  const own = kinds.map((kind) => DATA[kind]!);
  const answers = own.map(([type, data]) => rawRecord(OWNER, TYPE_NUMBERS[type], 60, data));
  const right = writeResponse(query, { answers, authorities: [soaRecord(1, 1)] });
  right.writeUInt16BE(flags, 2);
  // Header and question are left as they are, or hardly any response would be heard at all.
  const from = 12 + query.question.length;
  for (const [at, value] of changes) if (from + at < right.length) right[from + at] = value;
  return right.subarray(0, Math.max(length, from));
}

test("whatever resolvers and servers say, there is a report, and it holds what it promises", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      async (damages, isRight) => {
        next = damages;
        isResolverRight = isRight;
        served = 0;
        const recursive = { servers: [up.server], timeoutMs: 40, attempts: 1 };
        const report = await askAuthority("a.hostile.example", {
          recursive,
          authority: null,
          patienceMs: 40,
          reach: () => up.server,
        });
        expect(report.servers.length).toBeLessThanOrEqual(20);
        expect(report.problem === null).toBe(report.servers.some(({ reason }) => reason !== "no-address"));
        for (const { status, reason, txt } of report.servers) {
          expect(reason === null).toBe(status === "answered");
          if (status !== "answered") expect(txt).toEqual([]);
          seen.add(reason ?? `${txt.length > 0}`);
        }
        seen.add(report.problem ?? "found");
      },
    ),
    { numRuns: 150 },
  );
  // Else nothing has been tried.
  for (const outcome of ["found", "true", "malformed", "no-answer"]) expect(seen).toContain(outcome);
});
