import type { SenderChecks, SenderFacts } from "./sender";
import { HOUR, results, START } from "./sender.fixture";

/** A client, and what must be guessed of it: role, certainty, and whether it may be authorised. */
export type Case = [
  about: string,
  guess: string,
  facts: Partial<SenderFacts>,
  checks?: Partial<SenderChecks>,
];

export const GOOGLE = { name: "Google Workspace", include: "_spf.google.com", isProven: true, mx: null };
/** The provider, where it receives the domain's mail too. */
export const RECEIVING = { ...GOOGLE, mx: "aspmx.l.google.com" };
export const BURST = { total: 10_000, first: START, last: START + 2 * HOUR, days: 1, senders: 9_900 };
const FEW = { total: 1, first: START, last: START, days: 1, senders: 1 };
export const AS_MANY = { otherDomains: 30, otherMessages: 200, otherFailed: 180 };
export const named = (...confirmedNames: string[]) => ({ confirmedNames });

/** Clients that mean no harm, and those that do, by what they mostly do. */
export const HONEST: Case[] = [
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
  [
    "a provider that receives the domain's mail, steady",
    "provider sure authorisable",
    {},
    { provider: RECEIVING },
  ],
  ["such a provider, hardly any mail", "provider likely authorisable", FEW, { provider: RECEIVING }],
  [
    "a provider's server with a confirmed name of the domain, steady",
    "provider sure authorisable",
    {},
    { ...named("o1.example.com"), provider: GOOGLE },
  ],
  [
    "such a server, hardly any mail",
    "provider likely",
    FEW,
    { ...named("o1.example.com"), provider: GOOGLE },
  ],
  ["a provider, steady", "provider likely", {}, { provider: GOOGLE }],
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
export const ATTACKS: Case[] = [
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
  [
    "a provider's customer: six messages on three days, all refused",
    "provider likely",
    { total: 6, days: 3, refused: 6, delivered: 0 },
    { provider: GOOGLE },
  ],
  ["years through a big provider", "provider likely", { days: 900, total: 90_000 }, { provider: GOOGLE }],
  [
    "a provider's customer with all names that one can say",
    "provider likely",
    { helos: ["mx.example.com"], loggedName: "mail.example.com" },
    { provider: GOOGLE },
  ],
  [
    "a provider's customer with a line's name",
    "provider likely",
    {},
    { ...named("203-0-113-9.example.com"), provider: GOOGLE },
  ],
  [
    "a provider's customer under a record that passes everyone",
    "provider likely",
    {},
    { provider: GOOGLE, published: "pass", publishedTerm: "+all", isPublishedOpen: true },
  ],
  [
    "the network of the provider that receives mail, which its include does not pass",
    "unknown weak",
    {},
    { provider: { ...RECEIVING, isProven: false } },
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
