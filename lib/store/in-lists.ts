const SIZES = [1, 8, 64, 512];

/** Values in portions for `IN (…)`, of few sizes, so that few statements are prepared; the last value is repeated. */
export function* inLists<T extends string | number>(
  given: readonly T[],
): Generator<{ marks: string; values: T[] }> {
  const largest = SIZES.at(-1)!;
  for (let from = 0; from < given.length; from += largest) {
    const values = given.slice(from, from + largest);
    const size = SIZES.find((candidate) => candidate >= values.length)!;
    while (values.length < size) values.push(values.at(-1)!);
    yield { marks: MARKS.get(size)!, values };
  }
}

const MARKS = new Map(SIZES.map((size) => [size, new Array(size).fill("?").join(", ")]));
