import { expect, test } from "vitest";
import { checkHost, mailfromRequest } from "./check-host";
import type { StepTrace, Trace } from "./trace";
import { type Zone, zoneOf, zoneResolver } from "./zone.fixture";

/** A clock that goes on by a millisecond whenever it is read. */
function ticking(): () => number {
  let now = 1_700_000_000_000;
  return () => now++;
}

function traceOf(zone: Zone, ip: string, shadow = 0): Trace {
  const request = mailfromRequest({ ip, envelopeFrom: "user@d.example", helo: "mail.example" });
  const check = checkHost(request, zoneResolver(zone), { clock: ticking(), trace: true, shadow });
  if (check instanceof Promise) throw new Error("a zone answers at once");
  expect(JSON.parse(JSON.stringify(check.trace))).toEqual(check.trace);
  return check.trace!;
}

/** A trace's steps in short: two spaces deeper within an include or a redirect, `~` before shadow steps. */
function tree(steps: StepTrace[], indent = ""): string[] {
  return steps.flatMap(({ text, state, result, isShadow, within }) => [
    `${indent}${isShadow ? "~" : ""}${text}: ${state}${result ? ` ${result}` : ""}`,
    ...(within ? tree(within.steps, `${indent}  `) : []),
  ]);
}

test("the guide's own case says which networks the client is not in", () => {
  const text = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144/30 -all";
  const trace = traceOf(zoneOf({ "d.example": [`TXT ${text}`] }), "9.8.7.6");
  expect(trace).toMatchObject({
    version: 1,
    ip: "9.8.7.6",
    domain: "d.example",
    result: "fail",
    reason: "match",
  });
  const steps = trace.root!.steps;
  expect(steps.flatMap(({ comparisons }) => comparisons)).toEqual(
    ["61.251.112.141", "61.251.112.143", "61.251.112.144/30"].map((network) => ({
      ip: "9.8.7.6",
      network,
      isInside: false,
      host: null,
    })),
  );
  expect(steps.map(({ from, to }) => text.slice(from, to))).toEqual(text.split(" ").slice(1));
  expect(tree(steps).at(-1)).toBe("-all: match fail");
  expect(trace.root!.questions).toEqual([
    {
      name: "d.example",
      type: "TXT",
      answer: { status: "found", records: [{ type: "TXT", strings: [text] }] },
      at: 1,
      ms: 1,
    },
  ]);
});

const TREE = zoneOf({
  "d.example": ["TXT v=spf1 include:a.example mx ~all redirect=c.example", "MX 5 mx.example", "MX 1 ."],
  "a.example": ["TXT v=spf1 a:%{h} redirect=b.example"],
  "b.example": ["TXT v=spf1 ip4:192.0.2.0/29 exists:%{i}.x.example -all"],
  "mx.example": ["A 192.0.2.200"],
  "mail.example": ["A 192.0.2.9"],
});

test("includes and redirects are a tree, with budgets at every step", () => {
  const { root, budget } = traceOf(TREE, "192.0.2.200");
  expect(tree(root!.steps)).toEqual([
    "include:a.example: no-match",
    "  a:%{h}: no-match",
    "  redirect=b.example: followed fail",
    "    ip4:192.0.2.0/29: no-match",
    "    exists:%{i}.x.example: no-match",
    "    -all: match fail",
    "mx: match pass",
    "~all: unreached",
    "redirect=c.example: unreached",
  ]);
  const [include, mx, all] = root!.steps;
  expect(include!.before).toEqual({ lookups: 0, lookupsLeft: 10, voidLookups: 0, voidLookupsLeft: 2 });
  expect(include!.after).toEqual({ lookups: 4, lookupsLeft: 6, voidLookups: 1, voidLookupsLeft: 1 });
  expect(mx).toMatchObject({ names: { found: 2, used: 1, limit: 10 }, decisions: ["null-mx"] });
  expect(mx!.comparisons).toEqual([
    { ip: "192.0.2.200", network: "192.0.2.200", isInside: true, host: "mx.example" },
  ]);
  expect(all!.before).toEqual(budget);
  expect(include!.within!.steps[0]!.macros).toEqual([
    { before: "%{h}", after: "mail.example", isTruncated: false },
  ]);
});

test("terms behind the one that decided are evaluated in the shadow when asked for", () => {
  const zone = zoneOf({
    "d.example": ["TXT v=spf1 ip4:192.0.2.1 a:one.example include:a.example a:two.example -all"],
    "a.example": ["TXT v=spf1 ip4:192.0.2.0/24 ~all"],
    "one.example": ["A 192.0.2.1"],
  });
  const trace = traceOf(zone, "192.0.2.1", 50);
  expect(trace).toMatchObject({ result: "pass", budget: { lookups: 0, voidLookups: 0 } });
  expect(tree(trace.root!.steps)).toEqual([
    "ip4:192.0.2.1: match pass",
    "~a:one.example: match pass",
    "~include:a.example: match pass",
    "  ip4:192.0.2.0/24: match pass",
    "  ~all: unreached",
    "~a:two.example: no-match",
    "~-all: match fail",
  ]);
  expect(tree(traceOf(zone, "192.0.2.1", 1).root!.steps).slice(1, 3)).toEqual([
    "~a:one.example: match pass",
    "~include:a.example: unreached",
  ]);
});

test("a redirect stands in the shadow of a match, but not of a record with all", () => {
  const names = { "a.example": ["TXT v=spf1 -all"] };
  const steps = (record: string) =>
    tree(traceOf(zoneOf({ ...names, "d.example": [`TXT ${record}`] }), "192.0.2.1", 9).root!.steps).slice(1);
  expect(steps("v=spf1 ip4:192.0.2.1 redirect=a.example")).toEqual([
    "~redirect=a.example: followed fail",
    "  -all: match fail",
  ]);
  expect(steps("v=spf1 all redirect=a.example")).toEqual(["redirect=a.example: unreached"]);
});

/** A record of d.example, and the decisions in its last step but the "-all". */
const DECISIONS: [string, string[], string][] = [
  ["v=spf1 mx -all", ["MX 1 gone.example"], "void-mx"],
  ["v=spf1 mx -all", ["MX 1 gone.example", "MX 2 mx.example"], "mx-host-without-address"],
  ["v=spf1 ptr -all", [], "ptr-forward-miss"],
  ["v=spf1 ptr:%{d}..x.example -all", [], "invalid-target"],
  ["v=spf1 ip6:::/0 -all", [], "other-family"],
];

test.each(DECISIONS)("%s with %j says %s", (record, lines, decision) => {
  const zone = zoneOf({
    "d.example": [`TXT ${record}`, ...lines],
    "mx.example": ["A 192.0.2.9"],
    "1.2.0.192.in-addr.arpa": ["PTR gone.d.example"],
  });
  expect(traceOf(zone, "192.0.2.1").root!.steps[0]!.decisions).toEqual([decision]);
});

test("syntax errors and the look-up of an explanation are in the trace", () => {
  const broken = traceOf(zoneOf({ "d.example": ["TXT v=spf1 moo -all/1"] }), "192.0.2.1");
  expect(broken.root!.problems.map(({ code }) => code)).toEqual([
    "unknown-mechanism",
    "argument-not-allowed",
  ]);
  const zone = zoneOf({ "d.example": ["TXT v=spf1 -all exp=e.%{d}"], "e.d.example": ["TXT not %{i}"] });
  expect(traceOf(zone, "192.0.2.1").explanation).toMatchObject({
    domainSpec: "e.%{d}",
    text: "not 192.0.2.1",
    reason: "given",
    macros: [
      { before: "e.%{d}", after: "e.d.example" },
      { before: "not %{i}", after: "not 192.0.2.1" },
    ],
  });
  const gone = traceOf(zoneOf({ "d.example": ["TXT v=spf1 -all exp=e.example"] }), "192.0.2.1");
  expect(gone).toMatchObject({
    explanation: { text: null, reason: "no-record" },
    budget: { voidLookups: 0 },
  });
});
