import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseRecord } from "../parse";
import { anyRecord } from "../record.fixture";
import { textOf } from "../sentence";
import { type PlanRequest, publishPlan } from "./plan";
import { rollbackSentence, stepSentence } from "./words";

const NOW = 1_700_000_000_000;
const DAY = 86_400;
const OLD = "v=spf1 mx ~all";
const NEW = "v=spf1 mx a:b.example -all";
const SOFT = "v=spf1 mx a:b.example ~all";
const USUAL = { now: NOW, publishedTtl: 3600, ttl: 3600, published: OLD, draft: NEW };

const steps = (more: Partial<PlanRequest>) =>
  publishPlan({ ...USUAL, ...more })!.steps.map(({ kind, record, seconds }) =>
    record ? `${kind} ${record.ttl} ${record.text}` : seconds === null ? kind : `${kind} ${seconds}`,
  );

test("a record that is stricter than the one before it goes out in all steps", () =>
  expect(steps({})).toEqual([
    `lower-ttl 300 ${OLD}`,
    "check",
    "wait-old 3600",
    `publish-softly 300 ${SOFT}`,
    "check",
    "wait-new 300",
    `watch ${14 * DAY}`,
    `harden 300 ${NEW}`,
    "check",
    "wait-new 300",
    `watch ${DAY}`,
    `set-ttl 3600 ${NEW}`,
  ]));

describe("what is not needed is left out", () => {
  test.each<[string, Partial<PlanRequest>, string[]]>([
    [
      "lowering a TTL that is low",
      { publishedTtl: 60, draft: SOFT },
      [`publish 300 ${SOFT}`, "check", "wait-new 60", `watch ${DAY}`, `set-ttl 3600 ${SOFT}`],
    ],
    [
      "waiting for what nobody remembers",
      { published: null, publishedTtl: null, draft: SOFT },
      [`publish 300 ${SOFT}`, "check", `watch ${DAY}`, `set-ttl 3600 ${SOFT}`],
    ],
    [
      "going by way of ~all, where -all is out already",
      { published: "v=spf1 mx -all", publishedTtl: 300 },
      [`publish 300 ${NEW}`, "check", "wait-new 300", `watch ${DAY}`, `set-ttl 3600 ${NEW}`],
    ],
    [
      "the step with ~all, where it is done",
      { published: SOFT, publishedTtl: 300 },
      [
        `watch ${14 * DAY}`,
        `harden 300 ${NEW}`,
        "check",
        "wait-new 300",
        `watch ${DAY}`,
        `set-ttl 3600 ${NEW}`,
      ],
    ],
    [
      "raising a TTL that is to stay low",
      { ttl: 60, publishedTtl: 60, draft: SOFT },
      [`publish 60 ${SOFT}`, "check", "wait-new 60", `watch ${DAY}`],
    ],
    ["everything, where nothing changes", { draft: OLD }, []],
    ["all but the TTL, where only that changes", { draft: OLD, ttl: 600 }, [`set-ttl 600 ${OLD}`]],
  ])("%s", (_, more, expected) => expect(steps(more)).toEqual(expected));
});

test("where several records are published, or only others than SPF, what resolvers remember of them is waited for", () =>
  expect(steps({ published: null, publishedTtl: 3600, draft: SOFT })).toEqual([
    `publish 300 ${SOFT}`,
    "check",
    "wait-new 3600",
    `watch ${DAY}`,
    `set-ttl 3600 ${SOFT}`,
  ]));

test("a TTL that nobody told is taken for a day", () =>
  expect(steps({ publishedTtl: null })).toContain(`wait-old ${DAY}`));

test("there is no plan for a draft with an error", () =>
  expect(publishPlan({ ...USUAL, draft: "v=spf1 moo -all" })).toBeNull());

test("every step says when it can begin", () => {
  const { steps } = publishPlan(USUAL)!;
  const at = (kind: string) => (steps.find((step) => step.kind === kind)!.from - NOW) / 1000;
  expect(at("lower-ttl")).toBe(0);
  expect(at("publish-softly")).toBe(3600);
  expect(at("harden")).toBe(3600 + 300 + 14 * DAY);
  expect(at("set-ttl")).toBe(3600 + 300 + 14 * DAY + 300 + DAY);
});

describe("the way back", () => {
  test("is the record from before, and says how long the new one stays", () => {
    const { rollback } = publishPlan(USUAL)!;
    expect(rollback).toEqual({ record: { text: OLD, ttl: 300 }, seconds: 300, secondsLater: 3600 });
    expect(rollbackSentence(rollback, "en").parts.join("")).toBe(
      "To go back, publish the record from before again. Whoever has fetched the new record still sees it for 5 minutes. Once the TTL is raised again, for 1 hour.",
    );
  });
  test("is none, where there was none", () =>
    expect(publishPlan({ ...USUAL, published: null })!.rollback.record).toBeNull());
});

test("whatever is published and drafted, the plan publishes valid records only, in the order of time", () => {
  const ttl = fc.constantFrom(0, 60, 300, 3600, 86_400, 604_800);
  const request = fc.record({
    now: fc.constant(NOW),
    publishedTtl: fc.option(ttl),
    ttl,
    published: fc.option(anyRecord),
    draft: anyRecord,
  });
  fc.assert(
    fc.property(request, (given) => {
      const plan = publishPlan(given);
      expect(plan === null).toBe(parseRecord(given.draft).problems.length > 0);
      if (!plan) return;
      const records = plan.steps.flatMap(({ record }) => record ?? []);
      for (const { text, ttl } of records) {
        expect(ttl).toBeLessThanOrEqual(Math.max(300, given.ttl));
        if (text !== given.published) expect(parseRecord(text).problems).toEqual([]);
      }
      const froms = plan.steps.map(({ from }) => from);
      expect(froms).toEqual([...froms].sort((a, b) => a - b));
      for (const step of plan.steps)
        for (const language of ["ko", "en"] as const)
          expect(textOf(stepSentence(step, language).parts, (quoted) => quoted)).not.toMatch(/undefined|NaN/);
    }),
  );
});
