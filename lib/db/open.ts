import { chmodSync, existsSync, renameSync } from "node:fs";
import { fillClientHex } from "./fill-client-hex";
import { migrate, migrationsOf } from "./migrate";
import { PostgresqlWriter } from "./postgresql-writer";
import { SqliteWriter, sqlitePath } from "./sqlite-writer";
import type { Writer } from "./writer";

/**
 * Opens the database for writing and brings it to this release's schema; a SQLite file is made where there is none, and
 * backed up beside itself before an upgrade. Throws DatabaseFault.
 */
export async function openWriter(databaseUrl: string, migrations = migrationsOf): Promise<Writer> {
  const isFile = databaseUrl.startsWith("file:");
  const writer = isFile ? await SqliteWriter.open(databaseUrl) : await PostgresqlWriter.open(databaseUrl);
  try {
    const keep = isFile ? (firstNew: string) => backUp(writer, databaseUrl, firstNew) : undefined;
    await migrate(writer, databaseUrl, keep, migrations(writer.provider));
    await fillClientHex(writer);
    return writer;
  } catch (error) {
    await writer.close();
    throw error;
  }
}

/** Copies the file to `x.db.bak-<migration>`; a copy that was cut short never has that name. */
async function backUp(writer: Writer, databaseUrl: string, firstNew: string): Promise<void> {
  const copy = `${sqlitePath(databaseUrl)}.bak-${firstNew}`;
  if (existsSync(copy)) return;
  const partial = `${copy}.${process.pid}`;
  await writer.run("VACUUM INTO ?", [partial]);
  chmodSync(partial, 0o600);
  renameSync(partial, copy);
}
