import type { Random } from "@/lib/demo/random";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** How mail spreads over the hours of a working day, and of a day off; each sums to about 1. */
const WORKING = [
  1, 0.8, 0.6, 0.5, 0.6, 1, 2, 4, 8, 11, 10, 9, 5, 8, 9.5, 9, 8, 6, 4, 3, 2.5, 2, 1.5, 1.2,
].map((percent) => percent / 108.2);
const OFF = [3, 2.5, 2, 1.8, 1.8, 2, 2.5, 3, 4, 5, 5.5, 5.5, 5, 5, 5, 5, 5, 5, 5, 5.5, 5.5, 5, 4.5, 4].map(
  (percent) => percent / 98.1,
);

/** Whether the day that begins at `midnight` (epoch ms, of a clock `utcOffset` minutes east) is one of the five working days. */
export function isWorkingDay(midnight: number, utcOffset: number): boolean {
  const weekday = new Date(midnight + utcOffset * 60_000).getUTCDay();
  return weekday >= 1 && weekday <= 5;
}

/** When mail arrives on a day of which `mean` messages are expected, earliest first, in epoch ms. */
export function arrivals(midnight: number, mean: number, isWorking: boolean, random: Random): number[] {
  const times = (isWorking ? WORKING : OFF).flatMap((share, hour) =>
    Array.from({ length: random.poisson(mean * share) }, () => midnight + hour * HOUR + random.next() * HOUR),
  );
  return times.sort((a, b) => a - b);
}
