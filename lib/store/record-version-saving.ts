import type { PrismaClient } from "@/lib/db/reader";

/** How long a save waits for those before it, ms. */
const LONGEST_WAIT = 10_000;

/** What texts of records are kept through, in a transaction or outside one. */
export type Versions = Pick<PrismaClient, "recordVersion" | "$queryRaw" | "$executeRaw">;

/** A text of a record to keep. */
export interface NewVersion {
  domain: string;
  text: string;
  note: string;
  kind: number;
  userName: string | null;
  createdAt: bigint;
}

/**
 * Keeps a text, unless the newest of its domain and kind is the same; gives its id, or null. SQLite takes its lock for
 * writing before it looks, so that of many who save at once one is first; PostgreSQL looks at what was there when the
 * statement began, and needs `aloneAmongSavers` around it.
 */
export async function insertIfNew(client: Versions, given: NewVersion): Promise<number | null> {
  const { domain, text, note, kind, userName, createdAt } = given;
  const rows = await client.$queryRaw<{ id: unknown }[]>`
    INSERT INTO "RecordVersion" ("domain", "text", "note", "kind", "userName", "createdAt")
    SELECT CAST(${domain} AS TEXT), CAST(${text} AS TEXT), CAST(${note} AS TEXT), CAST(${kind} AS INTEGER),
      CAST(${userName} AS TEXT), CAST(${createdAt} AS BIGINT)
    WHERE NOT EXISTS (SELECT 1 FROM (SELECT "text" FROM "RecordVersion" WHERE "domain" = ${domain} AND "kind" = ${kind}
      ORDER BY "createdAt" DESC, "id" DESC LIMIT 1) "Newest" WHERE "Newest"."text" = ${text})
    RETURNING "id"`;
  return rows.length === 0 ? null : Number(rows[0]!.id);
}

/** Does what looks at the kept texts and adds to them while nobody else adds any, where the database needs that. */
export async function aloneAmongSavers<T>(
  client: PrismaClient,
  work: (client: Versions) => Promise<T>,
): Promise<T> {
  // A transaction of the SQLite client leaves a connection behind; insertIfNew needs none there.
  if (!(await isPostgresql(client))) return work(client);
  return client.$transaction(
    async (alone) => {
      await alone.$executeRaw`LOCK TABLE "RecordVersion" IN SHARE ROW EXCLUSIVE MODE`;
      return work(alone);
    },
    { maxWait: LONGEST_WAIT, timeout: LONGEST_WAIT },
  );
}

/** Whether a client's database is PostgreSQL, whose LIKE tells capitals from small letters, as that of SQLite does not. */
async function isPostgresql(client: PrismaClient): Promise<boolean> {
  const [row] = await client.$queryRaw<{ isSame: unknown }[]>`
    SELECT CASE WHEN 'a' LIKE 'A' THEN 1 ELSE 0 END AS "isSame"`;
  return Number(row!.isSame) === 0;
}
