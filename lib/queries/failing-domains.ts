import { empty, join, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import { COUNTED_ACTIONS, type CountedAction, FAILED } from "./count-table";
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
  const span = spanOf(range, filter);
  // What became of them is asked for the worst only: that costs more than finding them.
  const top = await ask(sql`
    WITH RECURSIVE ${daysOf(span)}, "Failed"("domainId", "count") AS (
      ${span.isRolledUp ? sql`SELECT c."domainId", c."count" ${daysFrom(filter.rollup!)} UNION ALL` : empty}
      SELECT m."domainId", 1 ${edgesFrom(span, filter)}
    )
    SELECT "domainId", SUM("count") AS "total" FROM "Failed" GROUP BY "domainId"
    ORDER BY "total" DESC, "domainId" LIMIT ${limit}`);
  if (top.length === 0) return [];
  const ids = top.map(({ domainId }) => Number(domainId));
  return ofDomains(ids, await breakdown(ask, span, filter, ids));
}

interface Span {
  isRolledUp: boolean;
  firstDay: number;
  endDay: number;
  /** Holds of the messages outside the whole days. */
  edges: Sql;
}

function spanOf(range: TimeRange, { rollup, filter }: FilterSql): Span {
  const { first, end } = hoursOf(range);
  const [from, to] = [first * HOUR, end * HOUR];
  const isRolledUp = rollup !== null && isOfRollup(filter, ["result", "action"]);
  const firstDay = Math.ceil(from / DAY);
  const endDay = isRolledUp ? Math.max(firstDay, Math.floor(to / DAY)) : firstDay;
  const [headEnd, tailStart] = [Math.min(to, firstDay * DAY), Math.min(to, endDay * DAY)];
  const edges = sql`(m."time" >= ${from} AND m."time" < ${headEnd}) OR (m."time" >= ${tailStart} AND m."time" < ${to})`;
  return { isRolledUp, firstDay, endDay, edges };
}

/** Day by day, since SQLite would otherwise read the passed messages' domains too. */
function daysOf({ firstDay, endDay }: Span): Sql {
  return sql`"Day"("n") AS (
    SELECT CAST(${firstDay} AS INTEGER) WHERE CAST(${firstDay} AS INTEGER) < CAST(${endDay} AS INTEGER)
    UNION ALL SELECT "n" + 1 FROM "Day" WHERE "n" + 1 < CAST(${endDay} AS INTEGER))`;
}

/** 1 and 2 are fail and softfail. */
function daysFrom(condition: Sql): Sql {
  return sql`FROM "Day" d CROSS JOIN "DayCount" c
    WHERE c."day" = d."n" AND c."result" IN (1, 2) AND c."count" > 0 AND ${condition}`;
}

function edgesFrom({ edges }: Span, { message }: FilterSql): Sql {
  return sql`FROM "Message" m
    WHERE (${edges}) AND (m."action" <> 0 OR m."result" <> 0) AND m."result" IN (1, 2)
      AND m."domainId" IS NOT NULL AND ${message}`;
}

/** The failures of some domains by result and action; from the rollup by its key, domain by domain. */
function breakdown(ask: Ask, span: Span, filter: FilterSql, ids: number[]) {
  const days = sql`SELECT c."domainId", c."result", c."action", c."count"
    FROM "Day" d CROSS JOIN "Failing" r CROSS JOIN "Domain" n CROSS JOIN "DayCount" c
    WHERE n."id" IN (${join(ids)}) AND c."day" = d."n" AND c."result" = r."n" AND c."domainId" = n."id"
      AND c."count" > 0 AND ${filter.rollup ?? empty}`;
  return ask(sql`
    WITH RECURSIVE ${daysOf(span)}, "Failing"("n") AS (VALUES (1), (2)),
    "Failed"("domainId", "result", "action", "count") AS (
      ${span.isRolledUp ? sql`${days} UNION ALL` : empty}
      SELECT m."domainId", m."result", m."fate", 1 ${edgesFrom(span, filter)} AND m."domainId" IN (${join(ids)})
    )
    SELECT f."domainId", n."name", f."result", f."action", SUM(f."count") AS "count"
    FROM "Failed" f JOIN "Domain" n ON n."id" = f."domainId"
    GROUP BY f."domainId", n."name", f."result", f."action"`);
}

function ofDomains(ids: number[], rows: Awaited<ReturnType<Ask>>): FailingDomain[] {
  return ids.map((id) => {
    const own = rows.filter(({ domainId }) => Number(domainId) === id);
    const sum = (of: (row: (typeof rows)[number]) => boolean) =>
      own.filter(of).reduce((total, { count }) => total + Number(count), 0);
    const [fail, softfail] = FAILED.map((_, n) => sum(({ result }) => Number(result) === n + 1));
    const actions = COUNTED_ACTIONS.map((word, n) => [word, sum(({ action }) => Number(action) === n)]);
    return {
      name: String(own[0]?.name ?? ""),
      fail: fail!,
      softfail: softfail!,
      actions: Object.fromEntries(actions) as Record<CountedAction, number>,
    };
  });
}
