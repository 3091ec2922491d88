import { pathToFileURL } from "node:url";
import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import { databaseFault } from "./faults";
import { PrismaClient as PostgresqlClient } from "./generated/postgresql/client";
import { PrismaClient } from "./generated/sqlite/client";
import { openWriter } from "./open";
import { sqlitePath } from "./sqlite-writer";
import type { Writer } from "./writer";

export type { PrismaClient } from "./generated/sqlite/client";

/** How long a reader waits where SQLite makes it wait at all, ms: while a last writer closes the file. */
const BUSY_TIMEOUT = 10_000;

/**
 * Opens the database for reading; the schema is brought up to date first. Both databases are typed as the SQLite
 * client, which keeps what only one of them can do out of the queries. Not for `$transaction`: the SQLite adapter leaves
 * a connection behind for each, until the garbage collector finds it. Throws DatabaseFault.
 */
export async function openReader(databaseUrl: string): Promise<PrismaClient> {
  const writer = await openWriter(databaseUrl);
  const schema = await schemaOf(writer).finally(() => writer.close());
  const client = schema === null ? sqliteClient(databaseUrl) : postgresqlClient(databaseUrl, schema);
  try {
    await client.$queryRaw`SELECT 1`;
    return client;
  } catch (error) {
    await client.$disconnect().catch(() => {});
    throw databaseFault(databaseUrl, error);
  }
}

/** Where the writer's tables are; null for SQLite, which has no schemas. */
async function schemaOf(writer: Writer): Promise<string | null> {
  if (writer.provider === "sqlite") return null;
  const [row] = await writer.all('SELECT current_schema() AS "schema"');
  return String(row!.schema);
}

function sqliteClient(databaseUrl: string): PrismaClient {
  const url = pathToFileURL(sqlitePath(databaseUrl)).href;
  return new PrismaClient({ adapter: new PrismaLibSql({ url, timeout: BUSY_TIMEOUT }) });
}

function postgresqlClient(connectionString: string, schema: string): PrismaClient {
  const pool = { connectionString, max: 5, connectionTimeoutMillis: 10_000 };
  const adapter = new PrismaPg(pool, { schema });
  return new PostgresqlClient({ adapter }) as unknown as PrismaClient;
}
