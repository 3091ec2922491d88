import type { PrismaClient } from "@/lib/db/reader";
import { ACTIONS, type Action } from "@/lib/logs/fact";
import type { Message } from "@/lib/logs/message";
import { RETRY_SPAN } from "@/lib/store/attempts";
import { readMessage } from "@/lib/store/message-row";

/** Another try at the same delivery, of the same host; `time` in epoch ms. */
export interface Attempt {
  queueId: string;
  time: number;
  action: Action;
}

/** One stored message and the tries before and after it. */
export interface StoredStory {
  message: Message;
  /** The try that this one repeats; null where it repeats none, or where that one is not stored. */
  earlier: Attempt | null;
  /** Those that repeat this one, earliest first, at most 20. */
  later: Attempt[];
}

const MOST_ATTEMPTS = 20;

/** The message of a host's queue id; null where none is stored. */
export async function storedMessage(
  reader: PrismaClient,
  host: string,
  queueId: string,
): Promise<StoredStory | null> {
  const found = await byKey(reader, host, queueId);
  if (found === null) return null;
  const { message, hostId, clientId } = found;
  const earlier = message.retryOf === null ? null : await byKey(reader, host, message.retryOf);
  const later = clientId === null ? [] : await repeatsOf(reader, message, hostId, clientId);
  return { message, earlier: earlier && attemptOf(earlier.message), later };
}

function attemptOf({ queueId, time, action }: Message): Attempt {
  return { queueId, time, action };
}

/** By the unique index on host and queue id, which serves only if the host's number is known. */
async function byKey(reader: PrismaClient, host: string, queueId: string) {
  // PostgreSQL takes no text with a NUL, and so stores none.
  if (host.includes("\0") || queueId.includes("\0")) return null;
  const machine = await reader.host.findUnique({ where: { name: host } });
  if (machine === null) return null;
  const row = await reader.message.findUnique({
    where: { hostId_queueId: { hostId: machine.id, queueId } },
    include: { client: true, helo: true, checker: true, recipients: { orderBy: { ordinal: "asc" } } },
  });
  if (row === null) return null;
  const { client, helo, checker, recipients, ...own } = row;
  const names = {
    host,
    clientIp: client?.ip ?? null,
    helo: helo?.name ?? null,
    checker: checker?.name ?? null,
  };
  const message = readMessage({ ...own, ...names }, recipients);
  return { message, hostId: row.hostId, clientId: row.clientId };
}

/**
 * The messages that name this one as the try they repeat. They are of the same client and come within a day of it, so
 * the index on client and time finds them; none on `retryOf` is needed.
 */
async function repeatsOf(
  reader: PrismaClient,
  { queueId, time, action }: Message,
  hostId: number,
  clientId: number,
): Promise<Attempt[]> {
  if (action !== "tempfail") return [];
  const rows = await reader.message.findMany({
    // The host is compared here and not asked for: SQLite would search by host then, through all of its messages.
    where: { clientId, time: { gte: time, lte: time + RETRY_SPAN }, retryOf: queueId },
    select: { hostId: true, queueId: true, time: true, action: true },
    orderBy: [{ time: "asc" }, { id: "asc" }],
    take: MOST_ATTEMPTS,
  });
  return rows
    .filter((row) => row.hostId === hostId)
    .map((row) => ({ queueId: row.queueId, time: Number(row.time), action: ACTIONS[row.action]! }));
}
