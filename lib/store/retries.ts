import type { Writer } from "@/lib/db/writer";
import { ACTIONS } from "@/lib/logs/fact";
import type { Message } from "@/lib/logs/message";
import type { Store, StoredMessage } from "./store";

const DAY = 86_400_000;
const TEMPFAIL = ACTIONS.indexOf("tempfail");

interface Attempt {
  time: number;
  queueId: string;
}

function keyOf(message: Pick<Message, "host" | "clientIp" | "envelopeFrom">): string | null {
  if (message.clientIp === null || message.envelopeFrom === null) return null;
  return `${message.host}\n${message.clientIp}\n${message.envelopeFrom}`;
}

/**
 * Marks the messages that repeat an earlier, tempfailed delivery: same host, client and sender within 24 hours; each
 * names the nearest earlier attempt. Messages stored before are marked too where their earlier attempt comes late.
 * Inside a transaction.
 */
export async function markRetries(store: Store, messages: StoredMessage[]): Promise<void> {
  if (messages.length === 0) return;
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { message } of messages) {
    if (message.time < from) from = message.time;
    if (message.time > to) to = message.time;
  }
  const attempts = await storedAttempts(store.writer, from - DAY, to);
  for (const { message } of messages) if (message.action === "tempfail") addAttempt(attempts, message);
  if (attempts.size === 0) return;
  for (const list of attempts.values()) list.sort((a, b) => a.time - b.time);
  for (const { message } of messages) setRetry(message, attempts);
  await markLater(store, messages, attempts);
}

function addAttempt(attempts: Map<string, Attempt[]>, message: Message): void {
  const key = keyOf(message);
  if (key === null) return;
  const { time, queueId } = message;
  const list = attempts.get(key);
  if (!list) attempts.set(key, [{ time, queueId }]);
  else if (!list.some((attempt) => attempt.queueId === queueId)) list.push({ time, queueId });
}

function setRetry(message: Message, attempts: Map<string, Attempt[]>): boolean {
  const list = attempts.get(keyOf(message) ?? "");
  const before = list?.findLast(({ time, queueId }) => time <= message.time && queueId < message.queueId);
  if (!before || message.time - before.time > DAY || message.retryOf === before.queueId) return false;
  message.retryOf = before.queueId;
  return true;
}

async function storedAttempts(writer: Writer, from: number, to: number): Promise<Map<string, Attempt[]>> {
  const attempts = new Map<string, Attempt[]>();
  const rows = await writer.all(
    `SELECT m."time", m."queueId", m."envelopeFrom", h."name" AS "host", c."ip"
     FROM "Message" m JOIN "Host" h ON h."id" = m."hostId" JOIN "Client" c ON c."id" = m."clientId"
     WHERE m."action" <> 0 AND m."time" >= ? AND m."time" <= ? AND m."action" = ? AND m."envelopeFrom" IS NOT NULL`,
    [from, to, TEMPFAIL],
  );
  for (const row of rows) {
    const key = `${row.host}\n${row.ip}\n${row.envelopeFrom}`;
    const attempt = { time: Number(row.time), queueId: String(row.queueId) };
    const list = attempts.get(key);
    if (list) list.push(attempt);
    else attempts.set(key, [attempt]);
  }
  return attempts;
}

/** Logs may come in any order: what was stored before and repeats an attempt of this batch is marked now. */
async function markLater(
  store: Store,
  messages: StoredMessage[],
  attempts: Map<string, Attempt[]>,
): Promise<void> {
  const own = new Set(messages.map(({ message }) => `${message.host}\n${message.queueId}`));
  const tempfailed = messages.filter(({ message }) => message.action === "tempfail").slice(0, 2000);
  if (tempfailed.length === 0) return;
  const earliest = Math.min(...tempfailed.map(({ message }) => message.time));
  const [newest] = await store.writer.all('SELECT MAX("time") AS "time" FROM "Message"');
  if (newest!.time === null || Number(newest!.time) < earliest) return;
  const later: { host: string; queueId: string }[] = [];
  for (const { message } of tempfailed) {
    if (message.time > Number(newest!.time)) continue;
    for (const key of await laterAttempts(store.writer, message)) {
      if (!own.has(`${key.host}\n${key.queueId}`)) later.push(key);
    }
  }
  const found = (await store.messages(later)).filter((stored) => stored !== undefined);
  const changed = [...new Set(found)].filter(({ message }) => setRetry(message, attempts));
  await store.save(changed);
}

async function laterAttempts(writer: Writer, { host, clientIp, envelopeFrom, time }: Message) {
  const rows = await writer.all(
    `SELECT m."queueId" FROM "Message" m JOIN "Client" c ON c."id" = m."clientId" JOIN "Host" h ON h."id" = m."hostId"
     WHERE m."time" > ? AND m."time" <= ? AND c."ip" = ? AND m."envelopeFrom" = ? AND h."name" = ? LIMIT 50`,
    [time, time + DAY, clientIp, envelopeFrom, host],
  );
  return rows.map((row) => ({ host, queueId: String(row.queueId) }));
}
