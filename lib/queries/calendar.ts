import type { Zone } from "@/lib/logs/zone";
import type { TimeRange } from "./range";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;

/** How long the buckets of a chart are. */
export type BucketUnit = "hour" | "day" | "week" | "month";

/** One bucket; `wall` is its start on the wall clock, as if that were UTC, for its label. */
export interface Bucket extends TimeRange {
  wall: number;
}

/** Epoch ms of a wall clock time. */
export function instantOf(wall: number, zone: Zone): number {
  return wall - zone(wall) * MINUTE;
}

/** The first whole hour of UTC at or after a wall clock time: whole hours are what is counted. */
export function countedFrom(wall: number, zone: Zone): number {
  return Math.ceil(instantOf(wall, zone) / HOUR) * HOUR;
}

/** The wall clock time at an instant, both as ms. */
export function wallOf(instant: number, zone: Zone): number {
  return instant + zone.at(instant) * MINUTE;
}

/** The start of the hour, day, week (Monday) or month that a wall clock time lies in. */
export function startOf(wall: number, unit: BucketUnit): number {
  if (unit === "hour") return Math.floor(wall / HOUR) * HOUR;
  const day = Math.floor(wall / DAY);
  if (unit === "day") return day * DAY;
  // Day 0 of the epoch was a Thursday.
  if (unit === "week") return (day - ((((day + 3) % 7) + 7) % 7)) * DAY;
  const date = new Date(wall);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** The start of the unit after the one that begins at `wall`. */
export function nextOf(wall: number, unit: BucketUnit): number {
  if (unit === "month") {
    const date = new Date(wall);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1);
  }
  return wall + { hour: HOUR, day: DAY, week: 7 * DAY }[unit];
}

/** Cuts a span of the wall clock into buckets; `from` must be the start of one, the last may be cut short. */
export function bucketsOf(from: number, to: number, unit: BucketUnit, zone: Zone): Bucket[] {
  if (unit === "hour") return hourBuckets(from, to, zone);
  const buckets: Bucket[] = [];
  for (let wall = from; wall < to; ) {
    const next = nextOf(wall, unit);
    buckets.push({ wall, from: countedFrom(wall, zone), to: countedFrom(Math.min(next, to), zone) });
    wall = next;
  }
  return buckets;
}

/** By true hours: the clock skips one in spring and repeats one in autumn. */
function hourBuckets(from: number, to: number, zone: Zone): Bucket[] {
  const buckets: Bucket[] = [];
  const end = countedFrom(to, zone);
  for (let start = countedFrom(from, zone); start < end; start += HOUR) {
    buckets.push({ wall: startOf(wallOf(start, zone), "hour"), from: start, to: start + HOUR });
  }
  return buckets;
}
