import type { Address } from "@/components/ui/address";
import type { PrismaClient } from "@/lib/db/reader";
import type { Zone } from "@/lib/logs/zone";
import { askReader } from "@/lib/queries/ask";
import { sumOf } from "@/lib/queries/count-table";
import { dataSpan } from "@/lib/queries/data-span";
import { failingDomains } from "@/lib/queries/failing-domains";
import { filterSql } from "@/lib/queries/filter-sql";
import { insightsOf } from "@/lib/queries/insights";
import { choosableNames } from "@/lib/queries/names";
import { newestRefusals } from "@/lib/queries/newest-refusals";
import { periodOf } from "@/lib/queries/period";
import { refusedMost } from "@/lib/queries/refused-most";
import { resultsOverTime, resultTotals } from "@/lib/queries/results-over-time";
import { countedPart } from "@/lib/queries/scan-window";

const DOMAINS = 10;
const RANKED = 8;
const REFUSALS = 15;
const DAY = 86_400_000;

/** All that the overview shows; null where there is no message at all. */
export async function loadOverview(reader: PrismaClient, address: Address, zone: Zone, now: number) {
  const data = await dataSpan(reader);
  if (data === null) return null;
  const ask = askReader(reader);
  const period = periodOf(address, data, zone, now);
  const filter = await filterSql(ask, address.filter);
  const counted = await countedPart(ask, period, filter);
  const tables = await resultsOverTime(ask, period.buckets.map(within(counted)), filter);
  // A part of a period is held against nothing.
  const isWhole = counted.from === period.from;
  const before = isWhole && period.previous ? await resultTotals(ask, period.previous, filter) : null;
  const domains = await failingDomains(ask, counted, filter, DOMAINS);
  const until = data.to <= now - DAY ? data.to : now;
  return {
    period,
    data,
    counted,
    tables,
    // Summed here, so that the totals are those of the chart even while messages come in.
    totals: sumOf(tables),
    before,
    domains,
    refused: await refusedMost(ask, counted, filter, RANKED),
    refusals: await newestRefusals(ask, counted, filter, REFUSALS),
    insights: address.filter.length === 0 ? await insightsOf(ask, period, domains, until) : [],
    names: await choosableNames(reader),
  };
}

type Range = { from: number; to: number };

/** Cuts a bucket to what is counted. */
const within =
  (range: Range) =>
  ({ from, to }: Range): Range => {
    const start = Math.min(Math.max(from, range.from), range.to);
    return { from: start, to: Math.max(start, Math.min(to, range.to)) };
  };
