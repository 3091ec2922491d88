/** Where in a text ends what makes it differ from another. */
export function changeEnd(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return after.length - tail;
}
