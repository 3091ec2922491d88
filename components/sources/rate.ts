const HOUR = 3_600_000;

/** Lines per hour of the time that a log's lines tell of; null where they tell of none. */
export function linesPerHour(log: {
  lines: number;
  firstTime: number | null;
  lastTime: number | null;
}): number | null {
  if (log.firstTime === null || log.lastTime === null || log.lastTime <= log.firstTime) return null;
  return log.lines / Math.max(1, (log.lastTime - log.firstTime) / HOUR);
}
