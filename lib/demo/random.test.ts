import { expect, test } from "vitest";
import { Random } from "./random";

const draw = (seed: number) => {
  const random = new Random(seed);
  return Array.from({ length: 50 }, () => random.next());
};

test("the same seed gives the same numbers, another seed others", () => {
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

test("numbers stay in their range and fill it", () => {
  const random = new Random(1);
  const seen = new Set(Array.from({ length: 2_000 }, () => random.between(-3, 6)));
  expect([...seen].sort((a, b) => a - b)).toEqual([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6]);
});

test("weights are kept", () => {
  const random = new Random(2);
  const drawn = Array.from({ length: 10_000 }, () =>
    random.weighted([
      ["a", 90],
      ["b", 10],
      ["c", 0],
    ] as const),
  );
  expect(drawn.filter((value) => value === "b").length / 10_000).toBeCloseTo(0.1, 1);
  expect(drawn).not.toContain("c");
});

test("the first ranks come most, the last ones come too", () => {
  const random = new Random(3);
  const ranks = Array.from({ length: 20_000 }, () => random.zipf(1_000));
  const count = (rank: number) => ranks.filter((value) => value === rank).length;
  expect(count(0)).toBeGreaterThan(count(9) * 4);
  expect(Math.min(...ranks)).toBe(0);
  expect(Math.max(...ranks)).toBe(999);
});

test("as many events happen as are expected", () => {
  const random = new Random(4);
  const total = Array.from({ length: 2_000 }, () => random.poisson(3.5)).reduce(
    (sum, count) => sum + count,
    0,
  );
  expect(total / 2_000).toBeCloseTo(3.5, 0);
});
