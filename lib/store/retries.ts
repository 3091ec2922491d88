import type { SqlValue, Writer } from "@/lib/db/writer";
import { ACTIONS } from "@/lib/logs/fact";
import type { Message } from "@/lib/logs/message";
import { Attempts, RETRY_SPAN } from "./attempts";
import { inLists } from "./in-lists";
import { mergeSpans, type Span } from "./spans";
import type { MessageKey, Store, StoredMessage } from "./store";

const TEMPFAIL = ACTIONS.indexOf("tempfail");

/**
 * Marks the messages that repeat an earlier, tempfailed delivery: same host, client and sender within 24 hours; each
 * names the nearest earlier attempt. Messages stored before are marked too where their earlier attempt comes late.
 * Inside a transaction, before the messages are saved.
 */
export async function markRetries(store: Store, messages: readonly StoredMessage[]): Promise<void> {
  const attempts = new Attempts();
  const clients = ofClients(messages.map(({ message }) => message));
  for (const span of mergeSpans(messages.map(({ message: { time } }) => [time - RETRY_SPAN, time]))) {
    await addStored(store.writer, attempts, span, clients);
  }
  const tempfailed = messages.map(({ message }) => message).filter(({ action }) => action === "tempfail");
  for (const message of tempfailed) attempts.add(message, message.time, message.queueId);
  if (attempts.isEmpty) return;
  for (const { message } of messages) setRetry(message, attempts);
  await markLater(store, tempfailed, messages, attempts);
}

function setRetry(message: Message, attempts: Attempts): boolean {
  const before = attempts.before(message);
  if (before === null || before === message.retryOf) return false;
  message.retryOf = before;
  return true;
}

interface Condition {
  sql: string;
  values: string[];
}

/** Narrows a query down to some clients; beyond a few hundred, reading all rows costs less than comparing them. */
function ofClients(messages: readonly Message[]): Condition {
  const clients = new Set<string>();
  for (const { clientIp } of messages) if (clientIp !== null) clients.add(clientIp);
  if (clients.size === 0) return { sql: "AND 1 = 0", values: [] };
  const [list, more] = inLists([...clients]);
  if (more) return { sql: "", values: [] };
  return {
    sql: `AND m."clientId" IN (SELECT "id" FROM "Client" WHERE "ip" IN (${list!.marks}))`,
    values: list!.values,
  };
}

async function addStored(
  writer: Writer,
  attempts: Attempts,
  [from, to]: Span,
  clients: Condition,
): Promise<void> {
  // "action" <> 0 is what the partial index on time holds.
  const rows = await writer.all(
    `SELECT m."time", m."queueId", m."envelopeFrom", h."name" AS "host", c."ip" AS "clientIp"
     FROM "Message" m JOIN "Host" h ON h."id" = m."hostId" JOIN "Client" c ON c."id" = m."clientId"
     WHERE m."action" <> 0 AND m."time" >= ? AND m."time" <= ? AND m."action" = ? AND m."envelopeFrom" IS NOT NULL
     ${clients.sql}`,
    [from, to, TEMPFAIL, ...clients.values],
  );
  const text = (value: SqlValue | undefined) => String(value);
  for (const { time, queueId, envelopeFrom, host, clientIp } of rows) {
    const key = { host: text(host), clientIp: text(clientIp), envelopeFrom: text(envelopeFrom) };
    attempts.add(key, Number(time), text(queueId));
  }
}

/** Logs may come in any order: what was stored before and repeats an attempt of this batch is marked now. */
async function markLater(
  store: Store,
  tempfailed: readonly Message[],
  messages: readonly StoredMessage[],
  attempts: Attempts,
): Promise<void> {
  const [newest] = await store.writer.all('SELECT MAX("time") AS "time" FROM "Message"');
  if (newest!.time === null) return;
  const last = Number(newest!.time);
  const spans = tempfailed.filter(({ time }) => time <= last);
  const clients = ofClients(spans);
  const later: MessageKey[] = [];
  for (const span of mergeSpans(spans.map(({ time }) => [time, Math.min(last, time + RETRY_SPAN)]))) {
    later.push(...(await repeatsIn(store.writer, span, attempts, clients)));
  }
  const own = new Set(messages.map(({ message }) => message));
  const found = (await store.messages(later)).filter((stored) => stored !== undefined);
  await store.save(found.filter(({ message }) => !own.has(message) && setRetry(message, attempts)));
}

/** The stored messages of a span that name no attempt yet, or another than the nearest. */
async function repeatsIn(
  writer: Writer,
  [from, to]: Span,
  attempts: Attempts,
  clients: Condition,
): Promise<MessageKey[]> {
  const rows = await writer.all(
    `SELECT m."time", m."queueId", m."envelopeFrom", m."retryOf", h."name" AS "host", c."ip" AS "clientIp"
     FROM "Message" m JOIN "Host" h ON h."id" = m."hostId" JOIN "Client" c ON c."id" = m."clientId"
     WHERE m."time" >= ? AND m."time" <= ? AND m."envelopeFrom" IS NOT NULL ${clients.sql}`,
    [from, to, ...clients.values],
  );
  const keys: MessageKey[] = [];
  for (const row of rows) {
    const message = { host: String(row.host), queueId: String(row.queueId), time: Number(row.time) };
    const before = attempts.before({
      ...message,
      clientIp: String(row.clientIp),
      envelopeFrom: String(row.envelopeFrom),
    });
    if (before !== null && before !== row.retryOf) keys.push(message);
  }
  return keys;
}
