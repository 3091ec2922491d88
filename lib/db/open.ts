import { existsSync, statSync } from "node:fs";
import { migrate } from "./migrate";
import { PostgresqlWriter } from "./postgresql-writer";
import { sqlitePath, SqliteWriter } from "./sqlite-writer";
import type { Writer } from "./writer";

/**
 * Opens the database for writing and brings it to this release's schema; a SQLite file is made where there is none, and
 * backed up beside itself before an upgrade. Throws DatabaseFault.
 */
export async function openWriter(databaseUrl: string): Promise<Writer> {
  if (!databaseUrl.startsWith("file:")) {
    const writer = await PostgresqlWriter.open(databaseUrl);
    await closingOnFault(writer, () => migrate(writer, databaseUrl));
    return writer;
  }
  const writer = new SqliteWriter(databaseUrl);
  await closingOnFault(writer, () => migrate(writer, databaseUrl, (firstNew) => backUp(writer, databaseUrl, firstNew)));
  return writer;
}

async function backUp(writer: Writer, databaseUrl: string, firstNew: string): Promise<void> {
  const path = sqlitePath(databaseUrl);
  const copy = `${path}.before-${firstNew}`;
  if (existsSync(path) && statSync(path).size > 0 && !existsSync(copy)) await writer.run("VACUUM INTO ?", [copy]);
}

async function closingOnFault(writer: Writer, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    await writer.close();
    throw error;
  }
}
