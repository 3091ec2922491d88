/** A span of time, epoch ms, both ends included. */
export type Span = [from: number, to: number];

/** The least spans that cover the given ones; where logs jump in time, what lies between is left out. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
