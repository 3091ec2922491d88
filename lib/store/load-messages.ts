import type { SqlRow, SqlValue, Writer } from "@/lib/db/writer";
import { contributionOf } from "./counts";
import { inLists } from "./in-lists";
import { MESSAGE_SELECT, readMessage } from "./message-row";
import type { StoredMessage } from "./store";

/** Loads messages of one host by queue id, with their recipients. */
export async function loadMessages(
  writer: Writer,
  hostId: number,
  queueIds: readonly string[],
): Promise<StoredMessage[]> {
  const found: StoredMessage[] = [];
  for (const { marks, values } of inLists(queueIds)) {
    const sql = `${MESSAGE_SELECT} WHERE m."hostId" = ? AND m."queueId" IN (${marks})`;
    const rows = await writer.all(sql, [hostId, ...values]);
    const recipients = await recipientsOf(writer, rows);
    for (const row of rows) {
      const message = readMessage(row, recipients.get(row.id!) ?? []);
      found.push({ id: Number(row.id), message, counted: contributionOf(message) });
    }
  }
  return found;
}

async function recipientsOf(writer: Writer, messages: SqlRow[]): Promise<Map<SqlValue, SqlRow[]>> {
  const byMessage = new Map<SqlValue, SqlRow[]>();
  for (const { marks, values } of inLists(messages.map(({ id }) => Number(id)))) {
    const sql = `SELECT * FROM "Recipient" WHERE "messageRef" IN (${marks}) ORDER BY "messageRef", "ordinal"`;
    for (const row of await writer.all(sql, values)) {
      const list = byMessage.get(row.messageRef!);
      if (list) list.push(row);
      else byMessage.set(row.messageRef!, [row]);
    }
  }
  return byMessage;
}
