import { describe, expect, test } from "vitest";
import { readRecordsAddress } from "@/components/records/address";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { type WhatIfQuestion, whatIf } from "./what-if";

const ZONE = {
  "d.example": ["TXT v=spf1 include:p.example -all"],
  "p.example": ["TXT v=spf1 ip4:192.0.2.1 -all"],
  "sub.d.example": ["TXT v=spf1 redirect=d.example"],
};
const PUBLISHED = "v=spf1 include:p.example -all";

function ask(given: Record<string, string>, asked: Partial<WhatIfQuestion> = {}) {
  const question = {
    address: readRecordsAddress(given),
    domain: "d.example",
    published: PUBLISHED,
    draft: PUBLISHED,
    ...asked,
  };
  return whatIf(question, zoneResolver(zoneOf(ZONE)), () => 1_700_000_000_000);
}

async function results(given: Record<string, string>, asked: Partial<WhatIfQuestion> = {}) {
  const { published, draft } = await ask(given, asked);
  return [published?.result ?? null, draft?.result ?? null];
}

const FROM = { ip: "192.0.2.9", sender: "user@d.example" };

describe("a message is checked by what is published and by the draft", () => {
  const draft = "v=spf1 include:p.example ip4:192.0.2.9 -all";

  test.each([
    ["which authorises its server", FROM, ["fail", "pass"]],
    ["which it already passed", { ...FROM, ip: "192.0.2.1" }, ["pass", "pass"]],
    ["in angle brackets, as logs have it", { ...FROM, sender: "<user@d.example>" }, ["fail", "pass"]],
    ["given as a domain alone", { ...FROM, sender: "d.example" }, ["fail", "pass"]],
    ["of a domain that redirects to it", { ...FROM, sender: "user@sub.d.example" }, ["fail", "pass"]],
    ["of a domain that knows nothing of it", { ...FROM, sender: "user@p.example" }, ["fail", "fail"]],
    ["from nobody, by its HELO name", { ip: "192.0.2.9", sender: "<>", helo: "d.example" }, ["fail", "pass"]],
    ["with a HELO name only", { ip: "192.0.2.9", helo: "D.example." }, ["fail", "pass"]],
    ["from an IPv4 address mapped into IPv6", { ...FROM, ip: "::ffff:192.0.2.9" }, ["fail", "pass"]],
  ])("%s", async (_, given, expected) => {
    expect(await results(given, { draft })).toEqual(expected);
  });

  test("and each brings its trace", async () => {
    const answer = await ask(FROM, { draft });
    expect(answer.published!.trace!.root!.text).toBe(PUBLISHED);
    expect(answer.draft!.trace!.root!.text).toBe(draft);
    expect(answer.checked).toEqual({ identity: "mailfrom", domain: "d.example" });
    expect((await ask({ ip: "192.0.2.9", helo: "d.example" })).checked).toEqual({
      identity: "helo",
      domain: "d.example",
    });
  });
});

test("a draft that is what is published needs no second check", async () => {
  expect(await results(FROM)).toEqual(["fail", null]);
});

test("an empty draft is none, and one without a domain is that of the sender", async () => {
  expect(await results(FROM, { draft: " " })).toEqual(["fail", "none"]);
  const noDomain = { domain: null, published: null, draft: "v=spf1 +all" };
  expect(await results({ ...FROM, sender: "a@new.example" }, noDomain)).toEqual(["none", "pass"]);
});

describe("another record of the tree", () => {
  test.each([
    ["says something else", { at: "p.example", as: "v=spf1 ip4:192.0.2.9 -all" }, ["fail", "pass"]],
    ["is gone", { at: "P.example.", as: "" }, ["fail", "permerror"]],
    ["is only chosen yet", { at: "p.example" }, ["fail", null]],
    ["is not in the tree", { at: "other.example", as: "v=spf1 +all" }, ["fail", "fail"]],
  ])("%s", async (_, given, expected) => {
    expect(await results({ ...FROM, ...given })).toEqual(expected);
  });
});

test.each([
  [{}, []],
  [{ ip: "192.0.2.9" }, ["sender-missing"]],
  [{ ip: "192.0.2.9", sender: "<>" }, ["sender-missing"]],
  [{ sender: "user@d.example" }, ["ip-missing"]],
  [{ ...FROM, ip: "192.0.2" }, ["ip-invalid"]],
  [{ ...FROM, ip: "192.0.2.0/24", sender: "user@" }, ["ip-invalid", "sender-invalid"]],
  [{ ...FROM, sender: "user@localhost" }, ["sender-invalid"]],
  [{ ip: "192.0.2.9", helo: "[192.0.2.9]" }, ["helo-invalid"]],
  [{ ...FROM, at: "d.example", as: "v=spf1" }, ["at-own"]],
  [{ ...FROM, at: "..", as: "v=spf1" }, ["at-invalid"]],
])("what is amiss in %j is told at its field", async (given, expected) => {
  const { problems, published } = await ask(given);
  expect(problems).toEqual(expected);
  expect(published).toBeNull();
});

test("hostile fields never throw", async () => {
  const hostile = `<script>\u0000\u202e${"x".repeat(5_000)}@.`;
  for (const field of ["ip", "sender", "helo", "at", "as"])
    await expect(ask({ ...FROM, helo: "h.example", [field]: hostile })).resolves.toBeDefined();
});
