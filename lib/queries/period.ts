import type { Zone } from "@/lib/logs/zone";
import { type Bucket, type BucketUnit, bucketsOf, countedFrom, startOf, wallOf } from "./calendar";
import type { TimeRange } from "./range";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** So long before, the same weekdays stand on almost the same dates. */
const YEAR = 364 * DAY;

/** A period of one's own is cut to its last ten years: a page has so many bars at most. */
const LONGEST = 3653 * DAY;

/** The ranges a page offers. */
export const PRESETS = ["24h", "7d", "30d", "90d", "1y", "all"] as const;
export type Preset = (typeof PRESETS)[number];

/** What a period can be held against: as much time before it, the same weeks a year before, or nothing. */
export const COMPARISONS = ["previous", "year", "none"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What was asked for; times are on the wall clock, as if that were UTC. */
export interface PeriodRequest {
  preset: Preset | "custom";
  /** In the first hour or day of a custom period; else null. */
  first: number | null;
  /** In the last hour or day to show, null for the newest. */
  last: number | null;
  /** A custom period's bounds are hours, not days. */
  byHour: boolean;
  compare: Comparison;
}

/** What a page shows. */
export interface Period extends TimeRange {
  preset: PeriodRequest["preset"];
  unit: BucketUnit;
  buckets: Bucket[];
  /** On the wall clock: its start, its end (exclusive), and the start of its last hour or day. */
  firstWall: number;
  endWall: number;
  lastWall: number;
  /** It ends now: "the last 30 days". */
  isCurrent: boolean;
  /** It ends with the newest message, since that is older than a day. */
  endsAtNewest: boolean;
  /** What it is compared with, as much of it as has passed of this period; null where there is nothing. */
  previous: TimeRange | null;
  /** `last` of the period before and after this one; null at the ends; "newest" for the default. */
  earlier: number | null;
  later: number | "newest" | null;
}

const DAYS = { "24h": 1, "7d": 7, "30d": 30, "90d": 90 } as const;

/** The step in which a period is moved and bounded. */
export function stepOf({ preset, byHour }: Pick<PeriodRequest, "preset" | "byHour">): "hour" | "day" {
  return preset === "24h" || (preset === "custom" && byHour) ? "hour" : "day";
}

/** The period that a request means at the time `now`, given the span of all messages. */
export function periodOf(request: PeriodRequest, data: TimeRange, zone: Zone, now: number): Period {
  const { preset } = request;
  const step = stepOf(request);
  const dataEnded = data.to <= now - DAY;
  const newest = startOf(wallOf(dataEnded ? data.to - 1 : now, zone), step);
  const chosen = preset === "all" ? null : request.last;
  const isCustom = preset === "custom" && request.first !== null && chosen !== null;
  const last =
    chosen === null ? newest : isCustom ? startOf(chosen, step) : Math.min(startOf(chosen, step), newest);
  const end = last + (step === "hour" ? HOUR : DAY);
  const { from: start, unit } = isCustom
    ? customStart(startOf(Math.max(request.first!, end - LONGEST), step), end)
    : startFor(preset === "custom" ? "30d" : preset, end, wallOf(data.from, zone));
  const buckets = bucketsOf(start, end, unit, zone);
  const range = { from: buckets[0]!.from, to: countedFrom(end, zone) };
  const length = end - start;
  const isNewest = !isCustom && last === newest;
  return {
    ...range,
    preset,
    unit,
    buckets,
    firstWall: start,
    endWall: end,
    lastWall: last,
    isCurrent: isNewest && !dataEnded,
    endsAtNewest: isNewest && dataEnded,
    previous: previousOf(request, range, { start, length }, zone, data, dataEnded ? data.to : now),
    earlier: preset === "all" || range.from <= data.from ? null : isCustom ? last - length : start - 1,
    later:
      isNewest || (isCustom && last >= newest)
        ? null
        : isCustom
          ? last + length
          : laterThan(last + length, newest),
  };
}

function laterThan(last: number, newest: number): number | "newest" {
  return last >= newest ? "newest" : last;
}

function customStart(first: number, end: number): { from: number; unit: BucketUnit } {
  return { from: first, unit: unitFor(end - first) };
}

function startFor(preset: Preset, end: number, first: number): { from: number; unit: BucketUnit } {
  if (preset === "24h") return { from: end - DAY, unit: "hour" };
  if (preset === "all") {
    const unit = unitFor(end - first);
    return { from: Math.min(startOf(first, unit), startOf(end - 1, unit)), unit };
  }
  if (preset !== "1y") return { from: end - DAYS[preset] * DAY, unit: "day" };
  const date = new Date(end);
  const yearAgo = Date.UTC(date.getUTCFullYear() - 1, date.getUTCMonth(), date.getUTCDate());
  return { from: startOf(yearAgo, "week"), unit: "week" };
}

function unitFor(length: number): BucketUnit {
  if (length <= 2 * DAY) return "hour";
  if (length <= 93 * DAY) return "day";
  return length <= 800 * DAY ? "week" : "month";
}

/** A period that is not over is compared with the same part of the other one. */
function previousOf(
  { preset, compare }: PeriodRequest,
  range: TimeRange,
  wall: { start: number; length: number },
  zone: Zone,
  data: TimeRange,
  until: number,
): TimeRange | null {
  if (preset === "all" || compare === "none") return null;
  const back = compare === "year" ? YEAR : wall.length;
  const from = countedFrom(wall.start - back, zone);
  if (data.from > from) return null;
  const passed = Math.min(range.to, Math.ceil(until / HOUR) * HOUR) - range.from;
  return passed <= 0
    ? null
    : { from, to: Math.min(from + passed, countedFrom(wall.start - back + wall.length, zone)) };
}
