import { type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import { networkAround } from "@/lib/net/network";
import type { Ask } from "./ask";
import type { FilterSql } from "./filter-sql";
import type { TimeRange } from "./range";

/** So many refusals are counted at most, the newest ones. */
const MOST = 10_000;

/** What was refused most often, and how often. */
export interface Ranked {
  name: string;
  count: number;
}

export interface RefusedMost {
  /** Networks of clients: /24 of IPv4, /64 of IPv6. */
  networks: Ranked[];
  helos: Ranked[];
  /** Addresses that refused mail was for, in lower case. */
  recipients: Ranked[];
  /** How many refusals were counted; `isAll` unless there are more in the range. */
  counted: number;
  isAll: boolean;
}

const IPV4 = "00000000000000000000ffff%";

/** Where refused and put off mail came from and whom it was for, at most `limit` of each. */
export async function refusedMost(
  ask: Ask,
  range: TimeRange,
  filter: FilterSql,
  limit: number,
  most = MOST,
): Promise<RefusedMost> {
  const refused = refusedOf(range, filter, most);
  const networks = await ask(sql`WITH ${refused}, "Ofclient" AS (
      SELECT "clientId", COUNT(*) AS "count" FROM "Refused" GROUP BY "clientId"
    ), "Ofnetwork" AS (
      SELECT CASE WHEN n."hex" LIKE ${IPV4} THEN substr(n."hex", 1, 30) ELSE substr(n."hex", 1, 16) END AS "name",
        SUM(o."count") AS "count"
      FROM "Ofclient" o JOIN "Client" n ON n."id" = o."clientId" WHERE n."hex" <> '' GROUP BY 1
      ORDER BY "count" DESC, "name" LIMIT ${limit}
    ) SELECT "name", "count" FROM "Ofnetwork"
    UNION ALL SELECT NULL, SUM("count") FROM "Ofclient"
    ORDER BY "count" DESC, "name"`);
  const helos = await ask(sql`WITH ${refused}, "Ofhelo" AS (
      SELECT "heloId", COUNT(*) AS "count" FROM "Refused" WHERE "heloId" IS NOT NULL GROUP BY "heloId"
      ORDER BY "count" DESC, "heloId" LIMIT ${limit}
    ) SELECT n."name", o."count" FROM "Ofhelo" o JOIN "Helo" n ON n."id" = o."heloId"
    ORDER BY o."count" DESC, n."name"`);
  const recipients = await ask(sql`WITH ${refused}
    SELECT lower(substr(r."address", 1, 255)) AS "name", COUNT(*) AS "count"
    FROM "Refused" m JOIN "Recipient" r ON r."messageRef" = m."id" WHERE r."action" <> 0
    GROUP BY 1 ORDER BY "count" DESC, "name" LIMIT ${limit}`);
  const counted = Number(networks.find(({ name }) => name === null)?.count ?? 0);
  const named = (rows: { name?: unknown; count?: unknown }[]) =>
    rows.map((row) => ({ name: String(row.name), count: Number(row.count) }));
  return {
    networks: named(networks.filter(({ name }) => name !== null)).map(({ name, count }) => ({
      name: networkAround(name.padEnd(32, "0")),
      count,
    })),
    helos: named(helos),
    recipients: named(recipients),
    counted,
    isAll: counted < most,
  };
}

function refusedOf({ from, to }: TimeRange, filter: FilterSql, most: number): Sql {
  return sql`"Refused" AS (
    SELECT m."id", m."clientId", m."heloId" FROM "Message" m
    WHERE (m."action" <> 0 OR m."result" <> 0) AND m."action" IN (1, 2) AND m."time" >= ${from} AND m."time" < ${to}
      AND ${filter.message}
    ORDER BY m."time" DESC LIMIT ${most})`;
}
