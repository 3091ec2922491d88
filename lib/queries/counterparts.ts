import { raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { Ask } from "./ask";
import { COUNTED_RESULTS, type CountedResult } from "./count-table";
import type { FilterSql } from "./filter-sql";
import type { TimeRange } from "./range";

/** So many messages are grouped at most, the newest ones. */
const MOST = 50_000;

/** The other side of a domain's or a client's mail: an address that sent as the domain, a domain the client sent as. */
export interface Counterpart {
  name: string;
  results: Record<CountedResult, number>;
  total: number;
  /** Epoch ms of its first and last message. */
  first: number;
  last: number;
}

export interface Counterparts {
  /** Those with most messages first. */
  list: Counterpart[];
  /** How many messages were grouped; `isAll` unless there are more in the range. */
  counted: number;
  isAll: boolean;
}

const COLUMNS = COUNTED_RESULTS.map(
  (word, n) => `SUM(CASE COALESCE("result", 7) WHEN ${n} THEN 1 ELSE 0 END) AS "${word}"`,
);

/** Who sent the messages of a filter (`clients`), or as which domains they came, at most `limit`. */
export async function counterparts(
  ask: Ask,
  of: "clients" | "domains",
  { from, to }: TimeRange,
  filter: FilterSql,
  limit: number,
  most = MOST,
): Promise<Counterparts> {
  const column = of === "clients" ? sql`m."clientId"` : sql`m."domainId"`;
  const names: Sql =
    of === "clients"
      ? sql`SELECT "id", "ip" AS "name" FROM "Client"`
      : sql`SELECT "id", "name" FROM "Domain"`;
  const newest = sql`"Newest" AS (
    SELECT ${column} AS "other", m."result", m."time" FROM "Message" m
    WHERE m."time" >= ${from} AND m."time" < ${to} AND ${filter.message}
    ORDER BY m."time" DESC LIMIT ${most})`;
  const [total] = await ask(sql`WITH ${newest} SELECT COUNT(*) AS "count" FROM "Newest"`);
  const rows = await ask(sql`WITH ${newest}, "Top" AS (
      SELECT "other", COUNT(*) AS "total", MIN("time") AS "first", MAX("time") AS "last", ${raw(COLUMNS.join(", "))}
      FROM "Newest" WHERE "other" IS NOT NULL GROUP BY "other" ORDER BY "total" DESC, "other" LIMIT ${limit}
    ) SELECT n."name", t.* FROM "Top" t JOIN (${names}) n ON n."id" = t."other" ORDER BY t."total" DESC, t."other"`);
  const counted = Number(total!.count);
  return {
    list: rows.map((row) => ({
      name: String(row.name),
      results: Object.fromEntries(COUNTED_RESULTS.map((word) => [word, Number(row[word])])) as Record<
        CountedResult,
        number
      >,
      total: Number(row.total),
      first: Number(row.first),
      last: Number(row.last),
    })),
    counted,
    isAll: counted < most,
  };
}
