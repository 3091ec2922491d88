import { expect, test } from "vitest";
import { check, OPTIONS } from "./check.fixture";
import { checkHost, heloRequest, mailfromRequest } from "./check-host";
import type { Resolver } from "./resolver";
import { zoneOf, zoneResolver } from "./zone.fixture";

const HOSTS = {
  "one.example": ["A 192.0.2.1", "AAAA 2001:db8::1"],
  "pass.example": ["TXT v=spf1 +all"],
  "fail.example": ["TXT v=spf1 -all"],
  "soft.example": ["TXT v=spf1 ~all"],
  "late.example": ["TIMEOUT"],
  "text.example": ["TXT not an SPF record"],
};

/** A record of d.example, and what the check of 192.0.2.1 gives: result, reason, lookups, void lookups. */
const RECORDS: [string, string, string, number, number][] = [
  ["v=spf1 a:one.example -all", "pass", "match", 1, 0],
  ["v=spf1 a:ONE.Example. -all", "pass", "match", 1, 0],
  ["v=spf1 a:late.example -all", "temperror", "dns-error", 1, 0],
  ["v=spf1 -include:pass.example +all", "fail", "match", 1, 0],
  ["v=spf1 include:soft.example ?all", "neutral", "match", 1, 0],
  ["v=spf1 include:text.example all", "permerror", "include-none", 1, 0],
  ["v=spf1 include:gone.example all", "permerror", "include-none", 1, 1],
  ["v=spf1 include:localhost.%{h3} all", "permerror", "include-none", 1, 1],
  ["v=spf1 include:late.example all", "temperror", "dns-error", 1, 0],
  ["v=spf1 redirect=fail.example", "fail", "match", 1, 0],
  ["v=spf1 redirect=text.example", "permerror", "redirect-none", 1, 0],
  ["v=spf1 redirect=gone.example", "permerror", "redirect-none", 1, 1],
  ["v=spf1 redirect=late.example", "temperror", "dns-error", 1, 0],
  ["v=spf1 redirect=pass.example -all", "fail", "match", 0, 0],
  ["v=spf1 -all redirect=pass.example", "fail", "match", 0, 0],
  ["v=spf1 exists:a...example.com -all", "fail", "match", 1, 0],
  ["v=spf1 exists:%{h}.%{s}.one.example -all", "fail", "match", 1, 1],
  ["v=spf1 exists:g.example exists:g.example ~all", "softfail", "match", 2, 2],
  ["v=spf1 exists:g.example exists:g.example exists:g.example all", "permerror", "void-limit", 3, 3],
  ["v=spf1 exists:g.example include:gone.example exists:g.example all", "permerror", "include-none", 2, 2],
  ["v=spf1 exists:one.example -all", "pass", "match", 1, 0],
  [`v=spf1${" include:fail.example".repeat(10)} -all`, "fail", "match", 10, 0],
  [`v=spf1${" include:fail.example".repeat(11)} -all`, "permerror", "lookup-limit", 10, 0],
  [`v=spf1${" include:fail.example".repeat(10)} redirect=pass.example`, "permerror", "lookup-limit", 10, 0],
  ["v=spf1 ip4:192.0.2.1 moo", "permerror", "syntax", 0, 0],
  ["v=spf1 -ip6:::ffff:192.0.2.1 ip6:::/0 ?all", "neutral", "match", 0, 0],
];

test.each(RECORDS)("%s: %s, %s", (record, result, reason, lookups, voidLookups) => {
  const zone = zoneOf({ ...HOSTS, "d.example": [`TXT ${record}`] });
  expect(check(zone)).toMatchObject({ result, reason, lookups, voidLookups });
});

test.each(["", "x", "1.2.3", "example.com"])("a client of %j has no result", (ip) => {
  expect(check(zoneOf(HOSTS), { ip })).toMatchObject({ result: "none", reason: "bad-ip" });
});

test.each([
  "localhost",
  "[192.0.2.1]",
  "a..example",
  ".example.com",
  `${"x".repeat(64)}.example`,
  "",
  `${"a.".repeat(127)}example`,
])("%j has no record, and nobody is asked", (domain) => {
  const resolver = zoneResolver(zoneOf(HOSTS));
  expect(check(zoneOf({}), { domain }, resolver)).toMatchObject({ result: "none", reason: "bad-domain" });
  expect(resolver.asked).toBe(0);
});

test("a null sender is postmaster at the HELO name", () => {
  const mail = { ip: "192.0.2.1", envelopeFrom: "", helo: "mail.example" };
  expect(mailfromRequest(mail)).toMatchObject({ domain: "mail.example", sender: "postmaster@mail.example" });
  expect(heloRequest({ ...mail })).toEqual(mailfromRequest(mail));
  const zone = zoneOf({
    "mail.example": ["TXT v=spf1 exists:%{l}.%{o}.ok -all"],
    "postmaster.mail.example.ok": ["A 127.0.0.2"],
  });
  expect(check(zone, mailfromRequest(mail)).result).toBe("pass");
});

test("an address is split at its last at sign, and has postmaster where nothing stands before it", () => {
  const zone = zoneOf({
    "d.example": ["TXT v=spf1 -all exp=e.example"],
    "e.example": ["TXT [%{l}] [%{o}] [%{s}]"],
  });
  const said = (envelopeFrom: string) =>
    check(zone, mailfromRequest({ ip: "192.0.2.1", envelopeFrom, helo: "h.example" })).explanation;
  expect(said('"a@b"@d.example')).toBe('["a@b"] [d.example] ["a@b"@d.example]');
  expect(said("@d.example")).toBe("[postmaster] [d.example] [postmaster@d.example]");
  expect(said("d.example.")).toBe("[postmaster] [d.example] [postmaster@d.example]");
});

test("only the addresses of the client's own family are asked for", () => {
  const zone = zoneOf({
    "d.example": ["TXT v=spf1 a:v4.example mx -all", "MX 10 v4.example"],
    "v4.example": ["A 192.0.2.1"],
  });
  expect(check(zone, { ip: "2001:db8::1" })).toMatchObject({ result: "fail", voidLookups: 2 });
  expect(check(zone, { ip: "::ffff:192.0.2.1" })).toMatchObject({ result: "pass", voidLookups: 0 });
});

test("exchangers without an address of the client's family are one void lookup at most", () => {
  const names = {
    "d.example": [
      "TXT v=spf1 mx -all",
      "MX 1 a.example",
      "MX 2 b.example",
      "MX 3 c.example",
      "MX 4 e.example",
    ],
  };
  expect(check(zoneOf(names))).toMatchObject({ result: "fail", voidLookups: 1 });
  expect(check(zoneOf({ ...names, "e.example": ["A 192.0.2.1"] }))).toMatchObject({
    result: "pass",
    voidLookups: 0,
  });
  expect(check(zoneOf({ ...names, "e.example": ["A 192.0.2.9"] }))).toMatchObject({
    result: "fail",
    voidLookups: 0,
  });
  expect(check(zoneOf({ ...names, "e.example": ["TIMEOUT"] }))).toMatchObject({ result: "temperror" });
});

test("the names of a stranger's address cost the domain nothing", () => {
  const names = (...hosts: string[]) => hosts.map((host) => `PTR ${host}`);
  const record = { "d.example": ["TXT v=spf1 ptr -all"] };
  const reverse = "1.2.0.192.in-addr.arpa";
  const dead = ["a.d.example", "b.d.example", "c.d.example", "e.d.example"];
  expect(check(zoneOf({ ...record, [reverse]: names(...dead) }))).toMatchObject({
    result: "fail",
    voidLookups: 0,
  });
  expect(
    check(
      zoneOf({
        ...record,
        [reverse]: names("error.d.example", "x.D.Example"),
        "x.d.example": ["A 192.0.2.1"],
      }),
    ),
  ).toMatchObject({ result: "pass" });
  expect(check(zoneOf({ ...record, [reverse]: ["TIMEOUT"] }))).toMatchObject({
    result: "fail",
    voidLookups: 0,
  });
  expect(check(zoneOf(record))).toMatchObject({ result: "fail", voidLookups: 1 });
  const eleven = [...Array.from({ length: 10 }, (_, i) => `n${i}.other.example`), "x.d.example"];
  expect(
    check(zoneOf({ ...record, [reverse]: names(...eleven), "x.d.example": ["A 192.0.2.1"] })).result,
  ).toBe("fail");
  expect(
    check(zoneOf({ ...record, [reverse]: names("xd.example"), "xd.example": ["A 192.0.2.1"] })).result,
  ).toBe("fail");
});

test("internationalised domains are looked up and expanded as A-labels", () => {
  const zone = zoneOf({
    "xn--bcher-kva.example": ["TXT v=spf1 exists:%{o}.%{h}.ok.example -all"],
    "xn--bcher-kva.example.xn--3e0b707e.kr.ok.example": ["A 127.0.0.2"],
  });
  const mail = { ip: "192.0.2.1", envelopeFrom: "user@Bücher.example", helo: "한국.kr" };
  expect(check(zone, mailfromRequest(mail))).toMatchObject({
    result: "pass",
    recordDomain: "xn--bcher-kva.example",
  });
});

test.each([
  ["v=spf1 exists:%{l}.x.example -all", "fail"],
  ["v=spf1 include:%{s} ?all", "neutral"],
  ["v=spf1 redirect=%{l}.pass.example", "neutral"],
  ["v=spf1 include:%{o}.pass.example -all", "pass"],
])("of a local part beyond ASCII, %s makes %s", (record, result) => {
  const zone = zoneOf({ "d.example": [`TXT ${record}`], "d.example.pass.example": ["TXT v=spf1 all"] });
  expect(check(zone, { sender: "사용자@d.example" })).toMatchObject({ result });
});

test("answers that come later make a promise of the same result, and a resolver that fails makes a temperror", async () => {
  const zone = zoneOf({ ...HOSTS, "d.example": ["TXT v=spf1 include:fail.example a:one.example -all"] });
  const later: Resolver = { resolve: async (name, type) => zoneResolver(zone).resolve(name, type) };
  const request = { ip: "192.0.2.1", domain: "d.example", sender: "u@d.example", helo: "h.example" };
  const result = checkHost(request, later, OPTIONS);
  expect(result).toBeInstanceOf(Promise);
  expect(await result).toEqual(check(zone));
  for (const resolve of [
    () => Promise.reject(new Error("gone")),
    () => {
      throw new Error("gone");
    },
  ])
    expect(await checkHost(request, { resolve }, OPTIONS)).toMatchObject({
      result: "temperror",
      reason: "dns-error",
    });
});

test("neither a long sender nor a long record makes an expansion that memory cannot hold", () => {
  const long = "x.".repeat(50_000);
  const zone = zoneOf({
    "d.example": [
      `TXT v=spf1 exists:${"%{s}".repeat(50_000)}.z.example -all exp=${"%{H}".repeat(9)}.e.example`,
    ],
  });
  expect(check(zone, { sender: `${long}@d.example`, helo: long })).toMatchObject({
    result: "fail",
    lookups: 1,
    voidLookups: 1,
  });
});

test("ten exchangers are looked up, and eleven are a permerror", () => {
  const exchangers = (count: number) =>
    Array.from({ length: count }, (_, i) => `MX ${i} ${i === count - 1 ? "one" : "x"}.example`);
  const names = (count: number) =>
    zoneOf({
      ...HOSTS,
      "x.example": ["A 192.0.2.9"],
      "d.example": ["TXT v=spf1 mx -all", ...exchangers(count)],
    });
  expect(check(names(10))).toMatchObject({ result: "pass", reason: "match" });
  expect(check(names(11))).toMatchObject({ result: "permerror", reason: "mx-limit" });
});

test.each([
  ["a.d.example, b.other, d.example", "d.example"],
  ["b.other, A.D.example", "A.D.example"],
  ["b.other, gone.d.example", "b.other"],
  ["gone.d.example", "unknown"],
])("of the names %s, %%{p} is %s", (names, validated) => {
  const zone = zoneOf({
    "d.example": ["TXT v=spf1 exists:%{p}.ok.example -all", "A 192.0.2.1"],
    "a.d.example": ["A 192.0.2.1"],
    "b.other": ["A 192.0.2.1"],
    "1.2.0.192.in-addr.arpa": names.split(", ").map((name) => `PTR ${name}`),
    [`${validated.toLowerCase()}.ok.example`]: ["A 127.0.0.2"],
  });
  expect(check(zone)).toMatchObject({ result: "pass", lookups: 1, voidLookups: 0 });
});
