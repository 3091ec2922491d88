import { empty, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import { COUNTED_ACTIONS, type CountedAction } from "./count-table";
import { isOfRollup } from "./filter";
import type { FilterSql } from "./filter-sql";
import { hoursOf, type TimeRange } from "./range";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A checked domain and its messages with fail or softfail. */
export interface FailingDomain {
  name: string;
  fail: number;
  softfail: number;
  /** fail and softfail together, by what became of them. */
  actions: Record<CountedAction, number>;
}

const COLUMNS = COUNTED_ACTIONS.map(
  (word, action) => `SUM(CASE "action" WHEN ${action} THEN "count" ELSE 0 END) AS "${word}"`,
);

/**
 * The domains with most messages that failed, at most `limit`, in the range's whole hours. Whole days (UTC) come from
 * the rollup where it knows what the filter asks for; all else from the messages.
 */
export async function failingDomains(
  ask: Ask,
  range: TimeRange,
  filter: FilterSql,
  limit: number,
): Promise<FailingDomain[]> {
  const { first, end } = hoursOf(range);
  const [from, to] = [first * HOUR, end * HOUR];
  const isRolledUp = filter.rollup !== null && isOfRollup(filter.filter, ["result", "action"]);
  const firstDay = Math.ceil(from / DAY);
  const endDay = isRolledUp ? Math.max(firstDay, Math.floor(to / DAY)) : firstDay;
  const [headEnd, tailStart] = [Math.min(to, firstDay * DAY), Math.min(to, endDay * DAY)];
  const edges = sql`(m."time" >= ${from} AND m."time" < ${headEnd}) OR (m."time" >= ${tailStart} AND m."time" < ${to})`;
  const rows = await ask(sql`
    WITH RECURSIVE ${daysOf(firstDay, endDay)}, "Failed"("domainId", "result", "action", "count") AS (
      ${isRolledUp ? sql`${ofDays(filter.rollup!)} UNION ALL` : empty}
      SELECT m."domainId", m."result", m."fate", 1 FROM "Message" m
      WHERE (${edges}) AND (m."action" <> 0 OR m."result" <> 0) AND m."result" IN (1, 2)
        AND m."domainId" IS NOT NULL AND ${filter.message}
    ), "Top" AS (
      SELECT "domainId", SUM("count") AS "total", ${raw(COLUMNS.join(", "))},
        SUM(CASE "result" WHEN 1 THEN "count" ELSE 0 END) AS "fail",
        SUM(CASE "result" WHEN 2 THEN "count" ELSE 0 END) AS "softfail"
      FROM "Failed" GROUP BY "domainId" ORDER BY "total" DESC, "domainId" LIMIT ${limit}
    )
    SELECT n."name", t.* FROM "Top" t JOIN "Domain" n ON n."id" = t."domainId"
    ORDER BY t."total" DESC, t."domainId"`);
  return rows.map((row) => ({
    name: String(row.name),
    fail: Number(row.fail),
    softfail: Number(row.softfail),
    actions: Object.fromEntries(COUNTED_ACTIONS.map((word) => [word, Number(row[word])])) as Record<
      CountedAction,
      number
    >,
  }));
}

/** Day by day, since SQLite would otherwise read the passed messages' domains too; 1 and 2 are fail and softfail. */
function daysOf(first: number, end: number): Sql {
  return sql`"Day"("n") AS (
    SELECT CAST(${first} AS INTEGER) WHERE CAST(${first} AS INTEGER) < CAST(${end} AS INTEGER)
    UNION ALL SELECT "n" + 1 FROM "Day" WHERE "n" + 1 < CAST(${end} AS INTEGER))`;
}

function ofDays(condition: Sql): Sql {
  return sql`SELECT c."domainId", c."result", c."action", c."count" FROM "Day" d CROSS JOIN "DayCount" c
    WHERE c."day" = d."n" AND c."result" IN (1, 2) AND c."count" > 0 AND ${condition}`;
}
