import type { Writer } from "@/lib/db/writer";
import type { StoredMessage } from "@/lib/store/store";

const NAME = "utcOffsets";

/** The clocks of all logs, as minutes east of UTC: procmail's times name no zone and may be any of these. */
export async function clockOffsets(writer: Writer): Promise<number[]> {
  const [row] = await writer.all('SELECT "value" FROM "Setting" WHERE "name" = ?', [NAME]);
  return row ? (JSON.parse(String(row.value)) as number[]) : [];
}

/** Keeps the offsets that messages were logged with. */
export async function rememberOffsets(writer: Writer, saved: readonly StoredMessage[]): Promise<void> {
  if (saved.length === 0) return;
  const seen = new Set(saved.map(({ message }) => message.utcOffset));
  const known = await clockOffsets(writer);
  const all = new Set([...known, ...seen]);
  if (all.size === known.length) return;
  const value = JSON.stringify([...all].slice(0, 64));
  await writer.run(
    'INSERT INTO "Setting" ("name", "value") VALUES (?, ?) ON CONFLICT ("name") DO UPDATE SET "value" = excluded."value"',
    [NAME, value],
  );
}
