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

type Row = Record<"result" | "action" | "count", number | bigint> & { name: string };

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
  const rows = await reader.$queryRaw<Row[]>`
    WITH RECURSIVE "Day"("n") AS (
      SELECT CAST(${firstDay} AS INTEGER) WHERE CAST(${firstDay} AS INTEGER) < CAST(${endDay} AS INTEGER)
      UNION ALL SELECT "n" + 1 FROM "Day" WHERE "n" + 1 < CAST(${endDay} AS INTEGER)
    ), "Failed"("domainId", "result", "action", "count") AS (
      SELECT c."domainId", c."result", c."action", c."count" FROM "Day" d CROSS JOIN "DayCount" c
      WHERE c."day" = d."n" AND c."result" IN (1, 2) AND c."count" > 0
      UNION ALL
      SELECT m."domainId", m."result", CASE
        WHEN m."action" <> 0 THEN m."action"
        WHEN (m."flags" & 1) <> 0 THEN 4
        WHEN EXISTS (SELECT 1 FROM "Recipient" r WHERE r."messageRef" = m."id" AND r."tagged") THEN 5
        ELSE 0 END, 1
      FROM "Message" m
      WHERE ((m."time" >= ${from} AND m."time" < ${headEnd}) OR (m."time" >= ${tailStart} AND m."time" < ${to}))
        AND m."result" IN (1, 2) AND m."domainId" IS NOT NULL
        AND ((m."flags" & 4) = 0 OR m."action" <> 0
          OR EXISTS (SELECT 1 FROM "Recipient" r WHERE r."messageRef" = m."id" AND r."status" IS NOT NULL))
    ), "Top"("domainId", "total") AS (
      SELECT "domainId", SUM("count") AS "total" FROM "Failed"
      GROUP BY "domainId" ORDER BY "total" DESC, "domainId" LIMIT ${limit}
    )
    SELECT n."name", f."result", f."action", SUM(f."count") AS "count"
    FROM "Top" t JOIN "Failed" f ON f."domainId" = t."domainId" JOIN "Domain" n ON n."id" = t."domainId"
    GROUP BY t."total", t."domainId", n."name", f."result", f."action"
    ORDER BY t."total" DESC, t."domainId"`;
  return gathered(rows);
}

function gathered(rows: readonly Row[]): FailingDomain[] {
  const domains = new Map<string, FailingDomain>();
  for (const { name, result, action, count } of rows) {
    const actions = { accept: 0, reject: 0, tempfail: 0, discard: 0, unchecked: 0, tagged: 0 };
    const domain = domains.get(name) ?? { name, fail: 0, softfail: 0, actions };
    domains.set(name, domain);
    domain[Number(result) === 1 ? "fail" : "softfail"] += Number(count);
    const word = COUNTED_ACTIONS[Number(action)];
    if (word) domain.actions[word] += Number(count);
  }
  return [...domains.values()];
}
