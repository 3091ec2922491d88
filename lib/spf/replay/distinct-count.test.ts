import { expect, test } from "vitest";
import { DistinctCount } from "./distinct-count";

test("each text counts once, however many and alike they are", () => {
  const counted = new DistinctCount();
  for (let round = 0; round < 2; round++) {
    for (let n = 0; n < 100_000; n++) counted.add(`${n % 300} ${n >> 4} bounce+${n}@example.com`);
    counted.add("");
    counted.add("\0");
    expect(counted.count).toBe(100_002);
  }
});

test("what came is known among many, and beyond the room there is no more is counted", () => {
  const counted = new DistinctCount(2 ** 16);
  for (let n = 0; n < 60_000; n++) counted.add(`${n}`);
  const most = counted.count;
  expect(most).toBeGreaterThan(45_000);
  expect(most).toBeLessThan(47_000);
  for (let n = 0; n < 70_000; n += 7) counted.add(`${n}`);
  expect(counted.count).toBe(most);
});
