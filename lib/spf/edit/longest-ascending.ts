/** The longest run of numbers, not necessarily neighbours, that ascends; of different numbers, in n log n time. */
export function longestAscending(numbers: readonly number[]): number[] {
  /** The index of the smallest number that a run of each length can end with, and of the number before each. */
  const ends: number[] = [];
  const before: number[] = [];
  for (const [index, number] of numbers.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (numbers[ends[middle]!]! < number) low = middle + 1;
      else high = middle;
    }
    before.push(ends[low - 1] ?? -1);
    ends[low] = index;
  }
  const longest: number[] = [];
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index]!) longest.push(numbers[index]!);
  return longest.reverse();
}
