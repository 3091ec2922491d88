import { join, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import { addRow, type CountTable, emptyCounts } from "./count-table";
import type { FilterSql } from "./filter-sql";
import { hoursOf, type TimeRange } from "./range";

const HOUR = 3_600_000;
const DAY = 24;

/**
 * Messages per result and action in each bucket, in their order. Buckets may have any length, so that days and months of
 * any time zone are counted the same way; their bounds are rounded up to whole hours. Costs as much as the hours shown,
 * or as the messages where the filter asks for more than the rollups know.
 */
export async function resultsOverTime(
  ask: Ask,
  buckets: readonly TimeRange[],
  { rollup, message }: FilterSql,
): Promise<CountTable[]> {
  const tables = buckets.map(emptyCounts);
  if (buckets.length === 0) return tables;
  const rows = await ask(rollup === null ? ofMessages(buckets, message) : ofRollups(buckets, rollup));
  for (const { bucket, result, action, count } of rows) {
    addRow(tables[Number(bucket)]!, { result: Number(result), action: Number(action), count: Number(count) });
  }
  return tables;
}

/** Messages per result and action in a range. */
export async function resultTotals(ask: Ask, range: TimeRange, filter: FilterSql): Promise<CountTable> {
  const [table] = await resultsOverTime(ask, [range], filter);
  return table!;
}

// CROSS JOIN keeps SQLite from scanning the counted table once for all buckets.
function ofMessages(buckets: readonly TimeRange[], condition: Sql): Sql {
  const bounds = buckets.map((bucket) => hoursOf(bucket));
  const spans = bounds.map(({ first, end }, bucket) => ({ bucket, from: first * HOUR, to: end * HOUR }));
  return sql`WITH ${spanTable("Bucket", spans)}
    SELECT b."n" AS "bucket", COALESCE(m."result", 7) AS "result", m."fate" AS "action", COUNT(*) AS "count"
    FROM "Bucket" b CROSS JOIN "Message" m
    WHERE m."time" >= b."from" AND m."time" < b."to" AND ${condition}
    GROUP BY b."n", m."result", m."fate"`;
}

/** Whole days (UTC) are counted by the day, the hours before and after them by the hour. */
function ofRollups(buckets: readonly TimeRange[], condition: Sql): Sql {
  const hours: Span[] = [];
  const days: Span[] = [];
  for (const [bucket, range] of buckets.entries()) {
    const { first, end } = hoursOf(range);
    const firstDay = Math.ceil(first / DAY);
    const endDay = Math.floor(end / DAY);
    if (firstDay >= endDay) {
      hours.push({ bucket, from: first, to: end });
      continue;
    }
    hours.push({ bucket, from: first, to: firstDay * DAY }, { bucket, from: endDay * DAY, to: end });
    days.push({ bucket, from: firstDay, to: endDay });
  }
  const parts = [
    sql`SELECT b."n", c."result", c."action", c."count" FROM "Hours" b CROSS JOIN "HourCount" c
    WHERE c."hour" >= b."from" AND c."hour" < b."to" AND c."count" > 0 AND ${condition}`,
  ];
  const tables = [spanTable("Hours", hours)];
  if (days.length > 0) {
    tables.push(spanTable("Days", days));
    parts.push(sql`SELECT b."n", c."result", c."action", c."count" FROM "Days" b CROSS JOIN "HostDayCount" c
      WHERE c."day" >= b."from" AND c."day" < b."to" AND c."count" > 0 AND ${condition}`);
  }
  return sql`WITH ${join(tables)}, "Part"("n", "result", "action", "count") AS (${join(parts, " UNION ALL ")})
    SELECT "n" AS "bucket", "result", "action", SUM("count") AS "count" FROM "Part"
    GROUP BY "n", "result", "action"`;
}

interface Span {
  bucket: number;
  from: number;
  to: number;
}

function spanTable(name: "Bucket" | "Hours" | "Days", spans: Span[]): Sql {
  const rows = spans.map(
    ({ bucket, from, to }) =>
      sql`(CAST(${bucket} AS INTEGER), CAST(${from} AS BIGINT), CAST(${to} AS BIGINT))`,
  );
  const names = { Bucket: sql`"Bucket"`, Hours: sql`"Hours"`, Days: sql`"Days"` };
  return sql`${names[name]}("n", "from", "to") AS (VALUES ${join(rows)})`;
}
