import { sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import type { FilterSql } from "./filter-sql";
import type { TimeRange } from "./range";

const HOUR = 3_600_000;
/** So many messages are looked at, at most, where no index and no rollup helps. */
const MOST = 500_000;

/**
 * The part of a range that is counted under a filter: all of it, or its newest whole hours where each message must be
 * looked at and there are too many.
 */
export async function countedPart(
  ask: Ask,
  range: TimeRange,
  { rollup, index }: FilterSql,
  most = MOST,
): Promise<TimeRange> {
  if (rollup !== null || index !== null) return range;
  const [row] =
    await ask(sql`SELECT "time" FROM "Message" WHERE "time" >= ${range.from} AND "time" < ${range.to}
    ORDER BY "time" DESC LIMIT 1 OFFSET ${most}`);
  if (!row) return range;
  const from = Math.ceil(Number(row.time) / HOUR) * HOUR;
  return { from: Math.min(from, range.to), to: range.to };
}
