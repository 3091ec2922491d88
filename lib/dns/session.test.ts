import { expect, test } from "vitest";
import type { Answer } from "@/lib/spf/resolver";
import { cachedLookup } from "./cache";
import type { Looked, Lookup } from "./lookup";
import { session } from "./session";

const NOTHING: Answer = { status: "void", reason: "nxdomain" };
const REFUSED = { status: "error", reason: "budget of 75 queries used up" };

/** A lookup that counts what it is asked and what is given up, and answers at the next tick. */
function counted(queries = 1) {
  const state = { asked: 0, abandoned: 0 };
  const lookup: Lookup = (_name, _type, signal) => {
    state.asked++;
    signal?.addEventListener("abort", () => state.abandoned++);
    return Promise.resolve<Looked>({ answer: NOTHING, ttl: 60, queries });
  };
  return { state, lookup: cachedLookup(lookup) };
}

test("names without end, one after the other, come to an end", async () => {
  const { state, lookup } = counted();
  const resolver = session(lookup);
  const answers: Answer[] = [];
  for (let i = 0; i < 1000; i++) answers.push(await resolver.resolve(`i${i}.example.org`, "TXT"));
  expect(answers.filter((answer) => answer.status === "void")).toHaveLength(75);
  expect(answers.at(-1)).toEqual(REFUSED);
  expect(state.asked).toBe(75);
});

test("and so do names without end that are asked for all at once", async () => {
  const { state, lookup } = counted();
  const resolver = session(lookup, { signal: new AbortController().signal });
  const names = Array.from({ length: 1000 }, (_, i) => `i${i}.example.org`);
  const answers = await Promise.all(names.map((name) => resolver.resolve(name, "TXT")));
  expect(answers.filter((answer) => answer.status === "void")).toHaveLength(75);
  expect(state.asked).toBe(75);
});

test("a question that took many counts as many", async () => {
  const { state, lookup } = counted(9);
  const resolver = session(lookup);
  for (let i = 0; i < 20; i++) await resolver.resolve(`i${i}.example.org`, "TXT");
  expect(state.asked).toBe(9);
});

test("what is at hand comes at once and costs nothing, also when nothing else may be asked", async () => {
  const { state, lookup } = counted();
  const resolver = session(lookup, { queries: 1 });
  await resolver.resolve("example.org", "TXT");
  for (let i = 0; i < 10; i++) expect(resolver.resolve("example.org", "TXT")).toEqual(NOTHING);
  expect(state.asked).toBe(1);
});

test("an evaluation whose time is over asks nothing more", async () => {
  const { state, lookup } = counted();
  let now = 0;
  const resolver = session(lookup, { milliseconds: 100 }, () => now);
  expect(await resolver.resolve("a.example.org", "TXT")).toEqual(NOTHING);
  now = 100;
  expect(await resolver.resolve("b.example.org", "TXT")).toEqual({
    status: "error",
    reason: "time budget used up",
  });
  expect(state.asked).toBe(1);
});

test("a question that nobody waits for any longer is given up", async () => {
  const abort = new AbortController();
  const state = { abandoned: 0 };
  const resolver = session(
    (_name, _type, signal) => {
      signal?.addEventListener("abort", () => state.abandoned++);
      return new Promise(() => {});
    },
    { signal: abort.signal, milliseconds: Number.POSITIVE_INFINITY },
  );
  const answer = resolver.resolve("example.org", "TXT");
  abort.abort();
  expect(await answer).toEqual({ status: "error", reason: "aborted" });
  expect(state.abandoned).toBe(1);
});
