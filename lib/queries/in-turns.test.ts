import { expect, test } from "vitest";
import { inTurns } from "./in-turns";

test("results come in the list's order, with so many at work and never more", async () => {
  let atWork = 0;
  let most = 0;
  const open: (() => void)[] = [];
  const done = inTurns([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++atWork);
    await new Promise<void>((resolve) => open.push(resolve));
    atWork--;
    return item * 10;
  });
  for (let n = 0; n < 5; n++) {
    open.pop()!();
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(await done).toEqual([10, 20, 30, 40, 50]);
  expect(most).toBe(2);
});

test("an empty list has no results", async () => {
  expect(await inTurns([], 8, async () => 1)).toEqual([]);
});
