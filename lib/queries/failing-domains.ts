import { raw, sqltag as sql } from "@prisma/client/runtime/client";
import type { PrismaClient } from "@/lib/db/reader";
import { COUNTED_ACTIONS, type CountedAction } from "./count-table";
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

type Row = Record<"fail" | "softfail" | CountedAction, number | bigint> & { name: string };

const COLUMNS = COUNTED_ACTIONS.map(
  (word, action) => `SUM(CASE "action" WHEN ${action} THEN "count" ELSE 0 END) AS "${word}"`,
);

/**
 * The domains with most messages that failed, at most `limit`. Whole days (UTC) come from the rollup, the hours before
 * and after them from the messages, so that the numbers are those of the range's whole hours.
 */
export async function failingDomains(
  reader: PrismaClient,
  range: TimeRange,
  limit: number,
): Promise<FailingDomain[]> {
  const { first, end } = hoursOf(range);
  const [from, to] = [first * HOUR, end * HOUR];
  const firstDay = Math.ceil(from / DAY);
  const endDay = Math.max(firstDay, Math.floor(to / DAY));
  const headEnd = Math.min(to, firstDay * DAY);
  const tailStart = Math.max(headEnd, endDay * DAY);
  // Day by day, since SQLite would otherwise read the passed messages' domains too; 1 and 2 are fail and softfail.
  const rows = await reader.$queryRaw<Row[]>(sql`
    WITH RECURSIVE "Day"("n") AS (
      SELECT CAST(${firstDay} AS INTEGER) WHERE CAST(${firstDay} AS INTEGER) < CAST(${endDay} AS INTEGER)
      UNION ALL SELECT "n" + 1 FROM "Day" WHERE "n" + 1 < CAST(${endDay} AS INTEGER)
    ), "Failed"("domainId", "result", "action", "count") AS (
      SELECT c."domainId", c."result", c."action", c."count" FROM "Day" d CROSS JOIN "DayCount" c
      WHERE c."day" = d."n" AND c."result" IN (1, 2) AND c."count" > 0
      UNION ALL
      SELECT m."domainId", m."result", m."fate", 1
      FROM "Message" m
      WHERE ((m."time" >= ${from} AND m."time" < ${headEnd}) OR (m."time" >= ${tailStart} AND m."time" < ${to}))
        AND (m."action" <> 0 OR m."result" <> 0) AND m."result" IN (1, 2) AND m."domainId" IS NOT NULL
    ), "Top" AS (
      SELECT "domainId", SUM("count") AS "total", ${raw(COLUMNS.join(", "))},
        SUM(CASE "result" WHEN 1 THEN "count" ELSE 0 END) AS "fail",
        SUM(CASE "result" WHEN 2 THEN "count" ELSE 0 END) AS "softfail"
      FROM "Failed" GROUP BY "domainId" ORDER BY "total" DESC, "domainId" LIMIT ${limit}
    )
    SELECT n."name", t.* FROM "Top" t JOIN "Domain" n ON n."id" = t."domainId"
    ORDER BY t."total" DESC, t."domainId"`);
  return rows.map((row) => ({
    name: row.name,
    fail: Number(row.fail),
    softfail: Number(row.softfail),
    actions: Object.fromEntries(COUNTED_ACTIONS.map((word) => [word, Number(row[word])])) as Record<
      CountedAction,
      number
    >,
  }));
}
