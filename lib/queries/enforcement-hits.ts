import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { Network } from "@/lib/net/network";
import type { SpfResult } from "@/lib/spf";
import type { Ask } from "./ask";
import { ACCEPTED, COUNTED_ACTIONS, COUNTED_RESULTS, type CountedAction, KEPT_OUT } from "./count-table";
import type { TimeRange } from "./range";

/** The results that a server may come to refuse; `allow` are networks whose mail it would take all the same. */
export interface Strictness {
  results: readonly Exclude<SpfResult, "pass" | "temperror">[];
  allow: readonly Network[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const COUNTED = [...ACCEPTED, ...KEPT_OUT];

/** The numbers of fates, to be written into SQL. */
export function fates(words: readonly CountedAction[]): Sql {
  return raw(words.map((word) => COUNTED_ACTIONS.indexOf(word)).join());
}

function numbersOf({ results }: Strictness): Sql {
  return raw(results.map((word) => COUNTED_RESULTS.indexOf(word)).join());
}

/** The newest part of a range that holds no more than `most` such messages, but an hour with some at least. */
export async function countedPart(
  ask: Ask,
  { from, to }: TimeRange,
  strictness: Strictness,
  most: number,
): Promise<TimeRange> {
  const days = { first: Math.floor(from / DAY), last: Math.floor((to - 1) / DAY) };
  let left = most;
  /** The first slot, of the newest on, that holds more than is left. */
  const tooMany = (slots: Slot[]) =>
    slots.find(({ count }) => {
      if (count > left) return true;
      left -= count;
      return false;
    });
  const day = tooMany(await countedSlots(ask, ["HostDayCount", "day"], days, strictness))?.slot;
  if (day === undefined) return { from, to };
  const hours = { first: day * 24, last: Math.min(day * 24 + 23, Math.floor((to - 1) / HOUR)) };
  const hour = tooMany(await countedSlots(ask, ["HourCount", "hour"], hours, strictness))?.slot;
  const first = hour === undefined ? hours.first : left === most ? hour : hour + 1;
  return { from: Math.max(from, first * HOUR), to };
}

/** A range in parts of about `most` such messages, the newest first; an hour with more is one part. */
export async function partsOf(
  ask: Ask,
  range: TimeRange,
  strictness: Strictness,
  most: number,
): Promise<TimeRange[]> {
  const parts: TimeRange[] = [];
  let to = range.to;
  let held = 0;
  for (const [end, count] of await endsOf(ask, range, strictness, most)) {
    if (held > 0 && held + count > most && end < to) {
      parts.push({ from: end, to });
      to = end;
      held = 0;
    }
    held += count;
  }
  return [...parts, { from: range.from, to }];
}

/** When each day with such messages ends, or each hour of a day with more than `most`, and how many it has; the newest first. */
async function endsOf(
  ask: Ask,
  { from, to }: TimeRange,
  strictness: Strictness,
  most: number,
): Promise<[end: number, count: number][]> {
  const days = { first: Math.floor(from / DAY), last: Math.floor((to - 1) / DAY) };
  const ends: [number, number][] = [];
  for (const { slot, count } of await countedSlots(ask, ["HostDayCount", "day"], days, strictness)) {
    if (count <= most) {
      ends.push([(slot + 1) * DAY, count]);
      continue;
    }
    const hours = { first: slot * 24, last: slot * 24 + 23 };
    for (const hour of await countedSlots(ask, ["HourCount", "hour"], hours, strictness))
      if (hour.slot * HOUR >= from) ends.push([(hour.slot + 1) * HOUR, hour.count]);
  }
  return ends;
}

interface Slot {
  slot: number;
  count: number;
}

/** How many such messages the hours or days of a rollup hold, the newest first. */
async function countedSlots(
  ask: Ask,
  [table, slot]: ["HostDayCount", "day"] | ["HourCount", "hour"],
  { first, last }: { first: number; last: number },
  strictness: Strictness,
): Promise<Slot[]> {
  const column = raw(`"${slot}"`);
  const rows = await ask(sql`SELECT ${column} AS "slot", SUM("count") AS "count" FROM ${raw(`"${table}"`)}
    WHERE ${column} >= ${first} AND ${column} <= ${last} AND "result" IN (${numbersOf(strictness)})
      AND "action" IN (${fates(COUNTED)})
    GROUP BY ${column} ORDER BY ${column} DESC`);
  return rows.map((row) => ({ slot: Number(row.slot), count: Number(row.count) }));
}

/**
 * "Hit": the messages with a result that is to be refused, with `isAccepted` and `isAllowed` as 0 or 1; of these domains
 * only, or of all and of messages that name none. The rollup leads to the days on which a domain has any.
 */
export function hits({ from, to }: TimeRange, strictness: Strictness, only?: readonly number[]): Sql {
  const columns = sql`m."id", m."time", m."domainId", m."clientId", m."result", m."fate",
      CASE WHEN m."fate" IN (${fates(ACCEPTED)}) THEN 1 ELSE 0 END AS "isAccepted",
      CASE WHEN ${isAllowed(strictness)} THEN 1 ELSE 0 END AS "isAllowed"`;
  const wanted = sql`m."result" IN (${numbersOf(strictness)}) AND m."fate" IN (${fates(COUNTED)})`;
  const ofDomains =
    only === undefined ? sql`1 = 1` : sql`"domainId" IN (${raw(only.map(Math.trunc).join())})`;
  const nameless = only === undefined ? sql`1 = 1` : sql`1 = 0`;
  const start = sql`CAST("day" AS BIGINT) * ${raw(String(DAY))}`;
  const end = sql`(CAST("day" AS BIGINT) + 1) * ${raw(String(DAY))}`;
  // One bound on each side, and the join in this order: else SQLite would look through all messages of the time.
  return sql`"Days" AS (
      SELECT DISTINCT "domainId", CASE WHEN ${start} < ${from} THEN ${from} ELSE ${start} END AS "from",
        CASE WHEN ${end} > ${to} THEN ${to} ELSE ${end} END AS "to" FROM "DayCount"
      WHERE "day" >= ${Math.floor(from / DAY)} AND "day" <= ${Math.floor((to - 1) / DAY)} AND "count" > 0 AND ${ofDomains}
        AND "result" IN (${numbersOf(strictness)}) AND "action" IN (${fates(COUNTED)})
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
