import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SenderChecks, SenderFacts } from "./sender";
import { DAY, HOUR, results, START, sender } from "./sender.fixture";

type Case = [about: string, guess: string, facts: Partial<SenderFacts>, checks?: Partial<SenderChecks>];

const GOOGLE = { name: "Google Workspace", include: "_spf.google.com", isProven: true };
const BURST = { total: 10_000, first: START, last: START + 2 * HOUR, days: 1, senders: 9_900 };
const FEW = { total: 1, first: START, last: START, days: 1, senders: 1 };
const AS_MANY = { otherDomains: 30, otherMessages: 200, otherFailed: 180 };
const named = (...confirmedNames: string[]) => ({ confirmedNames });

function guess(facts: Partial<SenderFacts>, checks: Partial<SenderChecks> = {}): string {
  const { role, certainty, isAuthorisable } = sender(facts, checks);
  return `${role} ${certainty}${isAuthorisable ? " authorisable" : ""}`;
}

const HONEST: Case[] = [
  ["a host of the domain's own", "own sure authorisable", FEW, { isOwnHost: true }],
  [
    "one that the record passes",
    "own sure authorisable",
    {},
    { published: "pass", publishedTerm: "ip4:203.0.113.9" },
  ],
  ["a confirmed name, steady and exclusive", "own likely authorisable", {}, named("news.example.com")],
  [
    "a confirmed name beside an own host",
    "own likely authorisable",
    FEW,
    { ...named("b.example.com"), isNearOwnHost: true },
  ],
  ["a confirmed name and hardly any mail", "own weak", FEW, named("news.example.com")],
  ["a confirmed name, but mail of many others", "own weak", AS_MANY, named("news.example.com")],
  ["a web host shared with many others", "own weak", AS_MANY, { isOwnHost: true }],
  ["a provider, steady", "provider sure authorisable", {}, { provider: GOOGLE }],
  [
    "a provider with one message that the record passes",
    "provider sure authorisable",
    FEW,
    { provider: GOOGLE, published: "pass" },
  ],
  [
    "a forwarder's confirmed name, for many",
    "forwarder sure",
    AS_MANY,
    { ...named("fwd.example.net"), forwarderName: "fwd.example.net" },
  ],
  ["a confirmed name, for many, delivered", "forwarder likely", AS_MANY, named("mx.example.net")],
  ["a list", "forwarder weak", {}, { ...named("lists.example.net"), forwarderName: "lists.example.net" }],
  ["a server with a confirmed name elsewhere", "unknown weak", {}, named("out.example.net")],
  ["a server without a name", "unknown weak", {}],
  [
    "a burst from an access line",
    "forger sure",
    { ...BURST, helos: ["[203.0.113.9]"] },
    named("203-0-113-9.dsl.example.net"),
  ],
  [
    "a Korean access line, refused",
    "forger weak",
    { refused: 40, delivered: 0, loggedName: "h21.kornet.net" },
  ],
  [
    "a bot that says another name each time",
    "forger likely",
    { ...FEW, total: 9, heloCount: 9, refused: 9, delivered: 0 },
  ],
  [
    "a spammer with a server, as many others",
    "forger likely",
    { ...BURST, ...AS_MANY, delivered: 0, refused: 10_000, heloCount: 30 },
    named("mx.example.net"),
  ],
];

/** What an attacker can bring about; none may make his client authorisable. */
const ATTACKS: Case[] = [
  [
    "a reverse name of the domain that does not lead back",
    "unknown weak",
    { loggedName: "mail.example.com" },
  ],
  ["HELO of the domain's own MX", "unknown weak", { helos: ["mx.example.com"] }],
  [
    "both, in the network of an own host",
    "unknown weak",
    { helos: ["mx.example.com"], loggedName: "mx.example.com" },
    { isNearOwnHost: true },
  ],
  [
    "HELO of the domain itself, refused",
    "forger likely",
    { helos: ["Example.com."], refused: 40, delivered: 0 },
  ],
  [
    "HELO of localhost, refused",
    "forger likely",
    { helos: ["localhost.localdomain"], refused: 40, delivered: 0 },
  ],
  ["an own host's network, no name", "unknown weak", {}, { isNearOwnHost: true }],
  [
    "an own host's network, a line's name within it",
    "unknown weak",
    {},
    { isNearOwnHost: true, ...named("203-0-113-9.example.com") },
  ],
  ["one message through a big provider", "provider likely", FEW, { provider: GOOGLE }],
  ["10,000 messages through a big provider in two hours", "provider likely", BURST, { provider: GOOGLE }],
  [
    "a provider's network that its include does not pass",
    "unknown weak",
    {},
    { provider: { ...GOOGLE, isProven: false } },
  ],
  ["10,000 messages from a dynamic address", "forger likely", BURST, named("dyn-9-113.pool.example.net")],
  [
    "years from a dynamic address",
    "unknown weak",
    { days: 900, total: 90_000 },
    named("dyn-9-113.pool.example.net"),
  ],
  [
    "a line of an access provider, as that provider",
    "unknown weak",
    {},
    named("c-203-0-113-9.static.example.com"),
  ],
  [
    "a pass of a record that passes everyone",
    "unknown weak",
    {},
    { published: "pass", publishedTerm: "+all", isPublishedOpen: true },
  ],
  ["a draft that passes it", "unknown weak", {}, { draft: "pass", draftTerm: "ip4:203.0.113.9" }],
  ["messages that passed once", "unknown weak", { results: results({ pass: 40 }) }],
  ["a name that only ends like the domain", "unknown weak", {}, named("mail.notexample.com")],
  ["a name below another domain", "unknown weak", {}, named("mail.example.com.evil.example")],
  [
    "a forwarder that forwards steadily and exclusively",
    "forwarder weak",
    {},
    { ...named("fwd.example.net"), forwarderName: "fwd.example.net" },
  ],
  ["an inside address that the record passes", "unknown sure", { ip: "10.0.0.5" }, { published: "pass" }],
  ["an inside address that is the domain's host", "unknown sure", { ip: "127.0.0.1" }, { isOwnHost: true }],
  ["what is no address", "unknown sure", { ip: "unknown" }, { isOwnHost: true, published: "pass" }],
  ["names that DNS did not tell", "unknown weak", { refused: 40, delivered: 0 }, { areNamesKnown: false }],
];

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
    provider: fc.constantFrom(null, { ...GOOGLE, isProven: false }),
  });
  fc.assert(
    fc.property(anyFacts, anyCount, anyChecks, (given, total, dns) => {
      const found = sender({ ...given, total }, dns as Partial<SenderChecks>);
      expect(found.isAuthorisable).toBe(false);
      expect(["own", "provider"]).not.toContain(found.role);
    }),
  );
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
});
