import fc from "fast-check";
import { expect, test } from "vitest";
import { billOf } from "../bill/bill.fixture";
import { rangeSet } from "../bill/range-set";
import { PROVIDERS, type Provider } from "../draft/providers";
import { copiedLists } from "./copied-lists";
import { listOf, listsOf } from "./provider-list";

const terms = (networks: string[]) =>
  networks.map((network) => `${network.includes(":") ? "ip6" : "ip4"}:${network}`).join(" ");
const copiesIn = (text: string, domain = "d.example", names: Record<string, string[]> = {}) =>
  copiedLists(billOf(names, { domain, text: `v=spf1 ${text} -all` }));
const sources = (text: string, domain?: string, names?: Record<string, string[]>) =>
  copiesIn(text, domain, names).map(({ provider }) => provider.include);
const networksOf = (provider: Provider) => new Set(listOf(provider).networks.map(({ text }) => text));
const ofCatalogue = (include: string) => PROVIDERS.find((provider) => provider.include === include)!;

const LISTS = PROVIDERS.filter((provider) => networksOf(provider).size >= 3);

test("a catalogue's lists are made once, each catalogue's its own", () => {
  expect(listsOf(PROVIDERS)).toBe(listsOf(PROVIDERS));
  const few = [{ ...LISTS[0]!, networks: ["192.0.2.0/25"] }, LISTS[1]!];
  expect(listsOf(few).map(({ provider }) => provider)).toEqual([LISTS[1]]);
});

test.each(LISTS)(
  "a copy of $include is found as that, or as one with the same networks, and nothing else",
  (provider) => {
    const copies = copiesIn(`ip4:192.0.2.1 ${terms(provider.networks)} mx`);
    expect(copies.map(({ provider: { networks } }) => new Set(networks))).toEqual([
      new Set(provider.networks),
    ]);
    expect(copies[0]!.terms).toHaveLength(networksOf(provider).size);
    expect(copies[0]!.isWhole).toBe(true);
  },
);

test.each(LISTS)("the owner of $include is not told to have copied it, nor who includes it", (provider) => {
  const { include, networks } = provider;
  expect(sources(terms(networks), include)).toEqual([]);
  expect(sources(terms(networks), `mail.${include}`)).toEqual([]);
  expect(sources(`include:${include.toUpperCase()} ${terms(networks)}`)).toEqual([]);
});

test.each(LISTS)("half a copy of $include leads to a list that has all of it", (provider) => {
  const half = provider.networks.slice(0, Math.ceil(provider.networks.length / 2));
  if (new Set(half).size < 2) return;
  const [first] = copiesIn(terms(half));
  if (first === undefined) return expect(half.length).toBeLessThan(3);
  const has = new Set(first.provider.networks);
  expect(half.filter((network) => !has.has(network))).toEqual([]);
});

test("all lists but a few tell of two copies, each by its own terms", () => {
  const [google, ses] = [ofCatalogue("_spf.google.com"), ofCatalogue("amazonses.com")];
  expect(sources(`${terms(google.networks)} ${terms(ses.networks)}`)).toEqual([
    "amazonses.com",
    "_spf.google.com",
  ]);
  const three = [google, ses, ofCatalogue("spf.mtasv.net")].map(({ networks }) => terms(networks)).join(" ");
  expect(sources(three)).toHaveLength(2);
});

test.each([
  ["the IPv4 part of a list", "ip4:74.125.0.0/16 ip4:209.85.128.0/17", ["_spf.google.com"]],
  ["bits of the host that are set", "ip4:74.125.9.9/16 ip4:209.85.128.1/17", ["_spf.google.com"]],
  [
    "names that share all networks",
    terms(ofCatalogue("spf.sendinblue.com").networks),
    ["spf.sendinblue.com"],
  ],
  ["a list within another's", "ip4:167.89.0.0/17 ip4:168.245.0.0/17", ["_spf.atlassian.net"]],
  ["neighbours merged", "ip4:185.70.40.0/23 ip4:185.70.43.0/24 ip4:79.135.106.0/23", ["_spf.protonmail.ch"]],
  ["one network alone", "ip4:74.125.0.0/16 mx", []],
  ["one network that is several of a list", "ip4:203.191.134.0/23 mx", []],
  ["two of many", "ip4:167.89.0.0/17 ip4:208.117.48.0/20 mx", []],
  ["wider networks around a list's", "ip4:74.124.0.0/15 ip4:209.85.0.0/16", []],
  ["single addresses in a list's networks", "ip4:74.125.1.1 ip4:209.85.128.9 ip4:74.125.2.2", []],
  ["terms that do not pass", "-ip4:74.125.0.0/16 ?ip4:209.85.128.0/17", []],
  ["terms behind all", "-all ip4:74.125.0.0/16 ip4:209.85.128.0/17", []],
  ["the same network twice", "ip4:74.125.0.0/16 ip4:74.125.0.0/16", []],
])("%s", (_, text, expected) => expect(sources(text)).toEqual(expected));

test("a copy that is divided over records of the domain is found, one in a stranger's is not", () => {
  const google = ["TXT v=spf1 ip4:74.125.0.0/16 ip4:209.85.128.0/17 -all"];
  expect(sources("include:_spf1.d.example", "d.example", { "_spf1.d.example": google })).toEqual([
    "_spf.google.com",
  ]);
  expect(sources("redirect=_spf1.d.example", "D.example", { "_spf1.d.example": google })).toEqual([]);
  expect(sources("include:e.example", "d.example", { "e.example": google })).toEqual([]);
  expect(sources("-include:_spf1.d.example", "d.example", { "_spf1.d.example": google })).toEqual([]);
});

test("a name that leads to the list by way of another is an include of it", () =>
  expect(
    sources("include:p.example ip4:74.125.0.0/16 ip4:209.85.128.0/17", "d.example", {
      "p.example": ["TXT v=spf1 redirect=_spf.google.com"],
    }),
  ).toEqual([]));

test("networks of nobody's list, however many, are no copy", () => {
  const anyNetwork = fc
    .tuple(fc.ipV4(), fc.integer({ min: 8, max: 32 }))
    .map(([ip, length]) => `ip4:${ip}/${length}`);
  fc.assert(
    fc.property(fc.array(anyNetwork, { minLength: 2, maxLength: 40 }), (texts) => {
      expect(sources(texts.join(" "))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test("any terms out of all lists are at most two copies, each with terms of its own", () => {
  const all = LISTS.flatMap(({ networks }) => networks);
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { maxLength: 60 }), (networks) => {
      const copies = copiesIn(terms(networks));
      expect(copies.length).toBeLessThanOrEqual(2);
      const taken = copies.flatMap((copy) => copy.terms);
      expect(new Set(taken).size).toBe(taken.length);
      for (const copy of copies) {
        const listed = rangeSet(copy.networks.map(({ range }) => range));
        expect(listed.length).toBeGreaterThan(0);
        const own = networksOf(copy.provider);
        for (const { text } of copy.networks) expect(own.has(text)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});
