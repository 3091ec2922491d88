import fc from "fast-check";
import { expect, test } from "vitest";
import { type CheckResult, checkHost } from "./check-host";
import type { Answer, Resolver } from "./resolver";
import { SPF_RESULTS } from "./result";
import { type Zone, zoneOf, zoneResolver } from "./zone.fixture";

const NAMES = ["a.example", "b.example", "c.a.example", "error.example", "gone.example"];
const IPS = ["192.0.2.1", "192.0.2.9", "2001:db8::1", "::ffff:192.0.2.1"];

const anyName = fc.constantFrom(
  ...NAMES,
  "%{d}",
  "%{d2}",
  "%{h}",
  "%{l}.%{o}",
  "%{p}",
  "c.%{d}",
  "%{ir}.%{v}.arpa",
);
const anyTerm = fc
  .tuple(
    fc.constantFrom("", "-", "~", "?"),
    fc.oneof(
      fc.constantFrom("a", "mx", "ptr", "ip4:192.0.2.8/30", "ip6:2001:db8::/32", "all", "a//64", "mx/24"),
      fc
        .tuple(fc.constantFrom("a:", "mx:", "ptr:", "include:", "include:", "exists:"), anyName)
        .map((parts) => parts.join("")),
    ),
  )
  .map((parts) => parts.join(""));
const anySpf = fc
  .tuple(fc.array(anyTerm, { maxLength: 8 }), fc.constantFrom("", " redirect=", " exp="), anyName)
  .map(([terms, modifier, name]) => `TXT v=spf1 ${terms.join(" ")}${modifier && modifier + name}`);
const anyLine = fc.oneof(
  fc.constantFrom("A 192.0.2.1", "A 192.0.2.9", "AAAA 2001:db8::1", "TIMEOUT", "TXT words"),
  fc.tuple(fc.constantFrom("MX 5 ", "CNAME "), fc.constantFrom(...NAMES, "")).map((parts) => parts.join("")),
);
const anyEntry = fc
  .tuple(
    fc.oneof({ weight: 5, arbitrary: anySpf.map((spf) => [spf]) }, fc.constant([])),
    fc.array(anyLine, { maxLength: 13 }),
  )
  .map(([spf, lines]) => [...spf, ...lines]);
const anyZone: fc.Arbitrary<Zone> = fc
  .tuple(anyEntry, anyEntry, anyEntry, fc.array(fc.constantFrom(...NAMES), { maxLength: 12 }))
  .map(([a, b, c, names]) =>
    zoneOf({
      "a.example": a,
      "b.example": b,
      "c.a.example": c,
      "1.2.0.192.in-addr.arpa": names.map((name) => `PTR ${name}`),
    }),
  );

const anyCheck = fc.record({
  zone: anyZone,
  ip: fc.constantFrom(...IPS),
  local: fc.constantFrom("user", "b.example", "한"),
  helo: fc.constantFrom(...NAMES, "x"),
});

function check(
  { ip, local, helo }: { ip: string; local: string; helo: string },
  resolver: Resolver,
  trace: boolean,
  shadow = 0,
) {
  const request = { ip, domain: "a.example", sender: `${local}@a.example`, helo };
  return checkHost(request, resolver, { clock: () => 0, trace, shadow }) as CheckResult;
}

/** At most ten terms that look up, each with its own question and ten names, a TXT record each, and one more of each for `%{p}` and exp. */
const MOST_QUESTIONS = 1 + 10 * (1 + 10 + 1) + 11 * 11 + 1;

test("every zone gives a result within the limits", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyCheck, ({ zone, ...mail }) => {
      const resolver = zoneResolver(zone);
      const { result, reason, lookups, voidLookups } = check(mail, resolver, false);
      seen.add(result);
      expect(SPF_RESULTS).toContain(result);
      expect(lookups).toBeLessThanOrEqual(10);
      expect(voidLookups).toBeLessThanOrEqual(3);
      if (voidLookups === 3) expect(result).toBe("permerror");
      if (reason === "lookup-limit") expect(lookups).toBe(10);
      expect(resolver.asked).toBeLessThanOrEqual(MOST_QUESTIONS);
    }),
    { numRuns: 2_000 },
  );
  expect([...seen].sort()).toEqual([...SPF_RESULTS].sort());
});

test("a trace and a shadow change nothing of the result", () => {
  fc.assert(
    fc.property(anyCheck, ({ zone, ...mail }) => {
      const plain = check(mail, zoneResolver(zone), false);
      const resolver = zoneResolver(zone);
      const traced = check(mail, resolver, true);
      const asked = resolver.asked;
      resolver.asked = 0;
      const shadowed = check(mail, resolver, true, 20);
      expect({ ...traced, trace: null }).toEqual(plain);
      expect({ ...shadowed, trace: null }).toEqual(plain);
      expect(resolver.asked).toBeLessThanOrEqual(asked + 20);
      expect(traced.trace).toMatchObject({
        result: plain.result,
        budget: { lookups: plain.lookups, voidLookups: plain.voidLookups },
      });
    }),
    { numRuns: 1_000 },
  );
});

test("whatever a resolver answers, there is a result", async () => {
  const anyText = fc.string({ unit: "binary", maxLength: 12 });
  const anyAnswer: fc.Arbitrary<Answer> = fc.oneof(
    fc.constant<Answer>({ status: "void", reason: "nodata" }),
    fc.constant<Answer>({ status: "error", reason: "refused" }),
    fc
      .array(
        fc.oneof(
          fc.record({
            type: fc.constantFrom("A" as const, "AAAA" as const),
            address: fc.oneof(anyText, fc.constantFrom(...IPS)),
          }),
          fc.record({ type: fc.constant("MX" as const), preference: fc.nat(), host: anyText }),
          fc.record({ type: fc.constant("PTR" as const), host: anyText }),
          fc.record({
            type: fc.constant("TXT" as const),
            strings: fc.array(
              fc.oneof(
                anyText,
                anySpf.map((spf) => spf.slice(4)),
              ),
              { maxLength: 2 },
            ),
          }),
        ),
        { maxLength: 3 },
      )
      .map((records) => ({ status: "found" as const, records })),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyAnswer, { minLength: 1 }),
      fc.boolean(),
      anyCheck,
      async (answers, isLate, mail) => {
        let next = 0;
        const answer = () => answers[next++ % answers.length]!;
        const resolver: Resolver = { resolve: () => (isLate ? Promise.resolve(answer()) : answer()) };
        expect(SPF_RESULTS).toContain((await check(mail, resolver, true, 5)).result);
      },
    ),
    { numRuns: 500 },
  );
});
