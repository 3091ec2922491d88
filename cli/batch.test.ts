import { once } from "node:events";
import { PassThrough } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { readConfig } from "@/lib/config/config";
import { type Answered, answerLines } from "./batch";
import type { Call } from "./command";
import { FAILED, OK } from "./fault";

function open() {
  const [input, out, err] = [new PassThrough(), new PassThrough(), new PassThrough()];
  const stop = new AbortController();
  const call: Call = { args: [], config: readConfig({}), input, out, err, stop: stop.signal };
  return { call, input, out, stop };
}

test("an answer comes before the next line does", async () => {
  const { call, input, out } = open();
  const ended = answerLines(call, (line) => ({ twice: Number(line.n) * 2 }));
  for (const n of [1, 2, 3]) {
    input.write(`{"id":${n},"n":${n}}\n`);
    const [chunk] = await once(out, "data");
    expect(JSON.parse(String(chunk))).toEqual({ id: n, twice: n * 2 });
  }
  input.end();
  expect(await ended).toBe(OK);
});

test("answers keep the order of their lines, whichever is ready first", async () => {
  const { call, input, out } = open();
  let said = "";
  out.on("data", (chunk) => {
    said += chunk;
  });
  input.end(Array.from({ length: 200 }, (_, id) => JSON.stringify({ id })).join("\n"));
  const code = await answerLines(call, async ({ id }) => {
    await wait((Number(id) * 7) % 5);
    return {};
  });
  expect(code).toBe(OK);
  const ids = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).id);
  expect(ids).toEqual(Array.from({ length: 200 }, (_, id) => id));
});

test("the end of the program ends it, though the input stays open, and nothing is made up", async () => {
  const { call, input, out, stop } = open();
  let said = "";
  out.on("data", (chunk) => {
    said += chunk;
  });
  const ended = answerLines(
    call,
    () =>
      new Promise<Answered>((resolve) => {
        stop.signal.addEventListener("abort", () => resolve({ id: 0 }));
      }),
  );
  input.write('{"id":1}\n{"id":2}\n');
  await wait(20);
  stop.abort();
  expect(await ended).toBe(FAILED);
  expect(said).toBe("");
});

test("no character of an answer moves a terminal", async () => {
  const { call, input, out } = open();
  let said = "";
  out.on("data", (chunk) => {
    said += chunk;
  });
  input.end(`${JSON.stringify({ id: "\u009b31m\u202e" })}\n`);
  await answerLines(call, () => ({}));
  expect(said).toBe('{"id":"\\u009b31m\\u202e"}\n');
});
