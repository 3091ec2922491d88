import type { Zone } from "@/lib/logs/zone";
import { type Bucket, type BucketUnit, bucketsOf, instantOf, startOf, wallOf } from "./calendar";
import type { TimeRange } from "./range";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The ranges a page offers. */
export const PRESETS = ["24h", "7d", "30d", "90d", "1y", "all"] as const;
export type Preset = (typeof PRESETS)[number];

/** What was asked for; `last` is a wall clock time in the last hour or day to show, null for the newest. */
export interface PeriodRequest {
  preset: Preset;
  last: number | null;
}

/** What a page shows. */
export interface Period extends TimeRange {
  preset: Preset;
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
  /** As much time as has passed of this period, before it; null where there is nothing to compare with. */
  previous: TimeRange | null;
  /** `last` of the period before and after this one; null at the ends; "newest" for the default. */
  earlier: number | null;
  later: number | "newest" | null;
}

const DAYS = { "24h": 1, "7d": 7, "30d": 30, "90d": 90 } as const;

/** The period that a request means at the time `now`, given the span of all messages. */
export function periodOf(request: PeriodRequest, data: TimeRange, zone: Zone, now: number): Period {
  const { preset } = request;
  const step = preset === "24h" ? "hour" : "day";
  const endsAtNewest = data.to <= now - DAY;
  const newest = startOf(wallOf(endsAtNewest ? data.to - 1 : now, zone), step);
  const chosen = preset === "all" ? null : request.last;
  const last = chosen === null ? newest : Math.min(startOf(chosen, step), newest);
  const end = last + (step === "hour" ? HOUR : DAY);
  const { from: start, unit } = startFor(preset, end, wallOf(data.from, zone));
  const buckets = bucketsOf(start, end, unit, zone);
  const range = { from: buckets[0]!.from, to: instantOf(end, zone) };
  const length = end - start;
  return {
    ...range,
    preset,
    unit,
    buckets,
    firstWall: start,
    endWall: end,
    lastWall: last,
    isCurrent: last === newest && !endsAtNewest,
    endsAtNewest: last === newest && endsAtNewest,
    previous: previousOf(preset, range, instantOf(start - length, zone), data, endsAtNewest ? data.to : now),
    earlier: preset === "all" || range.from <= data.from ? null : start - 1,
    later: last === newest ? null : last + length >= newest ? "newest" : last + length,
  };
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

/** A period that is not over is compared with the same part of the one before. */
function previousOf(preset: Preset, range: TimeRange, from: number, data: TimeRange, until: number) {
  if (preset === "all" || data.from > from) return null;
  const passed = Math.min(range.to, Math.ceil(until / HOUR) * HOUR) - range.from;
  return { from, to: Math.min(from + passed, range.from) };
}
