import { raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import { COUNTED_RESULTS } from "./count-table";
import { fates } from "./enforcement-hits";

const IS_HIT = sql`"isAccepted" = 1 AND "isAllowed" = 0`;

const countIf = (condition: Sql) => sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** Hits by checked domain and client: what each pair comes to. */
export function sendersOf(hits: Sql): Sql {
  return sql`WITH ${hits} SELECT "domainId", "clientId", ${countIf(IS_HIT)} AS "messages",
      ${countIf(sql`${IS_HIT} AND "fate" IN (${fates(["tagged"])})`)} AS "tagged",
      ${countIf(sql`"isAccepted" = 0 AND "isAllowed" = 0`)} AS "refused",
      ${countIf(sql`"isAccepted" = 1 AND "isAllowed" = 1`)} AS "allowed"
    FROM "Hit" GROUP BY "domainId", "clientId"`;
}

const RESULTS = (["fail", "softfail", "permerror"] as const).map(
  (word) => `MAX(CASE WHEN "result" = ${COUNTED_RESULTS.indexOf(word)} THEN 1 ELSE 0 END) AS "${word}"`,
);

/** Of hits the clients of each domain with most messages, and of each the newest messages: a row for each of those. */
export function clientsOf(hits: Sql, { clients, examples }: { clients: number; examples: number }): Sql {
  return sql`WITH ${hits}, "Per" AS (
      SELECT "domainId", "clientId", COUNT(*) AS "messages", MIN("time") AS "first", MAX("time") AS "last",
        ${raw(RESULTS.join(", "))}
      FROM "Hit" WHERE ${IS_HIT} AND "clientId" IS NOT NULL GROUP BY "domainId", "clientId"
    ), "Ranked" AS (
      SELECT p.*, ROW_NUMBER() OVER (PARTITION BY "domainId" ORDER BY "messages" DESC, "clientId") AS "rank" FROM "Per" p
    ), "Example" AS (
      SELECT "id", "domainId", "clientId",
        ROW_NUMBER() OVER (PARTITION BY "domainId", "clientId" ORDER BY "time" DESC, "id" DESC) AS "place"
      FROM "Hit" WHERE ${IS_HIT}
    ) SELECT r.*, c."ip", h."name" AS "host", m."queueId", m."time", m."envelopeFrom", m."clientName", e."name" AS "helo"
    FROM "Ranked" r JOIN "Example" x ON x."domainId" = r."domainId" AND x."clientId" = r."clientId" AND x."place" <= ${examples}
    JOIN "Message" m ON m."id" = x."id" JOIN "Host" h ON h."id" = m."hostId" JOIN "Client" c ON c."id" = r."clientId"
    LEFT JOIN "Helo" e ON e."id" = m."heloId"
    WHERE r."rank" <= ${clients} ORDER BY r."domainId", r."rank", x."place"`;
}
