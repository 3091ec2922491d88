import fc from "fast-check";
import { expect, test } from "vitest";
import { components, matchingSize, maximumMatching, usableEdges } from "./matching";

test.each<[string, number[][], number, number[][] | null]>([
  ["nothing", [], 0, []],
  ["a pair", [[0]], 1, [[0]]],
  ["a pair that forces another", [[0], [0, 1]], 2, [[0], [1]]],
  [
    "two for two",
    [
      [0, 1],
      [0, 1],
    ],
    2,
    [
      [0, 1],
      [0, 1],
    ],
  ],
  ["a free one", [[0, 1]], 1, [[0, 1]]],
  ["one too few", [[0], [0]], 1, null],
  ["a chain", [[0, 1], [1, 2], [2]], 3, [[0], [1], [2]]],
])("matches %s", (_, edges, size, usable) => {
  expect(matchingSize(edges)).toBe(size);
  expect(usableEdges(edges)).toEqual(usable);
});

test("groups share no node", () => {
  expect(components([[0, 1], [5], [1, 2], [], [5, 6]])).toEqual([
    [0, 2],
    [1, 4],
  ]);
});

test("an edge is usable exactly if the rest can still be matched without its ends", () => {
  const graph = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 4 }), { maxLength: 5 });
  fc.assert(
    fc.property(graph, (edges) => {
      const usable = usableEdges(edges);
      expect(usable === null).toBe(maximumMatching(edges).includes(-1));
      usable?.forEach((rights, left) => {
        const expected = edges[left]!.filter((right) => {
          const others = edges.flatMap((own, i) =>
            i === left ? [] : [own.filter((other) => other !== right)],
          );
          return matchingSize(others) === edges.length - 1;
        });
        expect(rights).toEqual(expected);
      });
    }),
  );
});
