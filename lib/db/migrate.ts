import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseFault, shownUrl } from "./faults";
import { packageRoot } from "./package-root";
import type { Writer } from "./writer";

const TABLE = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" TEXT PRIMARY KEY NOT NULL, "checksum" TEXT NOT NULL, "finished_at" DATETIME, "migration_name" TEXT NOT NULL,
    "logs" TEXT, "rolled_back_at" DATETIME, "started_at" DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count" INTEGER UNSIGNED NOT NULL DEFAULT 0)`,
  postgresql: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL, "checksum" VARCHAR(64) NOT NULL, "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL, "logs" TEXT, "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(), "applied_steps_count" INTEGER NOT NULL DEFAULT 0)`,
};

interface Migration {
  name: string;
  sql: string;
}

/** The migrations of one kind of database, in order. */
export function migrationsOf(provider: Writer["provider"]): Migration[] {
  const folder = join(packageRoot(), "prisma", "migrations", provider);
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, "migration.sql")))
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, "migration.sql"), "utf8") }));
}

/**
 * Brings the database to this release's schema, in one transaction, whoever else does the same at that moment. Keeps
 * Prisma's own table of migrations. `backUp` is called before a database that is in use is changed. Throws DatabaseFault.
 */
export async function migrate(
  writer: Writer,
  databaseUrl: string,
  backUp: (firstNew: string) => Promise<void> = async () => {},
  migrations = migrationsOf(writer.provider),
): Promise<void> {
  const missing = missingOf(databaseUrl, migrations, await appliedOf(writer));
  if (missing.length === 0) return;
  if (missing.length < migrations.length) await backUp(missing[0]!.name);
  await writer.transaction(async () => {
    await writer.run(TABLE[writer.provider]);
    for (const migration of missingOf(databaseUrl, migrations, await appliedOf(writer)))
      await apply(writer, migration);
  });
}

async function appliedOf(writer: Writer): Promise<string[]> {
  const catalog =
    writer.provider === "sqlite"
      ? `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" = '_prisma_migrations'`
      : `SELECT "tablename" FROM "pg_tables" WHERE "schemaname" = current_schema() AND "tablename" = '_prisma_migrations'`;
  if ((await writer.all(catalog)).length === 0) return [];
  const rows = await writer.all(
    'SELECT "migration_name" FROM "_prisma_migrations" WHERE "finished_at" IS NOT NULL AND "rolled_back_at" IS NULL',
  );
  return rows.map((row) => String(row.migration_name));
}

function missingOf(databaseUrl: string, migrations: Migration[], applied: string[]): Migration[] {
  const names = new Set(migrations.map(({ name }) => name));
  const foreign = applied.find((name) => !names.has(name));
  if (foreign) {
    throw new DatabaseFault(
      "newer",
      `The database ${shownUrl(databaseUrl)} was made by a newer whyspf (it knows ${foreign}): update this one.`,
    );
  }
  return migrations.filter(({ name }) => !applied.includes(name));
}

async function apply(writer: Writer, { name, sql }: Migration): Promise<void> {
  await writer.run(sql);
  const checksum = createHash("sha256").update(sql).digest("hex");
  const now = writer.provider === "sqlite" ? Date.now() : new Date().toISOString();
  await writer.run(
    `INSERT INTO "_prisma_migrations" ("id", "checksum", "finished_at", "migration_name", "started_at", "applied_steps_count")
     VALUES (?, ?, ?, ?, ?, 1)`,
    [randomUUID(), checksum, now, name, now],
  );
}
