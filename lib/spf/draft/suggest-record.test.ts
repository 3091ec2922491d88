import { describe, expect, test } from "vitest";
import type { Resolver } from "../resolver";
import { zoneOf, zoneResolver } from "../zone.fixture";
import { applyEdits } from "./draft-record";
import { OTHERS, suggestIn, zone } from "./suggest.fixture";
import { suggestRecord } from "./suggest-record";

test("the guide's own case: the address before -all", () => {
  const text = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all";
  const suggestion = suggestIn(zoneOf({ "kisarbl.or.kr": [`TXT ${text}`] }), {
    ip: "9.8.7.6",
    domain: "kisarbl.or.kr",
    sender: "kisa@kisarbl.or.kr",
  });
  const suggested = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 ip4:9.8.7.6 -all";
  expect(suggestion).toEqual({
    domain: "kisarbl.or.kr",
    published: text,
    suggested,
    noneBecause: null,
    edits: [{ kind: "insert", from: 63, to: 63, text: " ip4:9.8.7.6", reason: "authorise-client" }],
    warnings: [],
    zoneLines: [`kisarbl.or.kr. IN TXT "${suggested}"`],
    pair: {
      fail: [`kisarbl.or.kr. IN TXT "${suggested}"`],
      softfail: [`kisarbl.or.kr. IN TXT "${suggested.replace("-all", "~all")}"`],
    },
    before: { result: "fail", lookups: 0, voidLookups: 0 },
    after: { result: "pass", lookups: 0, voidLookups: 0 },
    lookups: 0,
  });
});

describe("a client that is not authorised is, right before the term that decides", () => {
  test.each([
    ["softfail", "v=spf1 a  ~all", "v=spf1 a ip4:192.0.2.1  ~all"],
    ["neutral", "v=spf1 a ?all", "v=spf1 a ip4:192.0.2.1 ?all"],
    ["no all", "v=spf1 a exp=x.example", "v=spf1 a ip4:192.0.2.1 exp=x.example"],
    ["nothing at all", "v=spf1", "v=spf1 ip4:192.0.2.1"],
    ["a redirect", "v=spf1 redirect=b.example", "v=spf1 ip4:192.0.2.1 redirect=b.example"],
    ["a redirect first", "v=spf1 redirect=b.example mx", "v=spf1 redirect=b.example mx ip4:192.0.2.1"],
    ["refused before", "v=spf1 a -ip4:192.0.2.0/24 +all", "v=spf1 a ip4:192.0.2.1 -ip4:192.0.2.0/24 +all"],
    ["more behind all", "v=spf1 -all mx", "v=spf1 ip4:192.0.2.1 -all mx"],
    ["version in capitals", "V=SPF1 -all", "V=SPF1 ip4:192.0.2.1 -all"],
  ])("%s", (_, text, suggested) => {
    const suggestion = suggestIn(zone(`TXT ${text}`));
    expect(suggestion.suggested).toBe(suggested);
    expect(suggestion.after?.result).toBe("pass");
    expect(applyEdits(text, suggestion.edits)).toBe(suggested);
    expect(suggestion.warnings.includes("explicitly-refused")).toBe(text.includes("-ip4"));
    expect(suggestion.pair === null).toBe(text.includes("redirect"));
  });

  test("as IPv6, in short form", () =>
    expect(suggestIn(zone("TXT v=spf1 -all"), { ip: "2001:DB8:0:0:0:0:0:1" }).suggested).toBe(
      "v=spf1 ip6:2001:db8::1 -all",
    ));

  test("as IPv4, where it was mapped", () =>
    expect(suggestIn(zone("TXT v=spf1 -all"), { ip: "::ffff:192.0.2.1" }).suggested).toBe(
      "v=spf1 ip4:192.0.2.1 -all",
    ));
});

describe("a domain without a record gets one that changes nothing for others", () => {
  test.each([["others"], ["none at all"]])("where the name has %s", (kind) => {
    const suggestion = suggestIn(kind === "others" ? zone("TXT words") : zone());
    expect(suggestion).toMatchObject({
      published: null,
      suggested: "v=spf1 ip4:192.0.2.1 ?all",
      edits: [{ kind: "create", reason: "create-record" }],
      before: { result: "none" },
      after: { result: "pass" },
    });
    expect(suggestion.pair?.softfail).toEqual(['d.example. IN TXT "v=spf1 ip4:192.0.2.1 ~all"']);
  });
});

describe("an error is mended as far as this record can", () => {
  test.each([
    ["v=spf1 ipv4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all", ["mend-syntax"]],
    [
      "v=spf1 ip4: 198.51.100.1 -all",
      "v=spf1 ip4:198.51.100.1 ip4:192.0.2.1 -all",
      ["mend-syntax", "authorise-client"],
    ],
    ["v=spf1 include:gone.example ip4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all", ["remove-dead-include"]],
    ["v=spf1 include:d.example ip4:192.0.2.1 -all", "v=spf1 ip4:192.0.2.1 -all", ["remove-loop"]],
    [
      "v=spf1 include:b.example-all",
      "v=spf1 include:b.example ip4:192.0.2.1 -all",
      ["mend-syntax", "authorise-client", "mend-syntax"],
    ],
    [
      "v=spf1 a redirect=gone.example",
      "v=spf1 a ip4:192.0.2.1",
      ["authorise-client", "remove-dead-redirect"],
    ],
    [
      "v=spf1 a:1.gone.example mx:2.gone.example exists:3.gone.example ip4:192.0.2.1 -all",
      "v=spf1 ip4:192.0.2.1 -all",
      ["remove-void-term", "remove-void-term", "remove-void-term"],
    ],
    [
      "v=spf1 include:nine.example a:plain.example/24 -a:plain.example mx:mx.example -all",
      "v=spf1 include:nine.example a:plain.example/24 -ip4:198.51.100.7 -ip6:2001:db8::7 ip4:198.51.100.7 ip6:2001:db8::7 ip4:192.0.2.1 -all",
      null,
    ],
  ])("%s", (text, suggested, reasons) => {
    const suggestion = suggestIn(zone(`TXT ${text}`));
    expect(suggestion.before.result).toBe("permerror");
    if (reasons !== null) {
      expect(suggestion.suggested).toBe(suggested);
      expect(suggestion.edits.map(({ reason }) => reason)).toEqual(reasons);
    }
    expect(suggestion.after?.result).toBe("pass");
    expect(suggestion.lookups).toBeLessThanOrEqual(10);
    expect(applyEdits(text, suggestion.edits)).toBe(suggestion.suggested);
  });

  test("lookups are freed by duplicates first, and only then by addresses", () => {
    const text = "v=spf1 a:plain.example mx:mx.example a:PLAIN.example include:nine.example -all";
    const suggestion = suggestIn(zone(`TXT ${text}`));
    expect(suggestion.before.result).toBe("permerror");
    expect(suggestion.suggested).toBe(
      "v=spf1 ip4:198.51.100.7 ip6:2001:db8::7 ip4:198.51.100.7 ip6:2001:db8::7 include:nine.example ip4:192.0.2.1 -all",
    );
    expect(suggestion.warnings).toContain("addresses-may-change");
    expect(suggestion.lookups).toBe(10);
  });

  test("an include of the domain's own may be written out, another's may not", () => {
    const own = (name: string) =>
      zoneOf({
        ...OTHERS,
        [name]: ["TXT v=spf1 ip4:203.0.113.0/28 ip6:2001:db8:1::/64 ~all"],
        "d.example": [`TXT v=spf1 ?include:${name} include:nine.example -all`],
      });
    expect(suggestIn(own("_spf.d.example")).suggested).toBe(
      "v=spf1 ?ip4:203.0.113.0/28 ?ip6:2001:db8:1::/64 include:nine.example ip4:192.0.2.1 -all",
    );
    expect(suggestIn(own("_spf.other.example")).noneBecause).toBe("cannot-free-lookups");
  });

  test("another's error is gone around, and said to be still there", () => {
    const suggestion = suggestIn(zone("TXT v=spf1 include:broken.example -all"));
    expect(suggestion.suggested).toBe("v=spf1 ip4:192.0.2.1 include:broken.example -all");
    expect(suggestion.warnings).toEqual(["error-remains"]);
  });

  test("several records become one, with the strictest all", () => {
    const suggestion = suggestIn(
      zone("TXT v=spf1 a ip4:198.51.100.1 ~all", "TXT v=spf1 mx A -all ip4:198.51.100.9"),
    );
    expect(suggestion.published).toBe("v=spf1 a ip4:198.51.100.1 ~all\nv=spf1 mx A -all ip4:198.51.100.9");
    expect(suggestion.suggested).toBe("v=spf1 a ip4:198.51.100.1 mx ip4:192.0.2.1 -all");
    expect(applyEdits(suggestion.published!, suggestion.edits)).toBe(suggestion.suggested);
  });
});

describe("nothing is suggested", () => {
  test.each([
    ["already-passes", ["TXT v=spf1 ip4:192.0.2.1 -all"], {}],
    ["bad-ip", ["TXT v=spf1 -all"], { ip: "192.0.2" }],
    ["bad-domain", ["TXT v=spf1 -all"], { domain: "localhost" }],
    ["no-such-domain", ["TXT v=spf1 -all"], { domain: "other.example" }],
    ["no-such-domain", ["TXT v=spf1 -all"], { domain: "other.example", ip: "192.168.1.1" }],
    ["private-address", ["TXT v=spf1 -all"], { ip: "192.168.1.1" }],
    ["private-address", ["TXT v=spf1 -all"], { ip: "fe80::1" }],
    ["dns-error", ["TIMEOUT"], {}],
    ["dns-error", ["TXT v=spf1 include:error.example -all"], {}],
    ["cannot-mend", ["TXT v=spf1 moo -all"], {}],
    ["cannot-merge", ["TXT v=spf1 a -all", "TXT v=spf1 redirect=b.example"], {}],
    ["cannot-merge", ["TXT v=spf1 moo -all", "TXT v=spf1 -all"], {}],
    ["cannot-free-lookups", ["TXT v=spf1 include:big.example -all"], {}],
    ["cannot-free-lookups", ["TXT v=spf1 include:back.example -all"], {}],
    ["cannot-mend", [`TXT v=spf1 ${"moo ".repeat(2_000)}-all`], {}],
    ["passes-everyone", ["TXT v=spf1 ipv4:198.51.100.1 ip4:0.0.0.0/0 -all"], {}],
    ["passes-everyone", ["TXT v=spf1 ipv4:198.51.100.1 +all"], {}],
  ])("%s: %j %j", (because, lines, request) => {
    expect(suggestIn(zone(...lines), request)).toMatchObject({
      suggested: null,
      noneBecause: because,
      edits: [],
      zoneLines: [],
      pair: null,
      after: null,
    });
  });
});

test("where others have a verdict, the client is authorised though lookups cannot be freed", () => {
  const suggestion = suggestIn(zone("TXT v=spf1 -ip4:192.0.2.0/24 include:big.example -all"));
  expect(suggestion.suggested).toBe("v=spf1 ip4:192.0.2.1 -ip4:192.0.2.0/24 include:big.example -all");
  expect(suggestion.warnings).toEqual(["explicitly-refused", "over-limit", "error-remains"]);
});

test("a record of any length is no burden", () => {
  const many = (word: string) => zone(`TXT v=spf1 ${`${word} `.repeat(9_000)}-all`);
  expect(suggestIn(many("ip4:203.0.113.1")).after?.result).toBe("pass");
  expect(suggestIn(many("a:plain.example")).noneBecause).toBe("cannot-free-lookups");
});

test("answers that come late make the same suggestion", async () => {
  const ready = zoneResolver(zone("TXT v=spf1 a include:gone.example mx:mx.example -all"));
  const late: Resolver = { resolve: async (name, type) => ready.resolve(name, type) };
  const request = { ip: "192.0.2.1", domain: "d.example", sender: "user@d.example", helo: "mail.example" };
  const options = { clock: () => 0 };
  expect(await suggestRecord(request, late, options)).toEqual(suggestRecord(request, ready, options));
});

test("a resolver that breaks is a DNS error", async () => {
  const request = { ip: "192.0.2.1", domain: "d.example", sender: "user@d.example", helo: "mail.example" };
  const refuse = { resolve: () => Promise.reject(new Error("no")) };
  const breakDown = {
    resolve: () => {
      throw new Error("no");
    },
  };
  for (const resolver of [refuse, breakDown])
    expect(await suggestRecord(request, resolver, { clock: () => 0 })).toMatchObject({
      noneBecause: "dns-error",
    });
});
