import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import type { SenderFacts } from "@/lib/spf/senders/sender";
import type { Ask } from "./ask";
import { COUNTED_ACTIONS, COUNTED_RESULTS, type CountedAction, KEPT_OUT } from "./count-table";
import { domainIds } from "./domain-ids";
import type { TimeRange } from "./range";
import { type Elsewhere, sentElsewhere } from "./sent-elsewhere";

/** How much is looked at: the newest messages, of the clients with most of them. */
export interface SenderLimits {
  messages: number;
  clients: number;
}

const LIMITS: SenderLimits = { messages: 200_000, clients: 300 };
const MOST_HELOS = 3;
const DAY = 86_400_000;

/** Who sent as a domain. */
export interface DomainSenders {
  /** Those with most messages first. */
  senders: SenderFacts[];
  /** How many messages were looked at; `isAll` unless there are more in the range. */
  counted: number;
  isAll: boolean;
  /** Clients that are not listed, for being too many. */
  unlistedClients: number;
  /** Of the messages those that name no client. */
  withoutClient: number;
}

const NO_ONE: DomainSenders = { senders: [], counted: 0, isAll: true, unlistedClients: 0, withoutClient: 0 };

const sumOf = (condition: string, name: string) =>
  `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS "${name}"`;
const fatesOf = (...fates: CountedAction[]) =>
  `n."fate" IN (${fates.map((fate) => COUNTED_ACTIONS.indexOf(fate)).join()})`;
const COUNTS = raw(
  [
    ...COUNTED_RESULTS.map((word, n) => sumOf(`COALESCE(n."result", 7) = ${n}`, word)),
    sumOf(fatesOf(...KEPT_OUT), "refused"),
    sumOf(fatesOf("tagged"), "tagged"),
    sumOf(fatesOf("accept", "unchecked"), "delivered"),
  ].join(", "),
);

/** The clients of the messages whose checked domain is `domain` (in ASCII), in a range. */
export async function domainSenders(
  ask: Ask,
  domain: string,
  range: TimeRange,
  { messages, clients }: SenderLimits = LIMITS,
): Promise<DomainSenders> {
  const ids = await domainIds(ask, domain);
  if (ids.length === 0) return NO_ONE;
  const newest = newestOf(ids, range, messages);
  const rows = await ask(clientsOf(newest, clients));
  const listed = rows.filter(({ clientId }) => clientId !== null);
  const [all] = rows;
  if (all === undefined) return NO_ONE;
  const counted = Number(all.counted);
  return {
    senders: await senders(ask, listed, { ids, newest, range }),
    counted,
    isAll: counted < messages,
    unlistedClients: Number(all.clients) - listed.length,
    withoutClient: Number(all.withoutClient),
  };
}

/** Per spelling, since only then the index gives them in the order of time. */
function newestOf(ids: number[], { from, to }: TimeRange, most: number): Sql {
  const ofEach = ids.map(
    (id) => sql`SELECT * FROM (
      SELECT m."clientId", m."clientName", m."heloId", m."envelopeFrom", m."result", m."fate", m."time" FROM "Message" m
      WHERE m."domainId" = ${id} AND m."time" >= ${from} AND m."time" < ${to}
      ORDER BY m."time" DESC LIMIT ${most}) "Spelt${raw(String(id))}"`,
  );
  if (ofEach.length === 1) return ofEach[0]!;
  return sql`SELECT * FROM (${join(ofEach, " UNION ALL ")}) "Spelt" ORDER BY "time" DESC LIMIT ${most}`;
}

function clientsOf(newest: Sql, limit: number): Sql {
  return sql`WITH "Newest" AS (${newest}), "Per" AS (
      SELECT n."clientId", COUNT(*) AS "total", MIN(n."time") AS "first", MAX(n."time") AS "last",
        COUNT(DISTINCT n."time" / ${raw(String(DAY))}) AS "days", COUNT(DISTINCT n."envelopeFrom") AS "senders",
        MAX(n."clientName") AS "loggedName", ${COUNTS}
      FROM "Newest" n GROUP BY n."clientId"), "Counted" AS (
      SELECT p.*, SUM(p."total") OVER () AS "counted", COUNT(p."clientId") OVER () AS "clients",
        SUM(CASE WHEN p."clientId" IS NULL THEN p."total" ELSE 0 END) OVER () AS "withoutClient"
      FROM "Per" p
      ORDER BY CASE WHEN p."clientId" IS NULL THEN 1 ELSE 0 END, p."total" DESC, p."clientId" LIMIT ${limit})
    SELECT c.*, k."ip" FROM "Counted" c LEFT JOIN "Client" k ON k."id" = c."clientId"
    ORDER BY CASE WHEN c."clientId" IS NULL THEN 1 ELSE 0 END, c."total" DESC, c."clientId"`;
}

async function senders(
  ask: Ask,
  rows: SqlRow[],
  { ids, newest, range }: { ids: number[]; newest: Sql; range: TimeRange },
): Promise<SenderFacts[]> {
  const clients = rows.map(({ clientId }) => Number(clientId));
  if (clients.length === 0) return [];
  const helos = await helosOf(ask, newest, clients);
  const elsewhere = await sentElsewhere(ask, clients, ids, range);
  return rows.map((row) => {
    const id = Number(row.clientId);
    return senderOf(row, helos.get(id) ?? { names: [], count: 0 }, elsewhere.get(id)!);
  });
}

interface Helos {
  names: string[];
  count: number;
}

async function helosOf(ask: Ask, newest: Sql, clients: number[]): Promise<Map<number, Helos>> {
  const rows = await ask(sql`WITH "Newest" AS (${newest}), "Said" AS (
      SELECT n."clientId", n."heloId", COUNT(*) AS "total" FROM "Newest" n
      WHERE n."heloId" IS NOT NULL AND n."clientId" IN (${raw(clients.join())}) GROUP BY n."clientId", n."heloId"), "Ranked" AS (
      SELECT s."clientId", s."heloId", COUNT(*) OVER (PARTITION BY s."clientId") AS "count",
        ROW_NUMBER() OVER (PARTITION BY s."clientId" ORDER BY s."total" DESC, s."heloId") AS "rank" FROM "Said" s)
    SELECT r."clientId", r."count", h."name" FROM "Ranked" r JOIN "Helo" h ON h."id" = r."heloId"
    WHERE r."rank" <= ${MOST_HELOS} ORDER BY r."clientId", r."rank"`);
  const helos = new Map<number, Helos>();
  for (const { clientId, count, name } of rows) {
    const own = helos.get(Number(clientId)) ?? { names: [], count: Number(count) };
    own.names.push(String(name));
    helos.set(Number(clientId), own);
  }
  return helos;
}

function senderOf(row: SqlRow, helos: Helos, elsewhere: Elsewhere): SenderFacts {
  const number = (name: string) => Number(row[name]);
  return {
    ip: String(row.ip),
    loggedName: row.loggedName === null ? null : String(row.loggedName),
    helos: helos.names,
    heloCount: helos.count,
    total: number("total"),
    results: Object.fromEntries(
      COUNTED_RESULTS.map((word) => [word, number(word)]),
    ) as SenderFacts["results"],
    refused: number("refused"),
    tagged: number("tagged"),
    delivered: number("delivered"),
    first: number("first"),
    last: number("last"),
    days: number("days"),
    senders: number("senders"),
    otherDomains: elsewhere.domains,
    otherMessages: elsewhere.messages,
    otherFailed: elsewhere.failed,
  };
}
