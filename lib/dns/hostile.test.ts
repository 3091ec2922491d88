import { afterAll, beforeAll, expect, test } from "vitest";
import { checkHost } from "@/lib/spf/check-host";
import { dnsClient } from "./dns-client";
import { dnsServer, type Fault, type TestServer } from "./dns-server.fixture";
import { checkOver } from "./hostile.fixture";
import { readZoneJson } from "./zone-json";

const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const chain = (prefix: string, count: number) =>
  times(count, (i) => [`${prefix}${i}.example`, { CNAME: `${prefix}${i + 1}.example` }]);
const spf = (text: string) => ({ TXT: [`v=spf1 ${text}`] });
const networks = times(3400, (i) => `ip4:198.51.${i >> 8}.${i & 255}`).join(" ");

const ZONE = {
  "self.example": spf("include:self.example -all"),
  "a.loop.example": spf("include:b.loop.example -all"),
  "b.loop.example": spf("include:a.loop.example -all"),
  "redirect.example": spf("redirect=redirect2.example"),
  "redirect2.example": spf("redirect=redirect.example"),
  "alias.example": { CNAME: "alias2.example" },
  "alias2.example": { CNAME: "alias.example" },
  ...Object.fromEntries([...chain("long", 50), ...chain("step", 50)]),
  "long50.example": spf("+all"),
  "step50.example": spf("+all"),
  "big.example": { TXT: [`v=spf1 ${networks} ip4:192.0.2.7 -all`] },
  "pieces.example": { TXT: [[..."v=spf1 -all", ...times(30_000, () => "")]] },
  "many.example": { TXT: ["v=spf1 -all", ...times(2500, (i) => `text ${i}`)] },
  "some.example": { TXT: [...times(450, (i) => `text ${i}`), "v=spf1 -all"] },
  "two.example": { TXT: times(400, () => "v=spf1 -all") },
  "*.wild.example": spf("include:x.%{d} -all"),
  "*.wide.example": spf("include:a.%{d} include:b.%{d} include:c.%{d} ?all"),
  "*.turn.example": spf("redirect=%{d1r}%{l}.%{d}"),
  "voids.example": spf("exists:a.%{i}.nil exists:b.%{i}.nil exists:c.%{i}.nil exists:d.%{i}.nil +all"),
  "mx.example": { ...spf("mx -all"), MX: times(2000, (i) => [i, `m${i}.mx`]) },
  "mx-most.example": { ...spf("mx -all"), MX: times(10_000, (i) => [i, `m${i}.mx-most.example`]) },
  "mx-hundred.example": spf(times(10, (i) => `mx:h${i}.mx.test`).join(" ")),
  ...Object.fromEntries(
    times(10, (i) => [`h${i}.mx.test`, { MX: times(10, (j) => [j, `m${j}.h${i}.mx.test`]) }]),
  ),
  "*.mx.test": { A: ["198.51.100.1"] },
  "ptr.example": spf("ptr -all"),
  "7.2.0.192.in-addr.arpa": { PTR: times(1500, (i) => `n${i}.ptr.example`) },
  "drip.example": spf("+all"),
  "nul\0 \xff.example": { A: ["192.0.2.7"] },
  "odd.example": spf("a:nul\0 \xff.example -all"),
  "binary.example": { TXT: [String.fromCharCode(...times(255, (i) => i)), "v=spf1 -all"] },
  "binary-spf.example": { TXT: ["v=spf1 \0\xff -all"] },
  "space.example": { MX: [[1, "sp ace\0.example"]], ...spf("mx -all") },
};
const FAULTS: Record<string, Fault> = { "drip.example": "drip", "mute.example": "drop" };
for (let i = 0; i < 50; i++) FAULTS[`step${i}.example`] = "first link only";

const read = readZoneJson(JSON.stringify(ZONE));
if (!("zone" in read)) throw new Error(`${read.at}: ${read.problem}`);
let up: TestServer;
beforeAll(async () => {
  up = await dnsServer(read.zone, { faults: FAULTS, dripMs: 1000 });
});
afterAll(() => up.close());

/** The domain, what RFC 7208 demands for it, why its questions had no answer, and how many the server was asked at most. */
test.each<[domain: string, result: string, reason: string, failure: string | null, asked: number]>([
  // Section 4.6.4: the eleventh term that looks up is a permerror.
  ["self.example", "permerror", "lookup-limit", null, 1],
  ["a.loop.example", "permerror", "lookup-limit", null, 2],
  ["redirect.example", "permerror", "lookup-limit", null, 2],
  ["x.wild.example", "permerror", "lookup-limit", null, 11],
  ["x.wide.example", "permerror", "lookup-limit", null, 11],
  ["x.turn.example", "permerror", "lookup-limit", null, 11],
  // Section 4.6.4: so is the third void lookup, and the eleventh exchanger.
  ["voids.example", "permerror", "void-limit", null, 4],
  ["mx.example", "permerror", "mx-limit", null, 4],
  // Section 4.4: a DNS error is a temperror, and aliases without end are one.
  ["alias.example", "temperror", "dns-error", "CNAME loop", 2],
  ["long0.example", "temperror", "dns-error", "more than 8 CNAMEs", 2],
  ["step0.example", "temperror", "dns-error", "more than 8 CNAMEs", 9],
  ["many.example", "temperror", "dns-error", "more than 500 records", 2],
  ["mx-most.example", "temperror", "dns-error", "truncated over TCP", 3],
  ["mx-hundred.example", "temperror", "dns-error", "budget of 30 queries used up", 30],
  // Section 3.4: a record may be long; section 4.5: two are a permerror, texts of others are none.
  ["big.example", "pass", "match", null, 2],
  ["pieces.example", "fail", "match", null, 2],
  ["some.example", "fail", "match", null, 2],
  ["two.example", "permerror", "several-records", null, 2],
  ["binary.example", "fail", "match", null, 1],
  ["binary-spf.example", "permerror", "syntax", null, 1],
  // Section 5.5: of the client's names ten are looked up, and what they are is no error.
  ["ptr.example", "fail", "match", null, 13],
  ["odd.example", "permerror", "syntax", null, 1],
  ["space.example", "fail", "match", null, 3],
])("%s: %s, %s", async (domain, result, reason, failure, asked) => {
  const before = up.asked.length;
  const failures = failure === null ? [] : [failure];
  expect(await checkOver(up.server, domain)).toEqual({ result, reason, failures });
  expect(up.asked.length - before).toBeLessThanOrEqual(asked);
  expect(up.asked.length).toBeGreaterThan(before);
});

test.each([
  ["mute.example", 1],
  ["drip.example", 2],
])("%s is waited for as long as the evaluation may last, and not longer", async (domain, asked) => {
  const before = up.asked.length;
  const patience = { timeoutMs: 600_000, budget: { milliseconds: 80 } };
  expect(await checkOver(up.server, domain, patience)).toEqual({
    result: "temperror",
    reason: "dns-error",
    failures: ["time budget used up"],
  });
  expect(up.asked.length - before).toBeLessThanOrEqual(asked);
});

test("a time budget that is used up half way ends what is left, on whatever clock", async () => {
  let now = 0;
  const client = dnsClient({ servers: [up.server], timeoutMs: 5000, attempts: 1, clock: () => now });
  const session = client.session({ milliseconds: 1000 });
  const slow = {
    resolve: async (name: string, type: "A") => {
      now += 300;
      return session.resolve(name, type);
    },
  };
  const request = { ip: "192.0.2.7", domain: "x.wild.example", sender: "a@x.wild.example", helo: "h" };
  const before = up.asked.length;
  const check = await checkHost(request, slow as never, { clock: () => 0 });
  expect(check).toMatchObject({ result: "temperror", reason: "dns-error", lookups: 3 });
  expect(up.asked.length - before).toBe(3);
});

test("names without end leave no more behind than the cache may hold", async () => {
  const cache = { entries: 40, bytes: 100_000 };
  const client = dnsClient({ servers: [up.server], timeoutMs: 5000, attempts: 1, cache });
  const check = (domain: string) =>
    checkHost({ ip: "192.0.2.7", domain, sender: `a@${domain}`, helo: "h" }, client.session(), {
      clock: () => 0,
    });
  for (let i = 0; i < 60; i++)
    expect(await check(`n${i}.wild.example`)).toMatchObject({ result: "permerror" });
  for (let i = 0; i < 4; i++) expect(await check("big.example")).toMatchObject({ result: "pass" });
  const before = up.asked.length;
  let known = 0;
  for (let i = 0; i < 60; i++)
    for (let depth = 0; depth < 11; depth++) {
      const name = `${"x.".repeat(depth)}n${i}.wild.example`;
      const given = client.session({ queries: 0 }).resolve(name, "TXT");
      if ("status" in given && given.status === "found") known++;
    }
  expect(up.asked.length).toBe(before);
  expect(known).toBeGreaterThan(0);
  expect(known).toBeLessThanOrEqual(40);
});
