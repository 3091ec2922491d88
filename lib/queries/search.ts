import { sqltag as sql } from "@prisma/client/runtime/client";
import { readNetwork } from "@/lib/net/network";
import type { Ask } from "./ask";
import { readTerm } from "./filter";

/** Something that a search found, and in which words. */
export type Hit =
  | { kind: "message"; host: string; queueId: string; time: number }
  | { kind: "domain" | "client" | "network" | "sender" | "recipient" | "helo" | "host"; name: string };

const EACH = 8;

/** What a text may mean: a queue id, an address of either sort, a domain, a HELO name or a machine. Found by index only. */
export async function search(ask: Ask, given: string): Promise<Hit[]> {
  const text = given.trim().slice(0, 255);
  if (text === "" || /[\u0000-\u001f\u007f]/.test(text)) return [];
  const hits = [...(await messagesOf(ask, text)), ...(await networkOf(ask, text))];
  if (text.includes("@")) return [...hits, ...(await addressOf(ask, text))];
  return [
    ...hits,
    ...(await namesLike(ask, "domain", text)),
    ...(await namesLike(ask, "helo", text)),
    ...(await namesLike(ask, "host", text)),
  ];
}

async function messagesOf(ask: Ask, queueId: string): Promise<Hit[]> {
  const rows = await ask(sql`SELECT h."name" AS "host", m."queueId", m."time" FROM "Host" h
    CROSS JOIN "Message" m WHERE m."hostId" = h."id" AND m."queueId" = ${queueId} ORDER BY m."time" DESC LIMIT ${EACH}`);
  return rows.map((row) => ({
    kind: "message",
    host: String(row.host),
    queueId: String(row.queueId),
    time: Number(row.time),
  }));
}

async function networkOf(ask: Ask, text: string): Promise<Hit[]> {
  const network = readNetwork(text);
  if (network === null) return [];
  const rows =
    await ask(sql`SELECT "ip" FROM "Client" WHERE "hex" >= ${network.from} AND "hex" <= ${network.to}
    ORDER BY "hex" LIMIT ${EACH}`);
  const clients = rows.map((row): Hit => ({ kind: "client", name: String(row.ip) }));
  return network.text.includes("/") && clients.length > 0
    ? [{ kind: "network", name: network.text }, ...clients]
    : clients;
}

async function addressOf(ask: Ask, text: string): Promise<Hit[]> {
  const read = readTerm("sender", text);
  if ("fault" in read) return [];
  const address = read.value;
  const domain = address.slice(address.lastIndexOf("@") + 1).toLowerCase();
  const lower = sql`lower(CAST(${address} AS TEXT))`;
  const [sent] = await ask(sql`SELECT m."id" FROM "Message" m JOIN "Domain" d ON d."id" = m."domainId"
    WHERE d."name" = ${domain} AND lower(m."envelopeFrom") = ${lower} LIMIT 1`);
  const [received] = await ask(sql`SELECT r."messageRef" FROM "Recipient" r
    WHERE lower(substr(r."address", 1, 255)) = ${lower} LIMIT 1`);
  return [
    ...(sent ? [{ kind: "sender", name: address } as const] : []),
    ...(received ? [{ kind: "recipient", name: address } as const] : []),
    ...(await namesLike(ask, "domain", domain)),
  ];
}

const TABLES = {
  domain: sql`SELECT "name" FROM "Domain"`,
  helo: sql`SELECT "name" FROM "Helo"`,
  host: sql`SELECT "name" FROM "Host"`,
};

/** Names that begin with a text: the index knows their order. */
async function namesLike(ask: Ask, kind: keyof typeof TABLES, text: string): Promise<Hit[]> {
  const read = readTerm(kind, text);
  if ("fault" in read || read.value === "") return [];
  const rows =
    await ask(sql`${TABLES[kind]} WHERE "name" >= ${read.value} AND "name" < ${`${read.value}\u{10ffff}`}
    ORDER BY "name" LIMIT ${EACH}`);
  return rows.map((row) => ({ kind, name: String(row.name) }));
}
