import { sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import { isOfRollup } from "./filter";
import type { FilterSql } from "./filter-sql";
import type { TimeRange } from "./range";

const HOUR = 3_600_000;
/** So many messages are looked at, at most, where no index and no rollup helps. */
const MOST = 100_000;

/**
 * The part of a range that is counted under a filter: all of it, or its newest whole hours where each message must be
 * looked at and there are too many.
 */
export async function countedPart(
  ask: Ask,
  range: TimeRange,
  filter: FilterSql,
  most = MOST,
): Promise<TimeRange> {
  if (filter.rollup !== null || (await isFew(ask, range, filter, most))) return range;
  const [row] =
    await ask(sql`SELECT "time" FROM "Message" WHERE "time" >= ${range.from} AND "time" < ${range.to}
    ORDER BY "time" DESC LIMIT 1 OFFSET ${most}`);
  if (!row) return range;
  const from = Math.ceil(Number(row.time) / HOUR) * HOUR;
  return { from: Math.min(from, range.to), to: range.to };
}

/** Whether an index leads to so few messages of a range that all of them can be looked at. */
export async function isFew(
  ask: Ask,
  { from, to }: TimeRange,
  filter: FilterSql,
  most: number,
): Promise<boolean> {
  if (filter.indexed === null) return false;
  // An index that holds all that is asked needs no look at the messages themselves.
  if (filter.filter.length > 1 || !isOfRollup(filter.filter, ["domain", "client"])) {
    const [row] = await ask(sql`SELECT COUNT(*) AS "count" FROM (
      SELECT 1 FROM "Message" m WHERE ${filter.indexed} AND m."time" >= ${from} AND m."time" < ${to} LIMIT ${most + 1}) s`);
    return Number(row!.count) <= most;
  }
  return true;
}
