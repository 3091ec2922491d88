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
