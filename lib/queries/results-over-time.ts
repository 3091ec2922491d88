import { join, sqltag as sql } from "@prisma/client/runtime/client";
import type { PrismaClient } from "@/lib/db/reader";
import { addRow, type CountRow, type CountTable, emptyCounts } from "./count-table";
import { hoursOf, type TimeRange } from "./range";

/**
 * Messages per result and action in each bucket, in their order. Buckets may have any length, so that days and months of
 * any time zone are counted the same way; their bounds are rounded up to whole hours. Costs as much as the hours shown.
 */
export async function resultsOverTime(
  reader: PrismaClient,
  buckets: readonly TimeRange[],
): Promise<CountTable[]> {
  const tables = buckets.map(emptyCounts);
  if (buckets.length === 0) return tables;
  const bounds = buckets.map((bucket, n) => {
    const { first, end } = hoursOf(bucket);
    return sql`(CAST(${n} AS INTEGER), CAST(${first} AS INTEGER), CAST(${end} AS INTEGER))`;
  });
  // CROSS JOIN keeps SQLite from scanning the rollup once for all buckets.
  const rows = await reader.$queryRaw<(CountRow & { bucket: number | bigint })[]>(sql`
    WITH "Bucket"("n", "first", "end") AS (VALUES ${join(bounds)})
    SELECT b."n" AS "bucket", c."result", c."action", SUM(c."count") AS "count"
    FROM "Bucket" b CROSS JOIN "HourCount" c
    WHERE c."hour" >= b."first" AND c."hour" < b."end" AND c."count" > 0
    GROUP BY b."n", c."result", c."action"`);
  for (const row of rows) addRow(tables[Number(row.bucket)]!, row);
  return tables;
}
