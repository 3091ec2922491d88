import { join, raw, type Sql, sqltag as sql } from "@prisma/client/runtime/client";
import type { SqlRow } from "@/lib/db/writer";
import type { Message } from "@/lib/logs/message";
import { MESSAGE_SELECT, readMessage } from "@/lib/store/message-row";
import type { Ask } from "./ask";
import type { FilterSql } from "./filter-sql";
import type { TimeRange } from "./range";

const PAGE = 1000;

/** Newest or oldest first. */
export type Order = "newest" | "oldest";

/** All messages of a filter in a range in order of time, a page at a time, so that millions need no more memory than one. */
export async function* messagesInOrder(
  ask: Ask,
  { from, to }: TimeRange,
  filter: FilterSql,
  order: Order = "oldest",
): AsyncGenerator<Message> {
  const isNewest = order === "newest";
  const direction = isNewest ? sql`DESC` : sql`ASC`;
  // One bound on each side: of two, SQLite would look from the wrong one on.
  let [low, high] = [from, to - 1];
  let beyond: Sql = sql`1 = 1`;
  for (;;) {
    const rows = await ask(sql`${raw(MESSAGE_SELECT)}
      WHERE m."time" >= ${low} AND m."time" <= ${high} AND ${beyond} AND ${filter.message}
      ORDER BY m."time" ${direction}, m."id" ${direction} LIMIT ${PAGE}`);
    const recipients = await recipientsOf(ask, rows);
    for (const row of rows) yield readMessage(row, recipients.get(Number(row.id)) ?? []);
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    const [time, id] = [Number(last.time), Number(last.id)];
    if (isNewest) high = time;
    else low = time;
    beyond = isNewest
      ? sql`(m."time" < ${time} OR m."id" < ${id})`
      : sql`(m."time" > ${time} OR m."id" > ${id})`;
  }
}

/** The recipients of messages, by the messages' numbers, in their order. */
async function recipientsOf(ask: Ask, messages: SqlRow[]): Promise<Map<number, SqlRow[]>> {
  const found = new Map<number, SqlRow[]>();
  if (messages.length === 0) return found;
  const ids = messages.map((row) => Number(row.id));
  const rows = await ask(
    sql`SELECT * FROM "Recipient" WHERE "messageRef" IN (${join(ids)}) ORDER BY "messageRef", "ordinal"`,
  );
  for (const row of rows) {
    const ref = Number(row.messageRef);
    const list = found.get(ref);
    if (list) list.push(row);
    else found.set(ref, [row]);
  }
  return found;
}
