import { PrismaLibSql } from "@prisma/adapter-libsql";
import { PrismaPg } from "@prisma/adapter-pg";
import { databaseFault } from "./faults";
import { PrismaClient as PostgresqlClient } from "./generated/postgresql/client";
import { PrismaClient } from "./generated/sqlite/client";
import { openWriter } from "./open";
import { sqlitePath } from "./sqlite-writer";

export type { PrismaClient } from "./generated/sqlite/client";

/**
 * Opens the database for reading; the schema is brought up to date first. Both databases are typed as the SQLite
 * client, which keeps what only one of them can do out of the queries. Throws DatabaseFault.
 */
export async function openReader(databaseUrl: string): Promise<PrismaClient> {
  const writer = await openWriter(databaseUrl);
  await writer.close();
  const client = databaseUrl.startsWith("file:") ? sqliteClient(databaseUrl) : postgresqlClient(databaseUrl);
  try {
    await client.$queryRaw`SELECT 1`;
    return client;
  } catch (error) {
    await client.$disconnect().catch(() => {});
    throw databaseFault(databaseUrl, error);
  }
}

function sqliteClient(databaseUrl: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaLibSql({ url: `file:${sqlitePath(databaseUrl)}` }) });
}

function postgresqlClient(databaseUrl: string): PrismaClient {
  const adapter = new PrismaPg({ connectionString: databaseUrl, max: 5, connectionTimeoutMillis: 10_000 });
  return new PostgresqlClient({ adapter }) as unknown as PrismaClient;
}
