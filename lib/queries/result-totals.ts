import type { PrismaClient } from "@/lib/db/reader";
import { addRow, type CountRow, type CountTable, emptyCounts } from "./count-table";
import { hoursOf, type TimeRange } from "./range";

/** Messages per result and action in a range, its bounds rounded up to whole hours. */
export async function resultTotals(reader: PrismaClient, range: TimeRange): Promise<CountTable> {
  const { first, end } = hoursOf(range);
  const rows = await reader.$queryRaw<CountRow[]>`
    SELECT "result", "action", SUM("count") AS "count" FROM "HourCount"
    WHERE "hour" >= ${first} AND "hour" < ${end} AND "count" > 0
    GROUP BY "result", "action"`;
  const table = emptyCounts();
  for (const row of rows) addRow(table, row);
  return table;
}
