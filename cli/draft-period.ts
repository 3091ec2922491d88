import type { PrismaClient } from "@/lib/db/reader";
import { dataSpan } from "@/lib/queries/data-span";
import { EVER, lastDays, type TimeRange } from "@/lib/queries/range";
import { readNumber } from "./arguments";
import { readTime } from "./export";
import { UsageFault } from "./fault";

export const PERIOD_OPTIONS = {
  days: { type: "string" },
  since: { type: "string" },
  until: { type: "string" },
} as const;

const DAYS = 30;

/** A time to look at, as it was asked for: with an end, or by a number of days. */
export type Period = { days: number } | TimeRange;

/** Reads --days, or --since and --until. Throws UsageFault. */
export function readPeriod(values: { days?: string; since?: string; until?: string }): Period {
  const { since, until } = values;
  const days = readNumber("days", values.days, 1, 3660);
  if (since === undefined && until === undefined) return { days: days ?? DAYS };
  if (days !== null) throw new UsageFault("takes --days, or --since and --until, not both.");
  const range = {
    from: readTime("since", since) ?? EVER.from,
    to: readTime("until", until) ?? EVER.to,
  };
  if (range.from >= range.to) throw new UsageFault("--since must be before --until.");
  return range;
}

/** The time to look at; days count back from the newest message where that is older than today. */
export async function rangeOf(period: Period, reader: PrismaClient): Promise<TimeRange> {
  return "days" in period ? lastDays(period.days, await dataSpan(reader), Date.now()) : period;
}
