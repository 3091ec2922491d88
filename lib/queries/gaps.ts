/** Hours without a message; epoch ms. `to` is null while it goes on. */
export interface Gap {
  from: number;
  to: number | null;
  /** Whole hours without a message. */
  hours: number;
}

export interface UnusualGaps {
  /** Newest first, the one that goes on not among them. */
  gaps: Gap[];
  /** Set while a host is silent for longer than it ever should be. */
  silent: Gap | null;
}

const HOUR = 3_600_000;
const WEEK = 7 * 24;
const MONTH = 30 * 24;
/** No gap up to here is unusual. */
const LEAST = 3;
/** A host of fewer hours with mail has no habit to break. */
const FEWEST_ACTIVE = 24;
const NEWEST = 20;

/**
 * The gaps that are unusual for one host. A gap counts when it is longer than 3 hours and than four times the 95th
 * percentile of the host's gaps of its last 30 days (most are 0 hours), and when the host was not just as silent a week
 * before or after, as on weekends. `active`: ascending epoch hours with messages; `end`: the hour that is not over yet.
 */
export function unusualGaps(active: readonly number[], end: number): UnusualGaps {
  const newest = active.at(-1);
  if (newest === undefined) return { gaps: [], silent: null };
  const recent = active.filter((hour) => hour > newest - MONTH);
  if (recent.length < FEWEST_ACTIVE) return { gaps: [], silent: null };
  const longest = Math.max(LEAST, 4 * percentile(gapLengths(recent), 0.95));
  const density = recent.length / (newest + 1 - recent[0]!);
  const isUnusual = (from: number, to: number) =>
    to - from > longest && !isHabit(active, from, to, end, density);
  const gaps: Gap[] = [];
  for (let i = active.length - 1; i > 0 && gaps.length < NEWEST; i--) {
    const [from, to] = [active[i - 1]! + 1, active[i]!];
    if (isUnusual(from, to)) gaps.push({ from: from * HOUR, to: to * HOUR, hours: to - from });
  }
  const since = newest + 1;
  const silent = isUnusual(since, end) ? { from: since * HOUR, to: null, hours: end - since } : null;
  return { gaps, silent };
}

/** Empty hours between each active hour and the next. */
function gapLengths(active: readonly number[]): number[] {
  return active.slice(1).map((hour, i) => hour - active[i]! - 1);
}

/** The smallest of the values that is not less than this share of them (nearest rank). */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}

/** Whether the same hours of the week before or after were as good as silent too, by how often the host has mail. */
function isHabit(active: readonly number[], from: number, to: number, end: number, density: number): boolean {
  return [-WEEK, WEEK].some((shift) => {
    const [start, stop] = [from + shift, to + shift];
    if (start < active[0]! || stop > Math.min(end, active.at(-1)! + 1)) return false;
    const busy = active.filter((hour) => hour >= start && hour < stop).length;
    return busy <= ((to - from) * density) / 10;
  });
}
