import { expect, test } from "vitest";
import { domainName } from "@/lib/demo/names";
import { benchLog } from "./bench";
import { describeMix, linesOf } from "./mix";

const MEGABYTE = 1_000_000;
const whole = (bytes: number, seed: number) => Buffer.concat([...benchLog(bytes, seed)]);

test("the same seed gives the same bytes, a longer log begins with the shorter one", () => {
  const short = whole(MEGABYTE, 5);
  const long = whole(3 * MEGABYTE, 5);
  expect(short.equals(whole(MEGABYTE, 5))).toBe(true);
  expect(long.subarray(0, short.length).equals(short)).toBe(true);
  expect(whole(MEGABYTE, 6).equals(short)).toBe(false);
});

test("a log is as long as asked for, to the line, in chunks that end with one", () => {
  const chunks = [...benchLog(3 * MEGABYTE, 1)];
  const size = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  expect(size).toBeGreaterThanOrEqual(3 * MEGABYTE);
  expect(size).toBeLessThan(3 * MEGABYTE + 1024);
  for (const chunk of chunks) expect(chunk.at(-1)).toBe(10);
});

test("lines follow each other in time, transactions are interleaved, none is longer than 1024 bytes", () => {
  const lines = [...linesOf(benchLog(4 * MEGABYTE, 2))];
  const stamps = lines.map((line) => line.slice(4, 15));
  expect(stamps).toEqual([...stamps].sort());
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(1024);
  const ids = lines.map((line) => /: ([0-9A-Za-z]{14,18}): /.exec(line)?.[1]);
  const closed = new Set<string>();
  let reopened = 0;
  for (const [index, id] of ids.entries()) {
    if (id !== undefined && id !== ids[index - 1] && closed.has(id)) reopened++;
    if (id !== undefined) closed.add(id);
  }
  expect(reopened).toBeGreaterThan(lines.length / 10);
});

test("the mix is that of a busy server", () => {
  const mix = describeMix(linesOf(benchLog(10 * MEGABYTE, 3)));
  const stated = Object.values(mix.results).reduce((sum, count) => sum + count, 0);
  expect(mix.lines).toBeGreaterThan(43_000);
  expect(mix.lines).toBeLessThan(52_000);
  expect((mix.envelopes + mix.deliveries) / mix.lines).toBeGreaterThan(0.55);
  expect(mix.other / mix.lines).toBeGreaterThan(0.03);
  expect(mix.other / mix.lines).toBeLessThan(0.085);
  expect(mix.results.pass / stated).toBeGreaterThan(0.7);
  expect(mix.refusals).toBeGreaterThan(1_000);
  expect(mix.severalRecipients).toBeGreaterThan(0.008);
  expect(mix.severalRecipients).toBeLessThan(0.025);
  expect(mix.domains).toBeGreaterThan(4_000);
  expect(mix.clients).toBeGreaterThan(6_000);
});

test("no two domains share a name", () => {
  expect(new Set(Array.from({ length: 60_000 }, (_, index) => domainName(index))).size).toBe(60_000);
});
