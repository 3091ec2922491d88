import { sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import type { SpfResult } from "@/lib/spf/result";
import type { Ask } from "./ask";
import { COUNTED_RESULTS } from "./count-table";
import { countedPart, fates, hits, type Strictness } from "./enforcement-hits";
import type { TimeRange } from "./range";

/** So many messages are grouped at most, the newest ones. */
const MOST = 50_000;
const CLIENTS = 5;
const EXAMPLES = 3;

/** A message that was accepted, and would not be. */
export interface EnforcedExample {
  host: string;
  queueId: string;
  /** Epoch ms. */
  time: number;
  ip: string | null;
  envelopeFrom: string | null;
  helo: string | null;
  result: SpfResult;
}

/** What of a checked domain's mail would be refused; `name` null for messages that name no domain. */
export interface EnforcedDomain {
  name: string | null;
  /** Those that were accepted then: marked on delivery, and delivered as they were. */
  messages: number;
  tagged: number;
  delivered: number;
  /** Refused already. */
  refused: number;
  /** Epoch ms of the first and last that was accepted. */
  first: number;
  last: number;
  /** Those with most messages, at most five, of so many. */
  clients: { ip: string; clientName: string | null; messages: number }[];
  clientCount: number;
  /** The newest, at most three. */
  examples: EnforcedExample[];
}

/** What a server would refuse if it were stricter. */
export interface EnforcementReport {
  /** Accepted then, in all, of so many domains and clients. */
  messages: number;
  tagged: number;
  delivered: number;
  domains: number;
  clients: number;
  /** With the same results, refused already. */
  refused: number;
  /** Accepted then and from the networks allowed, so that they stay accepted. */
  allowed: number;
  /** Those with most messages first. */
  list: EnforcedDomain[];
  /** What was looked at: the range, or its newest part where it holds too many; `isAll` says which. */
  range: TimeRange;
  isAll: boolean;
}

const NOTHING = { messages: 0, tagged: 0, delivered: 0, domains: 0, clients: 0, refused: 0, allowed: 0 };
const IS_HIT = sql`"isAccepted" = 1 AND "isAllowed" = 0`;

/**
 * What would have been refused in a range if the server had refused these stored verdicts, by domain, at most `limit`.
 * Of more than `most` messages the newest whole hours are looked at.
 */
export async function enforcement(
  ask: Ask,
  range: TimeRange,
  strictness: Strictness,
  limit: number,
  most = MOST,
): Promise<EnforcementReport> {
  if (strictness.results.length === 0 || range.from >= range.to)
    return { ...NOTHING, list: [], range, isAll: true };
  const part = await countedPart(ask, range, strictness, most);
  const looked = { range: part, isAll: part.from === range.from };
  const rows = await ask(domainsOf(part, strictness, limit));
  const [total] = rows;
  if (total === undefined) return { ...NOTHING, list: [], ...looked };
  const listed = rows.filter((row) => Number(row.messages) > 0);
  const ids = listed.map(({ domainId }) => (domainId === null ? null : Number(domainId)));
  const clients = listed.length === 0 ? [] : await ask(clientsOf(part, strictness, ids));
  const examples = listed.length === 0 ? [] : await ask(examplesOf(part, strictness, ids));
  const ofDomain = (row: SqlRow) => (other: SqlRow) => String(other.domainId) === String(row.domainId);
  const sum = (name: string) => Number(total[`all_${name}`]);
  return {
    messages: sum("messages"),
    tagged: sum("tagged"),
    delivered: sum("messages") - sum("tagged"),
    domains: sum("domains"),
    clients: sum("clients"),
    refused: sum("refused"),
    allowed: sum("allowed"),
    list: listed.map((row) => domainOf(row, clients.filter(ofDomain(row)), examples.filter(ofDomain(row)))),
    ...looked,
  };
}

function domainsOf(part: TimeRange, strictness: Strictness, limit: number) {
  return sql`WITH ${hits(part, strictness)}, "Per" AS (
      SELECT "domainId", SUM(CASE WHEN ${IS_HIT} THEN 1 ELSE 0 END) AS "messages",
        SUM(CASE WHEN ${IS_HIT} AND "fate" IN (${fates(["tagged"])}) THEN 1 ELSE 0 END) AS "tagged",
        SUM(CASE WHEN "isAccepted" = 0 AND "isAllowed" = 0 THEN 1 ELSE 0 END) AS "refused",
        SUM(CASE WHEN "isAccepted" = 1 AND "isAllowed" = 1 THEN 1 ELSE 0 END) AS "allowed",
        MIN(CASE WHEN ${IS_HIT} THEN "time" END) AS "first", MAX(CASE WHEN ${IS_HIT} THEN "time" END) AS "last",
        COUNT(DISTINCT CASE WHEN ${IS_HIT} THEN "clientId" END) AS "clientCount"
      FROM "Hit" GROUP BY "domainId"
    ), "Top" AS (
      SELECT p.*, SUM("messages") OVER () AS "all_messages", SUM("tagged") OVER () AS "all_tagged",
        SUM("refused") OVER () AS "all_refused", SUM("allowed") OVER () AS "all_allowed",
        SUM(CASE WHEN "messages" > 0 AND "domainId" IS NOT NULL THEN 1 ELSE 0 END) OVER () AS "all_domains"
      FROM "Per" p ORDER BY "messages" DESC, "domainId" LIMIT ${Math.max(1, limit)}
    ) SELECT t.*, k."name", (SELECT COUNT(DISTINCT "clientId") FROM "Hit" WHERE ${IS_HIT}) AS "all_clients"
    FROM "Top" t LEFT JOIN "Domain" k ON k."id" = t."domainId" ORDER BY t."messages" DESC, t."domainId"`;
}

function clientsOf(part: TimeRange, strictness: Strictness, ids: (number | null)[]) {
  return sql`WITH ${hits(part, strictness, ids)}, "Per" AS (
      SELECT "domainId", "clientId", COUNT(*) AS "messages", MAX("clientName") AS "clientName"
      FROM "Hit" WHERE ${IS_HIT} AND "clientId" IS NOT NULL GROUP BY "domainId", "clientId"
    ), "Ranked" AS (
      SELECT p.*, ROW_NUMBER() OVER (PARTITION BY "domainId" ORDER BY "messages" DESC, "clientId") AS "rank" FROM "Per" p
    ) SELECT r.*, k."ip" FROM "Ranked" r JOIN "Client" k ON k."id" = r."clientId"
    WHERE r."rank" <= ${CLIENTS} ORDER BY r."domainId", r."rank"`;
}

function examplesOf(part: TimeRange, strictness: Strictness, ids: (number | null)[]) {
  return sql`WITH ${hits(part, strictness, ids)}, "Ranked" AS (
      SELECT "id", "domainId", ROW_NUMBER() OVER (PARTITION BY "domainId" ORDER BY "time" DESC, "id" DESC) AS "rank"
      FROM "Hit" WHERE ${IS_HIT}
    ) SELECT r."domainId", h."name" AS "host", m."queueId", m."time", m."envelopeFrom", m."result", c."ip", e."name" AS "helo"
    FROM "Ranked" r JOIN "Message" m ON m."id" = r."id" JOIN "Host" h ON h."id" = m."hostId"
    LEFT JOIN "Client" c ON c."id" = m."clientId" LEFT JOIN "Helo" e ON e."id" = m."heloId"
    WHERE r."rank" <= ${EXAMPLES} ORDER BY r."domainId", r."rank"`;
}

const text = (value: SqlRow[string] | undefined) => (value == null ? null : String(value));

function domainOf(row: SqlRow, clients: SqlRow[], examples: SqlRow[]): EnforcedDomain {
  const [messages, tagged] = [Number(row.messages), Number(row.tagged)];
  return {
    name: text(row.name),
    messages,
    tagged,
    delivered: messages - tagged,
    refused: Number(row.refused),
    first: Number(row.first),
    last: Number(row.last),
    clients: clients.map((client) => ({
      ip: String(client.ip),
      clientName: text(client.clientName),
      messages: Number(client.messages),
    })),
    clientCount: Number(row.clientCount),
    examples: examples.map((example) => ({
      host: String(example.host),
      queueId: String(example.queueId),
      time: Number(example.time),
      ip: text(example.ip),
      envelopeFrom: text(example.envelopeFrom),
      helo: text(example.helo),
      result: COUNTED_RESULTS[Number(example.result)] as SpfResult,
    })),
  };
}
