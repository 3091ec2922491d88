import type { SqlRow, SqlValue, Writer } from "@/lib/db/writer";
import { ACTIONS, type Action } from "@/lib/logs/fact";
import type { Message } from "@/lib/logs/message";
import { SPF_RESULTS, type SpfResult } from "@/lib/spf";
import { MESSAGE_SELECT, readMessage } from "@/lib/store/message-row";

/** Which messages are asked for; what is undefined does not narrow. */
export interface MessageFilter {
  /** Epoch ms, inclusive. */
  since?: number;
  /** Epoch ms, exclusive. */
  until?: number;
  /** null asks for those whose result is not logged. */
  result?: SpfResult | null;
  action?: Action;
  /** Checked domain, lower case. */
  domain?: string;
  host?: string;
}

const PAGE = 1000;

/** All messages of a filter in order of time, a page at a time, so that millions need no more memory than one. */
export async function* messagesInOrder(writer: Writer, filter: MessageFilter): AsyncGenerator<Message> {
  const { where, values } = conditions(filter);
  let after: [number, number] | null = null;
  for (;;) {
    const rows: SqlRow[] = await page(writer, where, values, after);
    const recipients = await recipientsOf(writer, rows);
    for (const row of rows) yield readMessage(row, recipients.get(Number(row.id)) ?? []);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = [Number(last.time), Number(last.id)];
  }
}

function conditions(filter: MessageFilter): { where: string[]; values: SqlValue[] } {
  const where: string[] = ["1 = 1"];
  const values: SqlValue[] = [];
  const add = (condition: string, ...given: SqlValue[]) => {
    where.push(condition);
    values.push(...given);
  };
  if (filter.since !== undefined) add('m."time" >= ?', filter.since);
  if (filter.until !== undefined) add('m."time" < ?', filter.until);
  if (filter.result === null) add('m."result" IS NULL');
  else if (filter.result !== undefined) add('m."result" = ?', SPF_RESULTS.indexOf(filter.result));
  if (filter.action !== undefined) add('m."action" = ?', ACTIONS.indexOf(filter.action));
  if (filter.domain !== undefined)
    add('m."domainId" = (SELECT "id" FROM "Domain" WHERE "name" = ?)', filter.domain);
  if (filter.host !== undefined) add('h."name" = ?', filter.host);
  return { where, values };
}

function page(
  writer: Writer,
  where: string[],
  values: SqlValue[],
  after: [number, number] | null,
): Promise<SqlRow[]> {
  const all = after ? [...where, '(m."time" > ? OR (m."time" = ? AND m."id" > ?))', 'm."time" >= ?'] : where;
  const given = after ? [...values, after[0], after[0], after[1], after[0]] : values;
  return writer.all(
    `${MESSAGE_SELECT} WHERE ${all.join(" AND ")} ORDER BY m."time", m."id" LIMIT ${PAGE}`,
    given,
  );
}

async function recipientsOf(writer: Writer, messages: SqlRow[]): Promise<Map<number, SqlRow[]>> {
  const found = new Map<number, SqlRow[]>();
  if (messages.length === 0) return found;
  const ids = messages.map((row) => Number(row.id));
  const marks = ids.map(() => "?").join(", ");
  const sql = `SELECT * FROM "Recipient" WHERE "messageRef" IN (${marks}) ORDER BY "messageRef", "ordinal"`;
  for (const row of await writer.all(sql, ids)) {
    const ref = Number(row.messageRef);
    const list = found.get(ref);
    if (list) list.push(row);
    else found.set(ref, [row]);
  }
  return found;
}
