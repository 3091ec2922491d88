import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AS_MANY, ATTACKS, BURST, GOOGLE, HONEST, named, RECEIVING } from "./clients.fixture";
import { guessRole } from "./guess-role";
import type { SenderChecks, SenderFacts } from "./sender";
import { checks, DAY, facts, results, START, sender } from "./sender.fixture";

function guess(facts: Partial<SenderFacts>, checks: Partial<SenderChecks> = {}): string {
  const { role, certainty, isAuthorisable } = sender(facts, checks);
  return `${role} ${certainty}${isAuthorisable ? " authorisable" : ""}`;
}

describe("the role of", () => {
  test.each(HONEST)("%s: %s", (_, expected, given, dns) => {
    expect(guess(given, dns)).toBe(expected);
  });
});

describe("an attack by", () => {
  test.each(ATTACKS)("%s: %s", (_, expected, given, dns) => {
    expect(guess(given, dns)).toBe(expected);
    expect(sender(given, dns).isAuthorisable).toBe(false);
  });
});

test("nothing that a client's owner can bring about alone makes it authorisable, or one of the domain's own", () => {
  const names = [
    "mail.example.com",
    "example.com",
    "[192.0.2.1]",
    "localhost",
    "9.dyn.example.com",
    "x.example.net",
  ];
  const anyCount = fc.constantFrom(0, 1, 5, 40, 100_000);
  const anyFacts = fc.record({
    loggedName: fc.constantFrom(null, ...names),
    helos: fc.uniqueArray(fc.constantFrom(...names), { maxLength: 3 }),
    heloCount: anyCount,
    refused: anyCount,
    delivered: anyCount,
    days: anyCount,
    senders: anyCount,
    otherDomains: anyCount,
    otherMessages: anyCount,
    otherFailed: anyCount,
  });
  const anyChecks = fc.record({
    confirmedNames: fc.subarray(["mx.example.net", "203-0-113-9.example.com", "dsl9.example.com"]),
    areNamesKnown: fc.boolean(),
    forwarderName: fc.constantFrom(null, "mx.example.net"),
    isNearOwnHost: fc.boolean(),
    published: fc.constantFrom("fail", "softfail", "neutral", "none", "permerror", null),
    draft: fc.constantFrom("pass", "fail", null),
    provider: fc.constantFrom(
      null,
      GOOGLE,
      { ...GOOGLE, isProven: false },
      { ...RECEIVING, isProven: false },
    ),
  });
  fc.assert(
    fc.property(anyFacts, anyCount, anyChecks, (given, total, dns) => {
      const found = sender({ ...given, total }, dns as Partial<SenderChecks>);
      expect(found.isAuthorisable).toBe(false);
      expect(found.role).not.toBe("own");
      expect([found.role === "provider", found.certainty]).not.toEqual([true, "sure"]);
      expect(found.role === "provider").toBe(found.provider?.isProven === true);
    }),
  );
});

describe("a confirmed name in the domain above", () => {
  const of = (domain: string, name: string, given: Partial<SenderFacts> = {}) => {
    const { role, certainty, isAuthorisable } = guessRole(facts(given), checks(named(name)), domain);
    return `${role} ${certainty}${isAuthorisable ? " authorisable" : ""}`;
  };

  test("is likely the owner's, and must be said to be", () => {
    expect(of("bounce.example.com", "mail.example.com")).toBe("own weak");
    expect(of("bounce.example.co.kr", "mail.example.co.kr")).toBe("own weak");
    expect(of("bounce.example.com", "bounce.example.com")).toBe("own likely authorisable");
  });

  test("is anyone's under a registry or further above", () => {
    expect(of("example.com", "mail.com")).toBe("unknown weak");
    expect(of("example.co.kr", "mail.evil.co.kr")).toBe("unknown weak");
    expect(of("a.b.example.com", "mail.example.com")).toBe("unknown weak");
  });

  test("keeps nobody from being a forger", () => {
    const spam = { ...BURST, ...AS_MANY, delivered: 0, refused: 10_000, heloCount: 30 };
    expect(of("me.dyndns.example", "evil.dyndns.example", spam)).toMatch(/^forger/);
  });
});

describe("the evidence", () => {
  const kinds = (given: Partial<SenderFacts>, dns: Partial<SenderChecks> = {}) =>
    sender(given, dns).evidence.map(({ kind, speaksFor }) => `${kind}:${speaksFor}`);

  test("that speaks for the role comes first", () => {
    expect(kinds({ refused: 30, delivered: 10 }, { isOwnHost: true, isNearOwnHost: true })).toEqual([
      "own-host:own",
      "steady:own",
      "exclusive:own",
      "fails:forger",
      "no-name:forger",
      "refused:forger",
    ]);
  });

  test("of a provider tells what ties it to the domain, or that nothing does", () => {
    const tied = kinds({}, { ...named("o1.example.com"), provider: RECEIVING });
    expect(tied.slice(0, 4)).toEqual([
      "own-name:provider",
      "steady:provider",
      "provider:provider",
      "receives-mail:provider",
    ]);
    expect(tied).not.toContain("provider-untied:unknown");
    expect(kinds({}, { provider: GOOGLE })).toContain("provider-untied:unknown");
    expect(kinds({}, { provider: GOOGLE, published: "pass" })).not.toContain("provider-untied:unknown");
  });

  test("names each kind once, whatever a client does", () => {
    const all = [...HONEST, ...ATTACKS].map(([, , given, dns]) => kinds(given, dns));
    for (const own of all) expect(new Set(own).size).toBe(own.length);
  });

  test("counts a burst in whole hours, and none for what was spread over days", () => {
    const burst = sender({ ...BURST, last: START + 90 * 60_000 }).evidence.find(
      ({ kind }) => kind === "burst",
    );
    expect(burst?.values).toEqual({ messages: 10_000, hours: 2 });
    expect(kinds({ ...BURST, last: START + DAY })).not.toContain("burst:forger");
  });

  test("takes what was not logged from what the record says today", () => {
    const unlogged = { results: results({ notLogged: 40 }) };
    expect(kinds(unlogged)).toContain("fails:forger");
    expect(kinds(unlogged, { published: null })).not.toContain("fails:forger");
    expect(kinds({ results: results({ notLogged: 38, pass: 2 }) })).not.toContain("fails:forger");
  });

  test("tells of what passed when it came, where today's record lists none of it", () => {
    const passed = { results: results({ pass: 38, softfail: 2 }) };
    for (const published of ["fail", "softfail", "neutral"] as const) {
      const { role, isAuthorisable, evidence } = sender(passed, { published });
      expect({ role, isAuthorisable }).toEqual({ role: "unknown", isAuthorisable: false });
      expect(evidence.find(({ kind }) => kind === "passed-then")?.values).toEqual({
        passed: 38,
        messages: 40,
      });
    }
    for (const published of ["pass", "none", "temperror", "permerror", null] as const)
      expect(kinds(passed, { published })).not.toContain("passed-then:unknown");
    expect(kinds({ results: results({ softfail: 40 }) })).not.toContain("passed-then:unknown");
  });
});
