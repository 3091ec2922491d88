import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ipHex } from "@/lib/net/network";
import { DatabaseFault } from "./faults";
import { migrate, migrationsOf } from "./migrate";
import { openWriter } from "./open";
import { PostgresqlWriter } from "./postgresql-writer";
import { modelsOf } from "./schema.fixture";
import { SqliteWriter } from "./sqlite-writer";
import type { SqlRow, Writer } from "./writer";

/** Of the messages in the fixtures. */
const FATES = [
  { id: 1, fate: 5 },
  { id: 2, fate: 1 },
  { id: 3, fate: 2 },
];
const FIXTURES = new URL("../../prisma/fixtures/", import.meta.url);

/** Bringing a database to this release's schema, on every database. */
export function migrateContract(newDatabase: () => Promise<string>): void {
  async function using<T>(writer: Promise<Writer>, work: (writer: Writer) => Promise<T>): Promise<T> {
    const opened = await writer;
    return work(opened).finally(() => opened.close());
  }
  const unmigrated = (url: string): Promise<Writer> =>
    url.startsWith("file:") ? SqliteWriter.open(url) : PostgresqlWriter.open(url);
  const nameOf = (row: SqlRow) => String(row.name);

  describe("a migrated database", () => {
    test("has exactly the tables and columns of the schema", async () => {
      await using(openWriter(await newDatabase()), async (writer) => {
        for (const { table, columns } of modelsOf(writer.provider)) {
          const sql =
            writer.provider === "sqlite"
              ? `SELECT "name", "type", "notnull" AS "required" FROM pragma_table_info('${table}')`
              : `SELECT column_name AS "name", upper(data_type) AS "type", CASE is_nullable WHEN 'NO' THEN 1 ELSE 0 END AS "required"
                 FROM information_schema.columns WHERE table_name = '${table}'`;
          const found = (await writer.all(sql)).map(({ name, type, required }) => ({
            name,
            type,
            required: Number(required) === 1,
          }));
          const byName = (a: { name: unknown }, b: { name: unknown }) =>
            String(a.name) < String(b.name) ? -1 : 1;
          expect({ table, columns: found.sort(byName) }).toEqual({ table, columns: columns.sort(byName) });
        }
        const tables =
          writer.provider === "sqlite"
            ? `SELECT "name" FROM sqlite_master WHERE type = 'table' AND "name" NOT LIKE 'sqlite_%'`
            : `SELECT tablename AS "name" FROM pg_tables WHERE schemaname = current_schema()`;
        const expected = [...modelsOf(writer.provider).map(({ table }) => table), "_prisma_migrations"];
        expect((await writer.all(tables)).map(nameOf).sort()).toEqual(expected.sort());
      });
    });

    test("has the indexes that the schema asks for", async () => {
      await using(openWriter(await newDatabase()), async (writer) => {
        const sql =
          writer.provider === "sqlite"
            ? `SELECT "name" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`
            : `SELECT indexname AS "name" FROM pg_indexes WHERE schemaname = current_schema() AND indexname !~ '_pkey$'`;
        const expected = modelsOf(writer.provider).flatMap(({ indexes }) => indexes);
        expect((await writer.all(sql)).map(nameOf).sort()).toEqual(
          [...expected, "Message_notable_idx", "Recipient_address_idx"].sort(),
        );
      });
    });

    test("keeps Prisma's own record of it, once", async () => {
      const url = await newDatabase();
      for (let i = 0; i < 2; i++) await using(openWriter(url), async () => {});
      await using(openWriter(url), async (writer) => {
        const rows = await writer.all(
          'SELECT "migration_name", length("checksum") AS "length", "applied_steps_count" AS "steps", "finished_at" FROM "_prisma_migrations"',
        );
        expect(rows).toMatchObject(
          migrationsOf(writer.provider).map(({ name }) => ({ migration_name: name, length: 64, steps: 1 })),
        );
        expect(rows.every((row) => row.finished_at !== null)).toBe(true);
      });
    });

    test("that a newer release made is refused", async () => {
      const url = await newDatabase();
      await using(openWriter(url), async (writer) => {
        await writer.run(`INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "finished_at", "started_at")
          SELECT 'x', "checksum", '9999_later', "finished_at", "started_at" FROM "_prisma_migrations" LIMIT 1`);
      });
      const fault = await openWriter(url).catch((error) => error);
      expect(fault).toBeInstanceOf(DatabaseFault);
      expect(fault).toMatchObject({ kind: "newer", message: expect.stringContaining("9999_later") });
    });
  });

  describe("an upgrade", () => {
    const second = { name: "9000_test", sql: 'ALTER TABLE "Setting" ADD COLUMN "note" TEXT' };

    test("that breaks off changes nothing", async () => {
      const url = await newDatabase();
      await using(openWriter(url), async (writer) => {
        const broken = { ...second, sql: `${second.sql}; SELECT nonsense;` };
        await expect(
          migrate(writer, url, undefined, [...migrationsOf(writer.provider), broken]),
        ).rejects.toThrow();
        await migrate(writer, url, undefined, [...migrationsOf(writer.provider), second]);
        expect(await writer.all('SELECT "note" FROM "Setting"')).toEqual([]);
      });
    });

    test("asks for a backup only where there is something to lose", async () => {
      const url = await newDatabase();
      const backups: string[] = [];
      const backUp = async (name: string) => void backups.push(name);
      await using(unmigrated(url), async (writer) => {
        await migrate(writer, url, backUp);
        await migrate(writer, url, backUp);
        expect(backups).toEqual([]);
        await migrate(writer, url, backUp, [...migrationsOf(writer.provider), second]);
        expect(backups).toEqual(["9000_test"]);
      });
    });

    test("by two processes at once is made once", async () => {
      const url = await newDatabase();
      const writers = await Promise.all([unmigrated(url), unmigrated(url)]);
      if (writers[0].provider === "sqlite") for (const writer of writers) await migrate(writer, url);
      else await Promise.all(writers.map((writer) => migrate(writer, url)));
      expect(await writers[0].all('SELECT "id" FROM "_prisma_migrations"')).toHaveLength(
        migrationsOf(writers[0].provider).length,
      );
      for (const writer of writers) await writer.close();
    });

    const fixtures = readdirSync(FIXTURES).filter((name) => name.endsWith(".sql"));
    test.each(fixtures)("from the schema of %s keeps every row", async (fixture) => {
      const url = await newDatabase();
      const inserts = readFileSync(new URL(fixture, FIXTURES), "utf8");
      const number = fixture.slice(0, 4);
      const counts = async (writer: Writer) => {
        const found: number[] = [];
        for (const table of tables) {
          const [row] = await writer.all(`SELECT COUNT(*) AS "n" FROM "${table}"`);
          found.push(Number(row!.n));
        }
        return found;
      };
      const tables = [...inserts.matchAll(/^INSERT INTO "(\w+)"/gm)].map((match) => match[1]!);
      const before = await using(unmigrated(url), async (writer) => {
        await migrate(
          writer,
          url,
          undefined,
          migrationsOf(writer.provider).filter(({ name }) => name.slice(0, 4) <= number),
        );
        await writer.run(inserts);
        return counts(writer);
      });
      await using(openWriter(url), async (writer) => {
        expect(await counts(writer)).toEqual(before);
        const clients = await writer.all('SELECT "ip", "hex" FROM "Client" ORDER BY "id"');
        expect(clients.map(({ ip, hex }) => ipHex(String(ip)) === hex)).toEqual(clients.map(() => true));
        expect(await writer.all('SELECT "id", "fate" FROM "Message" ORDER BY "id"')).toEqual(FATES);
      });
      expect(before.every((n) => n > 0)).toBe(true);
    });
  });
}
