import { expect, test } from "vitest";
import type { Resolver } from "../resolver";
import { zoneOf, zoneResolver } from "../zone.fixture";
import type { Bill } from "./bill";
import { billOf, costs } from "./bill.fixture";
import { lintPublished } from "./published-lint";
import { recordBill } from "./record-bill";

test("a term says what its target holds, and what stands in its way", () => {
  const { root } = billOf({
    "d.example": [
      "TXT v=spf1 mx/24//64 a:gone.example a:error.example mx:null.example mx:many.example -all exp=gone.example",
      "MX 2 m2.example",
      "MX 1 m1.example",
    ],
    "m1.example": ["A 192.0.2.1", "AAAA 2001:db8::1"],
    "m2.example": ["A 192.0.2.2", "A 198.51.100.1"],
    "null.example": ["MX 0 "],
    "many.example": Array.from({ length: 11 }, (_, i) => `MX ${i} m${i}.example`),
  });
  expect(root.terms[0]).toEqual({
    from: 7,
    to: 16,
    text: "mx/24//64",
    name: "mx",
    qualifier: "+",
    isReached: true,
    lookups: 1,
    voidLookups: { ip4: 0, ip6: 0, possible: 0 },
    target: "d.example",
    isMacro: false,
    trouble: null,
    networks: ["192.0.2.0/24", "198.51.100.0/24", "2001:db8::/64"],
    hosts: [
      {
        name: "m2.example",
        ip4: ["192.0.2.2", "198.51.100.1"],
        ip6: [],
        ip4Status: "found",
        ip6Status: "void",
      },
      {
        name: "m1.example",
        ip4: ["192.0.2.1"],
        ip6: ["2001:db8::1"],
        ip4Status: "found",
        ip6Status: "found",
      },
    ],
    names: 2,
    explanation: null,
    within: null,
  });
  const troubles = root.terms.map(({ name, trouble, names }) => [name, trouble, names]);
  expect(troubles.slice(1)).toEqual([
    ["a", "void", 0],
    ["a", "dns-error", 0],
    ["mx", "null-mx", 1],
    ["mx", "mx-limit", 11],
    ["all", null, 0],
    ["exp", "no-text", 0],
  ]);
});

test("a text without a domain is billed as far as it does not need one", () => {
  const bill = billOf(
    { "i.example": ["TXT v=spf1 a:i.example -all", "A 192.0.2.1"] },
    { domain: null, text: "v=spf1 a mx include:i.example -all" },
  );
  expect(bill.root).toMatchObject({
    domain: null,
    status: "read",
    lookups: 4,
    voidLookups: { ip4: 0, ip6: 1, possible: 2 },
  });
  expect(bill.root.terms[0]).toMatchObject({ target: null, trouble: "unknown-target", isMacro: false });
  expect(bill).toMatchObject({ isComplete: true, addresses: { ip4: 1, isExact: false }, published: null });
});

test("a draft stands in for the published record, but what it includes does not", () => {
  const zone = { "d.example": ["TXT v=spf1 -all"], "i.example": ["TXT v=spf1 include:d.example -all"] };
  const bill = billOf(zone, { domain: "d.example", text: "v=spf1 a:i.example -all" });
  expect(bill.root.text).toBe("v=spf1 a:i.example -all");
  const loop = billOf(zone, { domain: "D.example.", text: "v=spf1 include:i.example -all" });
  expect(costs(loop.root)).toBe("include:i.example 12 [include:d.example 11 [loop], -all 0], -all 0");
});

test("a domain that is included twice is asked for once", () => {
  const bill = billOf({
    "d.example": ["TXT v=spf1 include:i.example include:I.example -all"],
    "i.example": ["TXT v=spf1 exists:i.example -all", "A 192.0.2.1"],
  });
  expect(bill).toMatchObject({ lookups: 4, questions: 3 });
});

test("what is at the domain besides the record is kept", () => {
  expect(billOf({ "d.example": ["TXT v=spf1 -all", "TXT words"] }).published).toEqual([
    ["v=spf1 -all"],
    ["words"],
  ]);
  expect(billOf({}).published).toEqual([]);
  expect(billOf({}, { domain: "error.example" }).published).toBeNull();
});

test.each([
  ["void", "d.example", {}, "nxdomain"],
  ["without TXT", "d.example", { "d.example": ["A 192.0.2.1"] }, "none"],
  ["without SPF", "d.example", { "d.example": ["TXT words"] }, "none"],
  ["twofold", "d.example", { "d.example": ["TXT v=spf1", "TXT v=spf1"] }, "several"],
  ["unanswered", "error.example", {}, "error"],
  ["no domain", "d", {}, "none"],
  ["an empty name", "", {}, "none"],
  ["read, in Unicode", "한국.example", { "xn--3e0b707e.example": ["TXT v=spf1 -all"] }, "read"],
])("a record that is %s has its status", (_, domain, zone, status) => {
  const bill = billOf(zone, { domain });
  expect(bill.root.status).toBe(status);
  // The question for the first record is no lookup of a term.
  expect(bill).toMatchObject({ lookups: 0, voidLookups: { ip4: 0, ip6: 0, possible: 0 } });
  expect(bill.isComplete).toBe(status !== "error");
});

test("explanations are asked for where they would be given: not of included records", () => {
  const questionsOf = (terms: string) =>
    billOf({
      "d.example": [`TXT v=spf1 ${terms}`],
      "i.example": ["TXT v=spf1 -all exp=e.example"],
      "e.example": ["TXT no"],
    }).questions;
  expect(questionsOf("-all exp=e.example")).toBe(2);
  expect(questionsOf("redirect=i.example")).toBe(3);
  expect(questionsOf("include:i.example -all")).toBe(2);
});

test("a text that looks the same thousand addresses up ever again is not followed for long", () => {
  const addresses = Array.from({ length: 1_000 }, (_, i) => `A 10.0.${i >> 8}.${i & 255}`);
  const { root, lookups, isComplete } = billOf(
    { "d.example": addresses },
    { domain: "d.example", text: `v=spf1 ${"a ".repeat(100)}-all` },
  );
  const networks = root.terms.map((term) => term.networks.length);
  expect(networks.filter((count) => count > 0)).toEqual([1_000, 1_000, 1_000, 1_000, 1_000]);
  expect(root.terms[5]).toMatchObject({ trouble: "not-asked", lookups: 1 });
  expect({ lookups, isComplete }).toEqual({ lookups: 100, isComplete: false });
});

test("a bill is not complete where more may lie below", () => {
  const isComplete = (spf: string) => billOf({ "d.example": [`TXT v=spf1 ${spf}`] }).isComplete;
  expect(isComplete("exists:%{i}.example a:%{h} -all")).toBe(true);
  expect(isComplete("-all include:%{i}.example")).toBe(true);
  expect(isComplete("include:%{i}.example -all")).toBe(false);
  expect(isComplete("redirect=%{i}.example")).toBe(false);
  expect(isComplete("include:error.example -all")).toBe(false);
  expect(isComplete("mx:error.example -all")).toBe(false);
});

test("a resolver that throws or breaks its promise is one that does not answer", async () => {
  for (const resolve of [
    () => {
      throw new Error("down");
    },
    () => Promise.reject(new Error("down")),
  ]) {
    const bill = await recordBill(
      { domain: "d.example", text: "v=spf1 a include:i.example -all" },
      { resolve },
    );
    expect(bill).toMatchObject({
      lookups: 2,
      voidLookups: { ip4: 0, ip6: 0, possible: 2 },
      isComplete: false,
    });
  }
});

test("questions to a distant resolver go out together", async () => {
  const zone = zoneResolver(zoneOf({ "i.example": ["TXT v=spf1 -all"], "j.example": ["A 192.0.2.1"] }));
  let open = 0;
  let most = 0;
  const bill = await recordBill(
    { domain: null, text: "v=spf1 include:i.example a:j.example exists:j.example -all" },
    {
      async resolve(name, type) {
        most = Math.max(most, ++open);
        await null;
        open--;
        return zone.resolve(name, type);
      },
    },
  );
  expect(most).toBe(3);
  expect(bill).toMatchObject({ lookups: 3, questions: 3, isComplete: true });
});

test.each([
  ["include:_spf.%{d}", "_spf.d.example"],
  ["include:%{d2r}.x.example", "example.d.x.example"],
  ["include:%{D}", "d.example"],
  ["redirect=%{d1}.%{d1r}.test", "example.d.test"],
  ["a:%{d}", "d.example"],
  ["exists:%{d-}.%%.test.", "d.example.%.test"],
  ["exp=%{d}.exp.example", "d.example.exp.example"],
  ["include:%{i}.%{d}", null],
  ["include:%{o}", null],
  ["mx:%{h}", null],
  ["a:%{d}..x.example", null],
])("of a target %s all is known that does not hang on the message: %s", (term, target) => {
  const bill = billOf({}, { domain: "d.example", text: `v=spf1 ${term}` });
  expect(bill.root.terms[0]).toMatchObject({ target, isMacro: true });
  const unknown = billOf({}, { domain: null, text: `v=spf1 ${term}` }).root.terms[0];
  expect(unknown).toMatchObject({ target: null, trouble: "unknown-target" });
});

test("%{d} is the domain of the record that it stands in", () => {
  const bill = billOf({
    "d.example": ["TXT v=spf1 include:_a.%{d} -all"],
    "_a.d.example": ["TXT v=spf1 include:_b.%{d} -all"],
    "_b._a.d.example": ["TXT v=spf1 ip4:192.0.2.1 -all"],
  });
  expect(costs(bill.root)).toBe(
    "include:_a.%{d} 2 [include:_b.%{d} 1 [ip4:192.0.2.1 0, -all 0], -all 0], -all 0",
  );
  expect(bill).toMatchObject({ lookups: 2, isComplete: true, addresses: { ip4: 1, isExact: true } });
});

test("a loop by %{d} is found, and a wildcard that leads ever on ends", () => {
  const loop = billOf({ "d.example": ["TXT v=spf1 include:%{d} -all"] });
  expect(costs(loop.root)).toBe("include:%{d} 11 [loop], -all 0");
  const resolve: Resolver["resolve"] = (_, type) => ({
    status: "found",
    records: [{ type: type as "TXT", strings: ["v=spf1 include:x.%{d} -all"] }],
  });
  const bill = recordBill({ domain: "d.example" }, { resolve }) as Bill;
  expect(bill).toMatchObject({ lookups: 21, isComplete: false });
  expect(lintPublished(bill).map(({ rule }) => rule)).toEqual(["too-many-lookups", "incomplete-bill"]);
});
