/** A span of time, epoch ms, from inclusive to exclusive. */
export interface TimeRange {
  from: number;
  to: number;
}

/** All times that a date can have. */
export const EVER: TimeRange = { from: -8.64e15, to: 8.64e15 };

const HOUR = 3_600_000;

/** The whole hours of a range as the rollups number them; an hour belongs where it starts. */
export function hoursOf({ from, to }: TimeRange): { first: number; end: number } {
  return { first: Math.ceil(from / HOUR), end: Math.ceil(to / HOUR) };
}

const DAY = 24 * HOUR;

/**
 * The last so many days: up to now, or where the newest of all messages (`data`) is older than a day, up to that one. It
 * begins with a whole hour, as the lists of messages that it leads to do.
 */
export function lastDays(days: number, data: TimeRange | null, now: number): TimeRange {
  const to = data !== null && data.to <= now - DAY ? data.to : now + 1;
  return { from: Math.floor((to - days * DAY) / HOUR) * HOUR, to };
}
