import fc from "fast-check";
import { expect, test } from "vitest";
import { type CheckResult, checkHost } from "../check-host";
import type { Answer, Resolver } from "../resolver";
import { readSuite, suitePath } from "../suite.fixture";
import { type Zone, zoneOf, zoneResolver } from "../zone.fixture";
import type { Bill } from "./bill";
import { lintPublished } from "./published-lint";
import { publishedMessage } from "./published-message";
import { recordBill } from "./record-bill";
import { mostVoids } from "./voids";

/** Each may include only those behind it, so that there is no loop. */
const TREE = ["d.example", "e.example", "f.example", "g.example", "h.example"];
const HOSTS = ["four.example", "six.example", "both.example", "gone.example", "mx.example", "voids.example"];
const CLIENTS = ["192.0.2.1", "198.51.100.9", "2001:db8::1", "2001:db8:ffff::9"];

const FIXED = {
  "four.example": ["A 192.0.2.1"],
  "six.example": ["AAAA 2001:db8::1"],
  "both.example": ["A 203.0.113.1", "AAAA 2001:db8::2", "MX 1 gone.example"],
  "mx.example": ["MX 1 four.example", "MX 2 six.example"],
  "voids.example": ["MX 1 gone.example", "MX 2 four.example"],
  "1.2.0.192.in-addr.arpa": ["PTR four.example"],
};

function anyRecord(index: number, qualifiers: string[], alls: string[]): fc.Arbitrary<string> {
  const below = TREE.slice(index + 1);
  const any = (names: string[]) => fc.constantFrom(...names);
  const target = (mechanism: string, names: string[]) => any(names).map((name) => `${mechanism}:${name}`);
  const looking = [
    target("a", HOSTS),
    target("mx", HOSTS),
    target("exists", HOSTS),
    fc.constantFrom("ptr:four.example", "a:%{d}", "exists:%{D}", "mx:%{d1r}.example"),
  ];
  const including = below.length > 0 ? [target("include", below), target("include", below)] : [];
  const term = fc
    .tuple(
      any(qualifiers),
      fc.oneof(fc.constantFrom("ip4:192.0.2.0/30", "ip6:2001:db8::/64"), ...looking, ...including),
    )
    .map((parts) => parts.join(""));
  const end =
    below.length > 0
      ? fc.oneof(
          any(alls),
          target("redirect", below).map((text) => text.replace(":", "=")),
        )
      : any(alls);
  return fc
    .tuple(fc.array(term, { maxLength: 4 }), end)
    .map(([terms, last]) => `TXT v=spf1 ${[...terms, last].join(" ")}`);
}

function anyTree(qualifiers: string[], alls: string[]): fc.Arbitrary<Zone> {
  return fc
    .tuple(...TREE.map((_, index) => anyRecord(index, qualifiers, alls)))
    .map((texts) => zoneOf({ ...FIXED, ...Object.fromEntries(TREE.map((name, i) => [name, [texts[i]!]])) }));
}

function check(resolver: Resolver, ip: string): CheckResult {
  const request = { ip, domain: "d.example", sender: "user@d.example", helo: "h.example" };
  return checkHost(request, resolver, { clock: () => 0 }) as CheckResult;
}

const billOf = (resolver: Resolver) => recordBill({ domain: "d.example" }, resolver) as Bill;

test("no client's check costs more than the bill", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(
      anyTree(["", "-", "~"], ["-all", "+all", "?all", ""]),
      fc.constantFrom(...CLIENTS),
      (zone, ip) => {
        const bill = billOf(zoneResolver(zone));
        const { lookups, voidLookups, result } = check(zoneResolver(zone), ip);
        seen.add(result);
        expect(lookups).toBeLessThanOrEqual(bill.lookups);
        expect(voidLookups).toBeLessThanOrEqual(mostVoids(bill.voidLookups));
        expect(bill.isComplete).toBe(true);
      },
    ),
    { numRuns: 3_000 },
  );
  expect([...seen].sort()).toEqual(["fail", "neutral", "pass", "permerror", "softfail"]);
});

/** A resolver of whose zone nothing matches, and nothing is void: hosts have addresses that no client has. */
function matchless(zone: Zone): Resolver {
  const inner = zoneResolver(zone);
  const records: Record<string, Answer> = {
    A: { status: "found", records: [{ type: "A", address: "203.0.113.77" }] },
    AAAA: { status: "found", records: [{ type: "AAAA", address: "2001:db8:77::1" }] },
    MX: { status: "found", records: [{ type: "MX", preference: 1, host: "host.example" }] },
    PTR: { status: "found", records: [{ type: "PTR", host: "elsewhere.test" }] },
  };
  return { resolve: (name, type) => records[type] ?? (inner.resolve(name, type) as Answer) };
}

test("a client that matches nothing pays the whole bill", () => {
  let exceeded = 0;
  fc.assert(
    fc.property(
      anyTree(["", "-", "~", "?"], ["-all"]),
      fc.constantFrom("198.51.100.9", "2001:db8:ffff::9"),
      (zone, ip) => {
        // An `exists` that is found matches everyone.
        for (const entry of zone.values())
          for (const record of entry.records)
            if (record.type === "TXT") record.strings = [record.strings[0]!.replaceAll("exists:", "a:")];
        const bill = billOf(matchless(zone));
        const { lookups, result } = check(matchless(zone), ip);
        expect(lookups).toBe(Math.min(10, bill.lookups));
        expect(result).toBe(bill.lookups > 10 ? "permerror" : "fail");
        if (bill.lookups > 10) exceeded++;
      },
    ),
    { numRuns: 2_000 },
  );
  expect(exceeded).toBeGreaterThan(50);
});

test("an address passes if and only if the bill counts it", () => {
  fc.assert(
    fc.property(
      anyTree(["", "-", "~"], ["-all", "+all", ""]),
      fc.array(fc.constantFrom("192.0.2.0/30", "192.0.2.2", "10.0.0.0/8"), { maxLength: 3 }),
      (zone, networks) => {
        // Terms that hang on the client or on DNS are left out, so that 192.0.2.0/24 can be tried address by address.
        for (const name of TREE) {
          const record = zone.get(name)!.records[0]!;
          if (record.type !== "TXT") continue;
          const own = networks.map((network) => `ip4:${network}`).join(" ");
          record.strings = [
            record.strings[0]!.replaceAll(/[-~]?(ptr:|a:|exists:|mx:)\S+/g, "")
              .replaceAll("192.0.2.0/30", "192.0.2.4/31")
              .replace(/(\S+)$/, `${own} ip4:203.0.113.0/31 $1`),
          ];
        }
        const bill = billOf(zoneResolver(zone));
        fc.pre(bill.lookups <= 10 && bill.addresses.ip4 < 2 ** 31);
        const tried = [...Array(8).keys()].map((i) => `192.0.2.${i}`).concat("203.0.113.0", "203.0.113.1");
        const passing = tried.filter((ip) => check(zoneResolver(zone), ip).result === "pass").length;
        const isNetPassing = check(zoneResolver(zone), "10.9.9.9").result === "pass";
        expect(bill.addresses.ip4).toBe(passing + (isNetPassing ? 2 ** 24 : 0));
      },
    ),
    { numRuns: 1_000 },
  );
});

test("whatever the tree, the bill ends within its bounds", () => {
  const anyName = fc.constantFrom("d.example", "e.example", "%{d}", "gone.example", "error.example", "");
  const anyTerm = fc
    .tuple(
      fc.constantFrom("include:", "include:", "a:", "mx:", "redirect=", "exp=", "exists:", "-all ", "x"),
      anyName,
    )
    .map((parts) => parts.join(""));
  const anyText = fc.array(anyTerm, { maxLength: 12 }).map((terms) => `TXT v=spf1 ${terms.join(" ")}`);
  fc.assert(
    fc.property(anyText, anyText, fc.nat(30), (first, second, questions) => {
      const resolver = zoneResolver(zoneOf({ "d.example": [first, "A 192.0.2.1"], "e.example": [second] }));
      const bill = recordBill({ domain: "d.example" }, resolver, { questions }) as Bill;
      expect(resolver.asked).toBe(bill.questions);
      expect(bill.questions).toBeLessThanOrEqual(questions);
    }),
    { numRuns: 1_000 },
  );
});

/** Counts what is in a tree. */
function sizeOf({ terms }: Bill["root"]): number {
  return 1 + terms.reduce((sum, { within }) => sum + 1 + (within === null ? 0 : sizeOf(within)), 0);
}

test.each([
  ["a wildcard that leads ever on", (name: string) => `v=spf1 include:a${name} -all`],
  ["a tree that doubles with each level", (name: string) => `v=spf1 include:a${name} include:A${name} -all`],
  ["a wildcard whose records are all the same", () => "v=spf1 include:a.%{d} include:b.%{d} -all"],
  [
    "a tree that grows everywhere",
    (name: string) => `v=spf1 ${[..."abcdefghijkl"].map((c) => `include:${c}${name}`).join(" ")}`,
  ],
])("%s ends bounded", (_, textOf) => {
  let asked = 0;
  const resolver: Resolver = {
    resolve(name) {
      asked++;
      return { status: "found", records: [{ type: "TXT", strings: [textOf(name)] }] };
    },
  };
  const bill = recordBill({ domain: "d.example" }, resolver) as Bill;
  expect(asked).toBeLessThanOrEqual(300);
  expect(sizeOf(bill.root)).toBeLessThanOrEqual(11_000);
  expect(bill.isComplete).toBe(false);
  expect(bill.lookups).toBeGreaterThan(10);
});

const path = suitePath();
const zones = path === null ? [] : [...new Set(readSuite(path).map(({ zone }) => zone))];

test("the suite's records all have a bill that no check exceeds", () => {
  for (const zone of zones)
    for (const domain of zone.keys()) {
      const bill = recordBill({ domain }, zoneResolver(zone)) as Bill;
      expect(JSON.parse(JSON.stringify(bill))).toEqual(bill);
      for (const finding of lintPublished(bill))
        expect(publishedMessage(finding, "ko").parts).not.toEqual([finding.rule]);
      for (const ip of CLIENTS) {
        const request = { ip, domain, sender: `user@${domain}`, helo: "h.example" };
        const { lookups } = checkHost(request, zoneResolver(zone), { clock: () => 0 }) as CheckResult;
        if (bill.isComplete) expect(lookups).toBeLessThanOrEqual(bill.lookups);
      }
    }
  expect(zones.length > 0).toBe(path !== null);
});
