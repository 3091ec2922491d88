import { expect, test } from "vitest";
import type { Answer, Resolver } from "@/lib/spf/resolver";
import { boundedResolver, type DnsBounds } from "./bounded-resolver";

const NOTHING: Answer = { status: "void", reason: "nodata" };
const REFUSED: Answer = { status: "error", reason: "budget" };

/** A resolver of bounds, and what it asked below. */
function bounded(bounds: Partial<DnsBounds> = {}, resolve: Resolver["resolve"] = () => NOTHING) {
  const asked: string[] = [];
  const below: Resolver = {
    resolve(name, type) {
      asked.push(`${type} ${name}`);
      return resolve(name, type);
    },
  };
  const resolver = boundedResolver(below, { questions: 9, until: 100, clock: () => 0, ...bounds });
  return { asked, ask: (name: string, type: "A" | "TXT" = "A") => resolver.resolve(name, type) };
}

test("asks the same question once, in any case, while it waits and after", async () => {
  const { asked, ask } = bounded({}, async () => NOTHING);
  expect(await Promise.all([ask("a.example"), ask("A.example")])).toEqual([NOTHING, NOTHING]);
  expect(ask("a.EXAMPLE")).toBe(NOTHING);
  await ask("a.example", "TXT");
  expect(asked).toEqual(["A a.example", "TXT a.example"]);
});

test("asks so many questions and no more, and keeps what it knows", () => {
  const { asked, ask } = bounded({ questions: 2 });
  for (const name of ["a", "b", "c"]) ask(name);
  expect(ask("c")).toEqual(REFUSED);
  expect(ask("a")).toBe(NOTHING);
  expect(asked).toEqual(["A a", "A b"]);
});

test("asks nothing once its time is over, or nobody waits any more", () => {
  let now = 0;
  const late = bounded({ clock: () => now });
  expect(late.ask("a")).toBe(NOTHING);
  now = 100;
  expect(late.ask("b")).toEqual(REFUSED);
  const abort = new AbortController();
  const left = bounded({ signal: abort.signal });
  abort.abort();
  expect(left.ask("a")).toEqual(REFUSED);
  expect(left.asked).toEqual([]);
});

test("takes a resolver that throws, or breaks its promise, for one that gave no answer", async () => {
  const failed: Answer = { status: "error", reason: "failed" };
  const throwing = bounded({}, () => {
    throw new Error("broken");
  });
  expect(throwing.ask("a")).toEqual(failed);
  const breaking = bounded({}, () => Promise.reject(new Error("broken")));
  expect(await breaking.ask("a")).toEqual(failed);
  expect(await breaking.ask("a")).toEqual(failed);
  expect(breaking.asked).toEqual(["A a"]);
});
