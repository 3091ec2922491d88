import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import { SPF_RESULTS } from "@/lib/spf";
import type { Ask } from "./ask";
import type { TimeRange } from "./range";

/** What a client sent as other domains: how many they are, messages as those, and how many of these failed. */
export interface Elsewhere {
  domains: number;
  messages: number;
  failed: number;
}

/** So many messages of a client are looked at, the newest ones. */
const MOST = 500;
/** Clients of one question, each of which is a part of it. */
const AT_ONCE = 50;

const FAILED = raw(["fail", "softfail"].map((word) => SPF_RESULTS.indexOf(word as "fail")).join());

/** As whom these clients sent in a range besides the domains with these numbers. */
export async function sentElsewhere(
  ask: Ask,
  clients: number[],
  domains: number[],
  range: TimeRange,
): Promise<Map<number, Elsewhere>> {
  const found = new Map<number, Elsewhere>(clients.map((id) => [id, { domains: 0, messages: 0, failed: 0 }]));
  for (let at = 0; at < clients.length; at += AT_ONCE) {
    const newest = join(
      clients.slice(at, at + AT_ONCE).map((id) => newestOf(id, range)),
      " UNION ALL ",
    );
    const rows = await ask(sql`
      SELECT n."clientId", COUNT(DISTINCT n."domainId") AS "domains", COUNT(*) AS "messages",
        SUM(CASE WHEN n."result" IN (${FAILED}) THEN 1 ELSE 0 END) AS "failed"
      FROM (${newest}) n WHERE n."domainId" IS NOT NULL AND n."domainId" NOT IN (${raw(domains.join())})
      GROUP BY n."clientId"`);
    for (const row of rows)
      found.set(Number(row.clientId), {
        domains: Number(row.domains),
        messages: Number(row.messages),
        failed: Number(row.failed),
      });
  }
  return found;
}

function newestOf(client: number, { from, to }: TimeRange): Sql {
  return sql`SELECT * FROM (
    SELECT m."clientId", m."domainId", m."result" FROM "Message" m
    WHERE m."clientId" = ${client} AND m."time" >= ${from} AND m."time" < ${to}
    ORDER BY m."time" DESC LIMIT ${MOST}) "Of${raw(String(client))}"`;
}
