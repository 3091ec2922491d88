import type { SqlRow, Writer } from "@/lib/db/writer";
import { contributionOf } from "./counts";
import type { Dictionary } from "./dictionaries";
import { MESSAGE_SELECT, readMessage } from "./message-row";
import type { StoredMessage } from "./store";

const CHUNK = 400;

/** Loads messages by host and queue id, with their recipients. */
export async function loadMessages(
  writer: Writer,
  hosts: Dictionary,
  keys: readonly { host: string; queueId: string }[],
): Promise<StoredMessage[]> {
  const byHost = new Map<string, string[]>();
  for (const { host, queueId } of keys) {
    const ids = byHost.get(host);
    if (ids) ids.push(queueId);
    else byHost.set(host, [queueId]);
  }
  const found: StoredMessage[] = [];
  for (const [host, queueIds] of byHost) {
    const hostId = await hosts.find(host);
    if (hostId === null) continue;
    for (let at = 0; at < queueIds.length; at += CHUNK) {
      const part = queueIds.slice(at, at + CHUNK);
      const sql = `${MESSAGE_SELECT} WHERE m."hostId" = ? AND m."queueId" IN (${marks(part.length)})`;
      found.push(...(await withRecipients(writer, await writer.all(sql, [hostId, ...part]))));
    }
  }
  return found;
}

function marks(count: number): string {
  return new Array(count).fill("?").join(", ");
}

async function withRecipients(writer: Writer, rows: SqlRow[]): Promise<StoredMessage[]> {
  if (rows.length === 0) return [];
  const sql = `SELECT * FROM "Recipient" WHERE "messageRef" IN (${marks(rows.length)}) ORDER BY "messageRef", "ordinal"`;
  const byMessage = new Map<number, SqlRow[]>();
  for (const recipient of await writer.all(sql, rows.map((row) => Number(row.id)))) {
    const ref = Number(recipient.messageRef);
    byMessage.set(ref, [...(byMessage.get(ref) ?? []), recipient]);
  }
  return rows.map((row) => {
    const message = readMessage(row, byMessage.get(Number(row.id)) ?? []);
    return { id: Number(row.id), message, counted: contributionOf(message) };
  });
}
