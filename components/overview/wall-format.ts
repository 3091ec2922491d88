import type { DateTimeFormatOptions, useFormatter } from "next-intl";
import type { Zone } from "@/lib/logs/zone";
import { type Bucket, type BucketUnit, wallOf } from "@/lib/queries/calendar";

type Formatter = ReturnType<typeof useFormatter>;

const DAY = 86_400_000;
const DATE = { timeZone: "UTC", year: "numeric", month: "short", day: "numeric" } as const;
const CLOCK = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;

/** A wall clock time's day, and its hour where hours are what is shown. */
export function wallDay(format: Formatter, wall: number, unit: BucketUnit): string {
  return format.dateTime(wall, unit === "hour" ? { ...DATE, ...CLOCK } : DATE);
}

/** An instant on the wall clock of a zone, to the minute. */
export function instantText(format: Formatter, instant: number, zone: Zone): string {
  return format.dateTime(wallOf(instant, zone), { ...DATE, ...CLOCK });
}

/** The name of a bucket, for an axis and in full. */
export function bucketName(
  format: Formatter,
  { wall }: Bucket,
  unit: BucketUnit,
): { short: string; full: string } {
  const of = (options: DateTimeFormatOptions, at = wall) =>
    format.dateTime(at, { ...options, timeZone: "UTC" });
  const monthDay = { month: "short", day: "numeric" } as const;
  switch (unit) {
    case "hour":
      return { short: of(CLOCK), full: of({ ...monthDay, ...CLOCK }) };
    case "day":
      return { short: of(monthDay), full: of({ ...DATE, weekday: "short" }) };
    case "week":
      return { short: of(monthDay), full: `${of(DATE)} – ${of(monthDay, wall + 6 * DAY)}` };
    case "month":
      return { short: of({ year: "2-digit", month: "short" }), full: of({ year: "numeric", month: "long" }) };
  }
}

/** An instant on the wall clock of a zone, to the second; the year only where it is not this one. */
export function wallSecond(format: Formatter, instant: number, zone: Zone): string {
  const wall = wallOf(instant, zone);
  const isThisYear = new Date(wall).getUTCFullYear() === new Date().getUTCFullYear();
  return format.dateTime(wall, {
    ...DATE,
    ...CLOCK,
    second: "2-digit",
    ...(isThisYear ? { year: undefined } : {}),
  });
}
