import type { PrismaClient } from "@/lib/db/reader";
import type { Zone } from "@/lib/logs/zone";
import { sumOf } from "@/lib/queries/count-table";
import { dataSpan } from "@/lib/queries/data-span";
import { failingDomains } from "@/lib/queries/failing-domains";
import { logCoverage } from "@/lib/queries/log-coverage";
import { newestRefusals } from "@/lib/queries/newest-refusals";
import { type PeriodRequest, periodOf } from "@/lib/queries/period";
import { resultTotals } from "@/lib/queries/result-totals";
import { resultsOverTime } from "@/lib/queries/results-over-time";

const DOMAINS = 10;
const REFUSALS = 15;
const LOGS = 30;
const SAMPLES = 5;

/** All that the overview shows; `period` is null where there is no message at all. */
export type Overview = Awaited<ReturnType<typeof loadOverview>>;

/** Asks the database for the overview of a period. */
export async function loadOverview(reader: PrismaClient, request: PeriodRequest, zone: Zone, now: number) {
  const [data, coverage] = await Promise.all([dataSpan(reader), logCoverage(reader, LOGS, SAMPLES)]);
  if (data === null) return { period: null, coverage };
  const period = periodOf(request, data, zone, now);
  const [tables, before, domains, refusals] = await Promise.all([
    resultsOverTime(reader, period.buckets),
    period.previous && resultTotals(reader, period.previous),
    failingDomains(reader, period, DOMAINS),
    newestRefusals(reader, period, REFUSALS),
  ]);
  // Summed here, so that the totals are those of the chart even while messages come in.
  return { period, coverage, data, tables, totals: sumOf(tables), before, domains, refusals };
}
