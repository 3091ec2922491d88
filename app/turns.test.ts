import { expect, test } from "vitest";
import { inTurn } from "./turns";

test("three work at a time, twelve wait, and more are sent away", async () => {
  let atWork = 0;
  let most = 0;
  const ends: (() => void)[] = [];
  const work = () => {
    atWork++;
    most = Math.max(most, atWork);
    return new Promise<string>((resolve) => {
      ends.push(() => {
        atWork--;
        resolve("done");
      });
    });
  };
  const all = Array.from({ length: 20 }, (_, n) => inTurn("why", `192.${n}.2.7`, work));
  expect(await Promise.all(all.slice(15))).toEqual([null, null, null, null, null]);
  for (let ended = 0; ended < 15; ended++) {
    while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
    ends.shift()!();
  }
  expect(await Promise.all(all.slice(0, 15))).toEqual(Array(15).fill("done"));
  expect(most).toBe(3);
});

test("work that fails leaves its place to the next", async () => {
  for (let n = 0; n < 5; n++)
    await expect(inTurn("why", "192.0.2.7", () => Promise.reject(new Error("failed")))).rejects.toThrow(
      "failed",
    );
  expect(await inTurn("why", "192.0.2.7", async () => "done")).toBe("done");
});

test("a network whose work never ends leaves a place to others, at work and in the line", async () => {
  const ends: (() => void)[] = [];
  const slow = () => new Promise<string>((resolve) => ends.push(() => resolve("slow")));
  const all = Array.from({ length: 20 }, (_, n) => inTurn("why", `198.51.${n}.7`, slow));
  expect(await Promise.all(all.slice(8))).toEqual(Array(12).fill(null));
  for (let n = 0; n < 5; n++) expect(await inTurn("why", "203.0.113.9", async () => "quick")).toBe("quick");
  for (let ended = 0; ended < 8; ended++) {
    while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
    ends.shift()!();
  }
  expect(await Promise.all(all.slice(0, 8))).toEqual(Array(8).fill("slow"));
});

test("whoever fills one page leaves the other free", async () => {
  const ends: (() => void)[] = [];
  const slow = () => new Promise<string>((resolve) => ends.push(() => resolve("slow")));
  const all = Array.from({ length: 16 }, (_, n) => inTurn("records", `198.${n}.2.7`, slow));
  expect(await inTurn("records", "203.0.113.9", slow)).toBeNull();
  expect(await inTurn("why", "203.0.113.9", async () => "quick")).toBe("quick");
  for (let ended = 0; ended < 15; ended++) {
    while (ends.length === 0) await new Promise((resolve) => setImmediate(resolve));
    ends.shift()!();
  }
  await Promise.all(all);
});

test("two networks that fill the line give up a place to a third, whose turn is next", async () => {
  const ends: (() => void)[] = [];
  const slow = () => new Promise<string>((resolve) => ends.push(() => resolve("slow")));
  const all = Array.from({ length: 16 }, (_, n) => inTurn("why", `198.${n % 2}.2.7`, slow));
  const sent = await inTurn("why", "198.0.9.9", slow);
  expect(sent, "of a network that waits as much as the other").toBeNull();
  const third = inTurn("why", "203.0.113.9", async () => "quick");
  ends.shift()!();
  expect(await third, "begins as soon as anything ends").toBe("quick");
  const { length } = await endAll(all, ends);
  expect(length, "one was sent away for it").toBe(14);
});

test("a line of as many networks as it has places sends nobody away for another", async () => {
  const ends: (() => void)[] = [];
  const slow = () => new Promise<string>((resolve) => ends.push(() => resolve("slow")));
  const all = Array.from({ length: 15 }, (_, n) => inTurn("why", `198.${n}.2.7`, slow));
  expect(await inTurn("why", "203.0.113.9", slow)).toBeNull();
  expect(await endAll(all, ends)).toHaveLength(15);
});

/** Ends all work as it comes to its turn; what was done, without those sent away. */
async function endAll(all: Promise<string | null>[], ends: (() => void)[]): Promise<(string | null)[]> {
  let isDone = false;
  const done = Promise.all(all).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return (await done).filter((answer) => answer !== null);
}
