import type { Writer } from "@/lib/db/writer";
import { DELIVERY_STATUSES } from "@/lib/logs/fact";
import { SPF_RESULTS, type SpfResult } from "@/lib/spf";

/** A procmail block as it is stored; `time` is its wall clock, epoch ms as if UTC. */
export interface BlockRow {
  /** The log that holds it; set when read. */
  fileId?: number;
  offset: number;
  time: number | null;
  sender: string;
  /** JSON of the rest. */
  detail: string;
}

/** A delivery that procmail may have logged. */
export interface LocalDeliveryRow {
  messageRef: number;
  ordinal: number;
  address: string;
  sender: string;
  /** Epoch ms. */
  statusTime: number;
  seconds: number | null;
  size: number | null;
  result: SpfResult | null;
  utcOffset: number;
  host: string;
  queueId: string;
  /** The lines that prove the message, as in Message. */
  lines: string[];
}

/** Enters blocks of one log, or replaces those of the same place. */
export async function saveBlocks(writer: Writer, fileId: number, blocks: readonly BlockRow[]): Promise<void> {
  const rows = blocks.map(({ offset, time, sender, detail }) => [fileId, offset, time, sender, detail]);
  const columns = ["fileId", "offset", "time", "sender", "detail"];
  await writer.bulk({
    table: "ProcmailBlock",
    columns,
    rows,
    key: ["fileId", "offset"],
    onConflict: "replace",
  });
}

/** Blocks with a time in [from, to], in the order of their logs; equal ones of copied logs only once. */
export async function blocksBetween(writer: Writer, from: number, to: number): Promise<BlockRow[]> {
  const rows = await writer.all(
    'SELECT "fileId", "offset", "time", "sender", "detail" FROM "ProcmailBlock" WHERE "time" >= ? AND "time" <= ? ORDER BY "fileId", "offset"',
    [from, to],
  );
  return rows.map((row) => ({
    fileId: Number(row.fileId),
    offset: Number(row.offset),
    time: Number(row.time),
    sender: String(row.sender),
    detail: String(row.detail),
  }));
}

export async function hasBlocks(writer: Writer): Promise<boolean> {
  return (await writer.all('SELECT 1 AS "one" FROM "ProcmailBlock" LIMIT 1')).length > 0;
}

/** Marks a span (wall clock, ms) whose blocks and deliveries have to be linked. */
export async function addPendingLink(writer: Writer, from: number, to: number): Promise<void> {
  const [next] = await writer.all('SELECT COALESCE(MAX("id"), 0) + 1 AS "id" FROM "PendingLink"');
  await writer.run('INSERT INTO "PendingLink" ("id", "from", "to") VALUES (?, ?, ?)', [
    Number(next!.id),
    from,
    to,
  ]);
}

export async function pendingLinks(writer: Writer): Promise<{ id: number; from: number; to: number }[]> {
  const rows = await writer.all('SELECT "id", "from", "to" FROM "PendingLink" ORDER BY "id"');
  return rows.map((row) => ({ id: Number(row.id), from: Number(row.from), to: Number(row.to) }));
}

export async function removePendingLink(writer: Writer, id: number): Promise<void> {
  await writer.run('DELETE FROM "PendingLink" WHERE "id" = ?', [id]);
}

/** Local deliveries that succeeded, of messages that came in between two times (epoch ms). */
export async function localDeliveries(writer: Writer, from: number, to: number): Promise<LocalDeliveryRow[]> {
  const rows = await writer.all(
    `SELECT r."messageRef", r."ordinal", r."address", r."local", r."statusTime", r."seconds", m."envelopeFrom", m."size", m."result",
       m."utcOffset", m."queueId", m."lines", h."name" AS "host"
     FROM "Message" m JOIN "Recipient" r ON r."messageRef" = m."id" JOIN "Host" h ON h."id" = m."hostId"
     WHERE m."time" >= ? AND m."time" <= ? AND r."status" = ? ORDER BY r."statusTime", r."messageRef", r."ordinal"`,
    [from, to, DELIVERY_STATUSES.indexOf("sent")],
  );
  const number = (value: unknown) => (value === null ? null : Number(value));
  return rows
    .filter((row) => Boolean(row.local))
    .map((row) => ({
      messageRef: Number(row.messageRef),
      ordinal: Number(row.ordinal),
      address: String(row.address),
      sender: row.envelopeFrom === null ? "" : String(row.envelopeFrom),
      statusTime: Number(row.statusTime),
      seconds: number(row.seconds),
      size: number(row.size),
      result: row.result === null ? null : (SPF_RESULTS[Number(row.result)] ?? null),
      utcOffset: Number(row.utcOffset),
      host: String(row.host),
      queueId: String(row.queueId),
      lines: String(row.lines).split(" "),
    }));
}
