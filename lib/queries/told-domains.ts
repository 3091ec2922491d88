import { join, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import { SPF_RESULTS, type SpfResult } from "@/lib/spf";
import type { Ask } from "./ask";
import type { TimeRange } from "./range";

/** How often people were told one thing; `kind` numbers the diagnosis, `result` is null where no check was made. */
export interface Told {
  kind: number;
  result: SpfResult | null;
  visits: number;
}

/** A domain that people asked the why page about; `name` is null for all that no log knows, together. */
export interface ToldDomain {
  name: string | null;
  visits: number;
  /** The most frequent first. */
  told: Told[];
}

export interface ToldDomains {
  /** The days (UTC) that the range touches, which is what was counted. */
  days: TimeRange;
  visits: number;
  /** The most visited first. */
  domains: ToldDomain[];
  /** The domains that are not listed. */
  rest: { domains: number; visits: number };
}

const DAY = 86_400_000;

/** Who was told what on the why page in a range: the `limit` domains asked about most, and how many others. */
export async function toldDomains(ask: Ask, range: TimeRange, limit: number): Promise<ToldDomains> {
  const [first, end] = [Math.floor(range.from / DAY), Math.ceil(range.to / DAY)];
  const counted = sql`FROM "WhyVisit" v WHERE v."day" >= ${first} AND v."day" < ${end}`;
  const [all] = await ask(
    sql`SELECT COALESCE(SUM(v."count"), 0) AS "visits", COUNT(DISTINCT v."domainId") AS "domains" ${counted}`,
  );
  const top = await ask(sql`SELECT v."domainId", SUM(v."count") AS "visits" ${counted}
    GROUP BY v."domainId" ORDER BY "visits" DESC, v."domainId" LIMIT ${limit}`);
  const told = top.length === 0 ? [] : await toldOf(ask, counted, top);
  const domains = top.map((row) => toldDomain(row, told));
  const visits = Number(all!.visits);
  const listed = domains.reduce((sum, domain) => sum + domain.visits, 0);
  return {
    days: { from: first * DAY, to: end * DAY },
    visits,
    domains,
    rest: { domains: Number(all!.domains) - domains.length, visits: visits - listed },
  };
}

function toldOf(ask: Ask, counted: Sql, top: SqlRow[]): Promise<SqlRow[]> {
  const ids = top.map(({ domainId }) => Number(domainId));
  return ask(sql`
    WITH "Told" AS (
      SELECT v."domainId", v."kind", v."result", SUM(v."count") AS "visits" ${counted} AND v."domainId" IN (${join(ids)})
      GROUP BY v."domainId", v."kind", v."result")
    SELECT t."domainId", d."name", t."kind", t."result", t."visits"
    FROM "Told" t LEFT JOIN "Domain" d ON d."id" = t."domainId"
    ORDER BY t."visits" DESC, t."kind", t."result"`);
}

function toldDomain({ domainId, visits }: SqlRow, told: SqlRow[]): ToldDomain {
  const own = told.filter((row) => Number(row.domainId) === Number(domainId));
  const name = own[0]?.name ?? null;
  return {
    name: name === null ? null : String(name),
    visits: Number(visits),
    told: own.map((row) => ({
      kind: Number(row.kind),
      result: SPF_RESULTS[Number(row.result)] ?? null,
      visits: Number(row.visits),
    })),
  };
}
