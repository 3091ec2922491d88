import { expect, test } from "vitest";
import { billOf } from "./bill.fixture";
import { cheapestRemoval } from "./cheapest-removal";

/** A zone with the domains c1 … c9.example, an include of each costing 1 … 9. */
const ZONE = Object.fromEntries(
  Array.from({ length: 9 }, (_, i) => [`c${i + 1}.example`, [`TXT v=spf1${" ptr".repeat(i)} -all`]]),
);

test.each([
  [[], [], 0],
  [[5, 4, 1], [], 10],
  [[5, 4, 2], [2], 9],
  [[1, 5, 5, 4], [5], 10],
  [[9, 3, 9], [9, 3], 9],
  [[9, 9, 9], [9, 9], 9],
  [[6, 3, 2, 1], [2], 10],
])("of includes that cost %j, %j go", (costs, gone, lookups) => {
  const text = ["v=spf1", ...costs.map((cost) => `include:c${cost}.example`), "-all"].join(" ");
  const removal = cheapestRemoval(billOf(ZONE, { domain: "d.example", text }));
  expect(removal.lookups).toBe(lookups);
  expect(removal.terms.map((term) => term.lookups).toSorted()).toEqual([...gone].toSorted());
});

test("single terms can go too, in the order of the record", () => {
  const text = `v=spf1 ${Array.from({ length: 12 }, (_, i) => `exists:e${i}.example`).join(" ")} -all`;
  const { terms, lookups } = cheapestRemoval(billOf({}, { domain: "d.example", text }));
  expect(lookups).toBe(10);
  expect(terms.map((term) => term.text)).toEqual(["exists:e10.example", "exists:e11.example"]);
});
