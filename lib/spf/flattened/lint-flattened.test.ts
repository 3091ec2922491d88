import fc from "fast-check";
import { expect, test } from "vitest";
import { PROVIDERS } from "../draft/providers";
import { reportRecord } from "../record-report";
import { type Zone, zoneOf, zoneResolver } from "../zone.fixture";

const POSTMARK = "spf.mtasv.net";
const OLD = ["50.31.156.96/27", "104.245.209.192/26", "50.31.205.0/24", "147.160.158.0/24"];
const record = (networks: string[]) =>
  `v=spf1 ${networks.map((network) => `ip${network.includes(":") ? 6 : 4}:${network}`).join(" ")}`;
const COPY = `${record(OLD)} mx -all`;

async function findingsOf(
  text: string,
  names: Record<string, string[]>,
  domain: string | null = "d.example",
) {
  const host = { "d.example": ["MX 1 d.example", "A 192.0.2.1"] };
  const resolver = zoneResolver(zoneOf({ ...host, ...names }));
  const report = await reportRecord({ domain, text }, resolver);
  const findings = report.findings.filter(({ rule }) => rule.startsWith("flattened"));
  return { findings, asked: resolver.asked, text };
}

/** What is said of the copy when the include says this now: rule, place and values. */
async function said(text: string, ...now: string[]) {
  const { findings } = await findingsOf(text, { [POSTMARK]: now });
  return findings.map(({ rule, from, to, values }) => [rule, text.slice(from, to), values]);
}

const SOURCE = { source: POSTMARK, provider: "Postmark" };

test("a copy that is as its source is what the include would do", async () => {
  const expected = [["flattened", record(OLD).slice(7), { ...SOURCE, lookups: 1 }]];
  expect(await said(COPY, `TXT ${record(OLD)} -all`)).toEqual(expected);
  expect(await said(COPY, `TXT ${record(OLD.toReversed())} ~all`)).toEqual(expected);
  expect(await said(`${record(OLD)} ${"a ".repeat(10)} -all`, `TXT ${record(OLD)} -all`)).toEqual([]);
});

test("networks that the source gave up are said at their terms, side by side together", async () => {
  const [a, b, c, d] = OLD as [string, string, string, string];
  const stale = (...networks: string[]) => ({ ...SOURCE, networks: networks.join(", "), more: 0 });
  expect(await said(COPY, `TXT ${record([a, b, d])} -all`)).toEqual([
    ["flattened-stale", `ip4:${c}`, stale(c)],
  ]);
  expect(await said(COPY, `TXT ${record([b])} -all`)).toEqual([
    ["flattened-stale", `ip4:${a}`, stale(a)],
    ["flattened-stale", `ip4:${c} ip4:${d}`, stale(c, d)],
  ]);
  expect(await said(COPY, "TXT v=spf1 -all")).toEqual([
    ["flattened-stale", record(OLD).slice(7), { ...stale(a, b, c), more: 1 }],
  ]);
});

test("a network that was narrowed is stale, one that was widened or divided is not", async () => {
  const [a, b, c, d] = OLD as [string, string, string, string];
  const narrowed = await said(COPY, `TXT ${record([a, b, d, "50.31.205.0/25"])} -all`);
  expect(narrowed).toEqual([["flattened-stale", `ip4:${c}`, { ...SOURCE, networks: c, more: 0 }]]);
  const divided = await said(COPY, `TXT ${record([a, b, d, "50.31.205.0/25", "50.31.205.128/25"])} -all`);
  expect(divided.map(([rule]) => rule)).toEqual(["flattened"]);
  const widened = await said(COPY, `TXT ${record([a, b, d, "50.31.204.0/23"])} -all`);
  expect(widened.map(([rule, , values]) => [rule, values])).toEqual([
    ["flattened-missing", { ...SOURCE, networks: "50.31.204.0/23", more: 0, lookups: 1 }],
  ]);
});

test("networks that the source has now are said from the first to the last copied term", async () => {
  const more = ["203.0.113.0/24", "198.51.100.1", "198.51.100.2", "198.51.100.3"];
  const now = {
    [POSTMARK]: [`TXT ${record(OLD)} include:more.example -all`],
    "more.example": [`TXT ${record(more)}`],
  };
  const values = { ...SOURCE, networks: more.slice(0, 3).join(", "), more: 1, lookups: 2 };
  const { findings } = await findingsOf(COPY, now);
  expect(findings).toEqual([
    { rule: "flattened-missing", severity: "warning", from: 7, to: record(OLD).length, where: [], values },
  ]);
  const passing = COPY.replace("mx", "ip4:198.51.100.0/24 ip4:203.0.113.0/24");
  expect((await findingsOf(passing, now)).findings.map(({ rule }) => rule)).toEqual(["flattened"]);
  const full = COPY.replace("mx", "a ".repeat(9));
  expect((await findingsOf(full, now)).findings[0]).toMatchObject({ values: { ...values, lookups: 0 } });
});

test("of a copied part, and of a family that was not copied, nothing is missing", async () => {
  expect(await said(COPY, `TXT ${record([...OLD, "2001:db8::/32"])} -all`)).toMatchObject([
    ["flattened", {}, {}],
  ]);
  const { networks } = PROVIDERS.find(({ include }) => include === "amazonses.com")!;
  const part = `${record(networks.slice(0, 3))} -all`;
  const now = { "amazonses.com": [`TXT ${record(networks.slice(1))} -all`] };
  const { findings } = await findingsOf(part, now);
  expect(findings).toMatchObject([{ rule: "flattened-stale", values: { networks: networks[0] } }]);
  expect((await findingsOf(part, { "amazonses.com": [`TXT ${record(networks)} -all`] })).findings).toEqual(
    [],
  );
});

test("a copy in a record below is said with the way there", async () => {
  const names = { [POSTMARK]: ["TXT v=spf1 -all"], "_spf1.d.example": [`TXT ${record(OLD)} -all`] };
  const { findings } = await findingsOf("v=spf1 include:_spf1.d.example -all", names);
  expect(findings).toMatchObject([{ rule: "flattened-stale", from: 7, to: 30, where: ["_spf1.d.example"] }]);
});

test.each([
  ["no such name", []],
  ["no answer", ["TIMEOUT"]],
  ["no record", ["TXT words"]],
  ["two records", ["TXT v=spf1 -all", "TXT v=spf1 ~all"]],
  ["a syntax error", ["TXT v=spf1 ip4:1.2.3 -all"]],
  ["an error below", ["TXT v=spf1 include:gone.example -all"]],
  ["no answer below", ["TXT v=spf1 include:error.example -all"]],
  ["a loop", [`TXT v=spf1 include:${POSTMARK} -all`]],
  ["what only a message tells", ["TXT v=spf1 include:%{l}.example -all"]],
  ["clients that cannot be listed", ["TXT v=spf1 exists:%{i}.example -all"]],
  ["everyone", ["TXT v=spf1 +all"]],
  ["more lookups than are allowed", [`TXT v=spf1 ${"a:d.example ".repeat(10)} -all`]],
  ["too many void lookups", [`TXT v=spf1 a:x.example a:y.example a:z.example -all`]],
])("where the source has %s, nothing is said", async (_, now) => {
  const { findings } = await findingsOf(COPY, now.length === 0 ? {} : { [POSTMARK]: now });
  expect(findings).toEqual([]);
});

test("only a copy costs questions, and few", async () => {
  const plain = await findingsOf("v=spf1 ip4:50.31.205.0/24 ip4:203.0.113.0/24 mx -all", {});
  expect(plain.asked).toBe(3);
  const copied = await findingsOf(COPY, { [POSTMARK]: [`TXT ${record(OLD)} -all`] });
  expect(copied.asked).toBe(4);
  const endless = await findingsOf(COPY, {
    [POSTMARK]: [`TXT v=spf1 ${Array.from({ length: 90 }, (_, n) => `a:n${n}.example`).join(" ")} -all`],
  });
  expect(endless.asked).toBe(3 + 30);
});

test("whatever the record and the zone, the report comes and points into the text", async () => {
  const names = ["d.example", "_spf.d.example", POSTMARK, "_spf.google.com", "gone.example", "error.example"];
  const networks = [
    ...OLD,
    "74.125.0.0/16",
    "209.85.128.0/17",
    "2001:4860:4864::/56",
    "198.2.176.0/22",
    "0.0.0.0/0",
  ];
  const anyTerm = fc.oneof(
    fc.constantFrom(...networks).map((network) => `ip${network.includes(":") ? 6 : 4}:${network}`),
    fc.constantFrom(...networks).map((network) => `-ip4:${network}`),
    fc.constantFrom(...names).map((name) => `include:${name}`),
    fc.constantFrom(
      "mx",
      "exists:%{i}.d.example",
      "redirect=_spf.d.example",
      "+all",
      "-all",
      "ip4:",
      "\u0000x",
      "a:x",
    ),
  );
  const anyCopy = fc.subarray(OLD, { minLength: 2 }).map((part) => `${record(part)} -all`);
  const anyText = fc.oneof(
    fc.array(anyTerm, { maxLength: 8 }).map((terms) => `v=spf1 ${terms.join(" ")}`),
    anyCopy,
  );
  const anyZone = fc.tuple(...names.slice(0, 4).map(() => anyText));
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      anyText,
      anyZone,
      fc.constantFrom(null, "d.example", POSTMARK),
      async (text, texts, domain) => {
        const zone: Zone = zoneOf(Object.fromEntries(texts.map((one, n) => [names[n]!, [`TXT ${one}`]])));
        const resolver = zoneResolver(zone);
        const { findings } = await reportRecord({ domain, text }, resolver);
        expect(resolver.asked).toBeLessThanOrEqual(300 + 60);
        for (const { rule, from, to } of findings.filter((finding) => finding.rule.startsWith("flattened"))) {
          seen.add(rule);
          expect(from).toBeGreaterThanOrEqual(7);
          expect(text.slice(from, to)).toMatch(/^\S.*\S$/);
        }
      },
    ),
    { numRuns: 600 },
  );
  expect([...seen].sort()).toEqual(["flattened", "flattened-missing", "flattened-stale"]);
});
