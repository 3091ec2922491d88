import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer } from "@/lib/spf/resolver";
import { type CacheLimits, cachedLookup } from "./cache";
import type { Looked } from "./lookup";

const FOUND: Answer = { status: "found", records: [{ type: "TXT", strings: ["v=spf1 -all"] }] };
const NOTHING: Answer = { status: "void", reason: "nxdomain" };
const FAILED: Answer = { status: "error", reason: "timeout" };

/** A cache over answers by name, with a clock in seconds and a count of what was asked below. */
function cacheOf(answers: Record<string, { answer: Answer; ttl: number }>, limits?: CacheLimits) {
  const state = { asked: [] as string[], seconds: 0 };
  const lookup = cachedLookup(
    (name, type) => {
      state.asked.push(`${name} ${type}`);
      return Promise.resolve({ queries: 1, ...(answers[name] ?? { answer: FOUND, ttl: 60 }) });
    },
    limits,
    () => state.seconds * 1000,
  );
  return { state, lookup };
}

describe("what was learned is known", () => {
  test.each<[string, Answer, number, number]>([
    ["for its TTL", FOUND, 60, 60],
    ["for a day at most", FOUND, 1_000_000, 86_400],
    ["as absent, for as long as the SOA says", NOTHING, 30, 30],
    ["as broken, for some seconds only", FAILED, 0, 5],
    ["as broken, whatever its TTL", FAILED, 3600, 5],
  ])("%s", async (_, answer, ttl, seconds) => {
    const { state, lookup } = cacheOf({ "example.org": { answer, ttl } });
    await lookup("example.org", "TXT");
    state.seconds = seconds - 1;
    expect(lookup("EXAMPLE.org", "TXT")).toEqual({ answer, ttl: 1, queries: 0 });
    state.seconds = seconds;
    expect(await lookup("example.org", "TXT")).toMatchObject({ answer, queries: 1 });
    expect(state.asked).toHaveLength(2);
  });

  test("and its records say how much of their TTL is left", async () => {
    const record = (ttl: number) => ({ type: "A" as const, address: "192.0.2.1", ttl });
    const answer: Answer = { status: "found", records: [record(60), record(90)] };
    const { state, lookup } = cacheOf({ "example.org": { answer, ttl: 60 } });
    const ttls = async () => {
      const { answer: given } = await lookup("example.org", "A");
      return given.status === "found" ? given.records.map(({ ttl }) => ttl) : null;
    };
    expect(await ttls()).toEqual([60, 90]);
    state.seconds = 0.9;
    expect(await ttls()).toEqual([60, 90]);
    state.seconds = 45.5;
    expect(await ttls()).toEqual([15, 45]);
    state.seconds = 60;
    expect(await ttls()).toEqual([60, 90]);
    expect(state.asked).toHaveLength(2);
  });

  test.each([0, -1])("not at all with a TTL of %d", async (ttl) => {
    const { state, lookup } = cacheOf({ "example.org": { answer: FOUND, ttl } });
    await lookup("example.org", "TXT");
    await lookup("example.org", "TXT");
    expect(state.asked).toHaveLength(2);
  });

  test("by type, and by every octet but the case of letters", async () => {
    const { state, lookup } = cacheOf({});
    for (const name of ["é.org", "É.org", "a b.org", "A B.org"]) await lookup(name, "TXT");
    await lookup("a b.org", "A");
    expect(state.asked).toEqual(["é.org TXT", "É.org TXT", "a b.org TXT", "a b.org A"]);
  });
});

describe("it stays small", () => {
  test("in entries; what was used last stays longest", async () => {
    const { state, lookup } = cacheOf({}, { entries: 2 });
    for (const name of ["a", "b", "a", "c", "a"]) await lookup(name, "TXT");
    expect(state.asked).toEqual(["a TXT", "b TXT", "c TXT"]);
    await lookup("b", "TXT");
    expect(state.asked).toHaveLength(4);
  });

  test("in bytes; what is too big alone is not kept", async () => {
    const big: Answer = { status: "found", records: [{ type: "TXT", strings: ["x".repeat(60_000)] }] };
    const names = Array.from({ length: 100 }, (_, i) => `big${i}`);
    const answers = Object.fromEntries(names.map((name) => [name, { answer: big, ttl: 60 }]));
    const { state, lookup } = cacheOf(answers, { bytes: 200_000 });
    for (const name of names) await lookup(name, "TXT");
    const known = names.filter((name) => !(lookup(name, "TXT") instanceof Promise));
    expect(known).toEqual(["big97", "big98", "big99"]);
    const tiny = cacheOf(answers, { bytes: 50_000 });
    await tiny.lookup("big1", "TXT");
    await tiny.lookup("big1", "TXT");
    expect(tiny.state.asked).toHaveLength(2);
    expect(state.asked.length).toBeGreaterThanOrEqual(100);
  });

  test("whatever is asked, it answers as the lookup would", async () => {
    const name = fc.constantFrom("a", "b", "c", "d");
    const steps = fc.array(fc.record({ name, wait: fc.nat(40) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 3 }), async (asked, entries) => {
        const answers = {
          a: { answer: FOUND, ttl: 20 },
          b: { answer: NOTHING, ttl: 50 },
          c: { answer: FAILED, ttl: 9 },
        };
        const { state, lookup } = cacheOf(answers, { entries });
        for (const { name, wait } of asked) {
          state.seconds += wait;
          const expected = answers[name as "a"]?.answer ?? FOUND;
          expect((await lookup(name, "TXT")).answer).toEqual(expected);
        }
      }),
    );
  });
});

describe("the same question at the same time", () => {
  function slow() {
    const state = { asked: 0, aborted: false, arrive: (_: Looked) => {} };
    const lookup = cachedLookup((_name, _type, signal) => {
      state.asked++;
      signal?.addEventListener("abort", () => {
        state.aborted = true;
      });
      return new Promise((resolve) => {
        state.arrive = resolve;
      });
    });
    return { state, lookup };
  }
  const arrived = { answer: FOUND, ttl: 60, queries: 1 };

  test("is asked once", async () => {
    const { state, lookup } = slow();
    const outcomes = [lookup("a", "TXT"), lookup("A", "TXT"), lookup("a", "TXT")];
    state.arrive(arrived);
    expect(await Promise.all(outcomes)).toEqual([arrived, arrived, arrived]);
    expect(state.asked).toBe(1);
    expect(lookup("a", "TXT")).toMatchObject({ answer: FOUND, queries: 0 });
  });

  test("goes on while one of its askers waits", async () => {
    const { state, lookup } = slow();
    const [first, second] = [new AbortController(), new AbortController()];
    const outcomes = [lookup("a", "TXT", first.signal), lookup("a", "TXT", second.signal)];
    first.abort();
    expect(await outcomes[0]).toMatchObject({ answer: { status: "error", reason: "aborted" } });
    expect(state.aborted).toBe(false);
    state.arrive(arrived);
    expect(await outcomes[1]).toEqual(arrived);
  });

  test("is given up with the last of them, remembered by nobody, and asked anew by the next", async () => {
    const { state, lookup } = slow();
    const abort = new AbortController();
    const outcome = lookup("a", "TXT", abort.signal);
    const { arrive } = state;
    abort.abort();
    expect(await outcome).toMatchObject({ answer: { reason: "aborted" } });
    expect(state.aborted).toBe(true);
    const next = lookup("a", "TXT");
    arrive({ answer: FAILED, ttl: 0, queries: 1 });
    await Promise.resolve();
    const another = lookup("a", "TXT");
    state.arrive(arrived);
    expect(await Promise.all([next, another])).toEqual([arrived, arrived]);
    expect(state.asked).toBe(2);
    expect(lookup("a", "TXT")).toMatchObject({ answer: FOUND });
  });

  test("is not asked at all for one who has given up", async () => {
    const { state, lookup } = slow();
    expect(await lookup("a", "TXT", AbortSignal.abort())).toMatchObject({ answer: { reason: "aborted" } });
    expect(state.asked).toBe(0);
  });
});
