import { raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import { COUNTED_RESULTS } from "./count-table";
import { fates } from "./enforcement-hits";

const IS_HIT = sql`"isAccepted" = 1 AND "isAllowed" = 0`;

const countIf = (condition: Sql) => sql`SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** Of hits the domains with most messages, at most `limit`, each row with what all come to in `all…`. */
export function domainsOf(hits: Sql, limit: number): Sql {
  return sql`WITH ${hits}, "Per" AS (
      SELECT "domainId", ${countIf(IS_HIT)} AS "messages",
        ${countIf(sql`${IS_HIT} AND "fate" IN (${fates(["tagged"])})`)} AS "tagged",
        ${countIf(sql`"isAccepted" = 0 AND "isAllowed" = 0`)} AS "refused",
        ${countIf(sql`"isAccepted" = 1 AND "isAllowed" = 1`)} AS "allowed",
        COUNT(DISTINCT CASE WHEN ${IS_HIT} THEN "clientId" END) AS "clients"
      FROM "Hit" GROUP BY "domainId"
    ), "Top" AS (
      SELECT p.*, SUM("messages") OVER () AS "allMessages", SUM("tagged") OVER () AS "allTagged",
        SUM("refused") OVER () AS "allRefused", SUM("allowed") OVER () AS "allAllowed",
        SUM(CASE WHEN "domainId" IS NULL THEN "messages" ELSE 0 END) OVER () AS "withoutDomain",
        SUM(CASE WHEN "messages" > 0 AND "domainId" IS NOT NULL THEN 1 ELSE 0 END) OVER () AS "domains"
      FROM "Per" p ORDER BY CASE WHEN "domainId" IS NULL THEN 1 ELSE 0 END, "messages" DESC, "domainId" LIMIT ${Math.max(1, limit)}
    ) SELECT t.*, k."name", (SELECT COUNT(DISTINCT "clientId") FROM "Hit" WHERE ${IS_HIT}) AS "allClients"
    FROM "Top" t LEFT JOIN "Domain" k ON k."id" = t."domainId" ORDER BY t."messages" DESC, t."domainId"`;
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
