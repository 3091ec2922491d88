import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { Network } from "@/lib/net/network";
import type { Ask } from "./ask";
import { COUNTED_ACTIONS, COUNTED_RESULTS, type CountedAction } from "./count-table";
import type { TimeRange } from "./range";

/** The results that a server may come to refuse; `allow` are networks whose mail it would take all the same. */
export interface Strictness {
  results: readonly ("fail" | "softfail" | "permerror")[];
  allow: readonly Network[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export const ACCEPTED: readonly CountedAction[] = ["accept", "unchecked", "tagged"];
export const REFUSED: readonly CountedAction[] = ["reject", "tempfail", "discard"];

/** The numbers of fates, to be written into SQL. */
export function fates(words: readonly CountedAction[]): Sql {
  return raw(words.map((word) => COUNTED_ACTIONS.indexOf(word)).join());
}

function numbersOf({ results }: Strictness): Sql {
  return raw(results.map((word) => COUNTED_RESULTS.indexOf(word)).join());
}

/** The newest part of a range that holds no more than `most` such messages, but an hour at least. */
export async function countedPart(
  ask: Ask,
  { from, to }: TimeRange,
  strictness: Strictness,
  most: number,
): Promise<TimeRange> {
  const count = async (
    table: "HostDayCount" | "HourCount",
    slot: "day" | "hour",
    first: number,
    last: number,
  ) => {
    const column = raw(`"${slot}"`);
    const rows = await ask(sql`SELECT ${column} AS "slot", SUM("count") AS "count" FROM ${raw(`"${table}"`)}
      WHERE ${column} >= ${first} AND ${column} <= ${last} AND "result" IN (${numbersOf(strictness)})
        AND "action" IN (${fates([...ACCEPTED, ...REFUSED])})
      GROUP BY ${column} ORDER BY ${column} DESC`);
    return rows.map((row) => ({ slot: Number(row.slot), count: Number(row.count) }));
  };
  let left = most;
  const overflow = (slots: { slot: number; count: number }[]) =>
    slots.find((one) => {
      if (one.count > left) return true;
      left -= one.count;
      return false;
    });
  const day = overflow(
    await count("HostDayCount", "day", Math.floor(from / DAY), Math.floor((to - 1) / DAY)),
  )?.slot;
  if (day === undefined) return { from, to };
  const newest = Math.ceil(to / HOUR) - 1;
  const last = Math.min(day * 24 + 23, newest);
  const hour = overflow(await count("HourCount", "hour", day * 24, last))?.slot;
  const first = hour === undefined ? day * 24 : hour === newest ? hour : hour + 1;
  return { from: Math.max(from, first * HOUR), to };
}

/**
 * "Hit": the messages with a result that is to be refused, with `isAccepted` and `isAllowed` as 0 or 1; of these domains
 * only (null for a message that names none), or of all. The rollup leads to the days on which a domain has any.
 */
export function hits(
  { from, to }: TimeRange,
  strictness: Strictness,
  only?: readonly (number | null)[],
): Sql {
  const columns = sql`m."id", m."time", m."domainId", m."clientId", m."clientName", m."fate",
      CASE WHEN m."fate" IN (${fates(ACCEPTED)}) THEN 1 ELSE 0 END AS "isAccepted",
      CASE WHEN ${isAllowed(strictness)} THEN 1 ELSE 0 END AS "isAllowed"`;
  const wanted = sql`m."result" IN (${numbersOf(strictness)}) AND m."fate" IN (${fates([...ACCEPTED, ...REFUSED])})`;
  const ids = only?.filter((id): id is number => id !== null);
  const ofDomains = ids === undefined ? sql`1 = 1` : sql`"domainId" IN (${raw(ids.join() || "NULL")})`;
  const nameless = only === undefined || only.includes(null) ? sql`1 = 1` : sql`1 = 0`;
  const start = sql`CAST("day" AS BIGINT) * ${raw(String(DAY))}`;
  const end = sql`(CAST("day" AS BIGINT) + 1) * ${raw(String(DAY))}`;
  // One bound on each side, and the join in this order: else SQLite would look through all messages of the time.
  return sql`"Days" AS (
      SELECT DISTINCT "domainId", CASE WHEN ${start} < ${from} THEN ${from} ELSE ${start} END AS "from",
        CASE WHEN ${end} > ${to} THEN ${to} ELSE ${end} END AS "to" FROM "DayCount"
      WHERE "day" >= ${Math.floor(from / DAY)} AND "day" <= ${Math.floor((to - 1) / DAY)} AND "count" > 0 AND ${ofDomains}
        AND "result" IN (${numbersOf(strictness)}) AND "action" IN (${fates([...ACCEPTED, ...REFUSED])})
    ), "Hit" AS (
      SELECT ${columns} FROM "Days" d CROSS JOIN "Message" m
      WHERE m."domainId" = d."domainId" AND m."time" >= d."from" AND m."time" < d."to" AND ${wanted}
      UNION ALL SELECT ${columns} FROM "Message" m
      WHERE m."domainId" IS NULL AND m."time" >= ${from} AND m."time" < ${to} AND ${wanted} AND ${nameless}
    )`;
}

function isAllowed({ allow }: Strictness): Sql {
  if (allow.length === 0) return sql`1 = 0`;
  const inside = allow.map(({ from, to }) => sql`(n."hex" >= ${from} AND n."hex" <= ${to})`);
  return sql`m."clientId" IN (SELECT n."id" FROM "Client" n WHERE ${join(inside, " OR ")})`;
}
