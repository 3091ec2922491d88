import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { migrationsOf } from "./migrate";
import { migrateContract } from "./migrate.contract";
import { openWriter } from "./open";
import { openReader } from "./reader";
import { sqlitePath } from "./sqlite-writer";
import { writerContract } from "./writer.contract";

const folder = mkdtempSync(join(tmpdir(), "whyspf-sqlite-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let databases = 0;
const newDatabase = async () => `file:${join(folder, `${++databases}.db`)}`;
const libsql = JSON.stringify(createRequire(import.meta.url).resolve("libsql"));

/** Runs a script in another process, with the database open as `database`. */
function otherProcess(url: string, script: string) {
  const opening = `const database = new (require(${libsql}))(${JSON.stringify(sqlitePath(url))}, { timeout: 5000 });`;
  return spawn(process.execPath, ["-e", opening + script], { stdio: ["pipe", "pipe", "inherit"] });
}

describe("SQLite", () => {
  writerContract(newDatabase);
  migrateContract(newDatabase);
});

describe("a SQLite file", () => {
  test("is made with its folder, for its owner only", async () => {
    const path = join(folder, "new", "deep", "한 글%20.db");
    const url = `file:${encodeURI(path)}`;
    const writer = await openWriter(url);
    await writer.run('INSERT INTO "Setting" ("name", "value") VALUES (?, ?)', ["a", "1"]);
    expect(statSync(join(folder, "new")).mode & 0o777).toBe(0o700);
    for (const name of ["", "-wal", "-shm"]) expect(statSync(path + name).mode & 0o777).toBe(0o600);
    const reader = await openReader(url);
    expect(await reader.setting.count()).toBe(1);
    await reader.$disconnect();
    await writer.close();
  });

  test("is backed up before an upgrade, for its owner only", async () => {
    const url = await newDatabase();
    const writer = await openWriter(url);
    await writer.run('INSERT INTO "Setting" ("name", "value") VALUES (?, ?)', ["a", "1"]);
    await writer.close();
    const second = { name: "9000_test", sql: 'DELETE FROM "Setting"' };
    await (await openWriter(url, (provider) => [...migrationsOf(provider), second])).close();
    const copies = readdirSync(folder).filter((name) => name.includes(`${databases}.db.bak-`));
    expect(copies).toEqual([`${databases}.db.bak-9000_test`]);
    expect(statSync(join(folder, copies[0]!)).mode & 0o777).toBe(0o600);
    const copy = await openWriter(`file:${join(folder, copies[0]!)}`);
    expect(await copy.all('SELECT "value" FROM "Setting"')).toEqual([{ value: "1" }]);
    await copy.close();
    await expect(openWriter(url)).rejects.toMatchObject({ kind: "newer" });
  });

  test.each([
    ["file:/dev/null/x.db", "denied"],
    [`file:${folder}`, "denied"],
  ])("at %s cannot be opened", async (url, kind) => {
    await expect(openWriter(url)).rejects.toMatchObject({ kind, message: expect.stringContaining(url) });
  });

  test("that is no database, or a damaged one, is told to be so", async () => {
    const url = await newDatabase();
    writeFileSync(sqlitePath(url), "From kim@corp.example\n".repeat(1000));
    await expect(openWriter(url)).rejects.toMatchObject({ kind: "corrupt" });
    const damaged = await newDatabase();
    const writer = await openWriter(damaged);
    const schemaPages = Number((await writer.all("PRAGMA page_count"))[0]!.page_count);
    await writer.transaction(() =>
      writer.bulk({
        table: "Setting",
        columns: ["name", "value"],
        rows: Array.from({ length: 3000 }, (_, i) => [`n${i}`, "x".repeat(100)]),
        key: ["name"],
        onConflict: "keep",
      }),
    );
    await writer.close();
    const { size } = statSync(sqlitePath(damaged));
    execFileSync(
      "dd",
      [
        "if=/dev/urandom",
        `of=${sqlitePath(damaged)}`,
        "bs=4096",
        `seek=${schemaPages}`,
        `count=${size / 4096 - schemaPages}`,
        "conv=notrunc",
      ],
      { stdio: "ignore" },
    );
    const again = await openWriter(damaged);
    await expect(again.all('SELECT COUNT(DISTINCT "value") FROM "Setting"')).rejects.toMatchObject({
      kind: "corrupt",
    });
    await again.close();
  });

  test("on a full disk refuses, keeps what it has, and goes on once there is room", async () => {
    const writer = await openWriter(await newDatabase());
    const [pages] = await writer.all("PRAGMA page_count");
    await writer.all(`PRAGMA max_page_count = ${Number(pages!.page_count) + 2}`);
    const rows = Array.from({ length: 2000 }, (_, i) => [`n${i}`, "x".repeat(100)]);
    const write = () =>
      writer.transaction(() =>
        writer.bulk({
          table: "Setting",
          columns: ["name", "value"],
          rows,
          key: ["name"],
          onConflict: "keep",
        }),
      );
    await expect(write()).rejects.toMatchObject({ kind: "full" });
    expect(await writer.all('SELECT * FROM "Setting"')).toEqual([]);
    await writer.all("PRAGMA max_page_count = 1000000");
    await write();
    expect(await writer.all('SELECT * FROM "Setting"')).toHaveLength(2000);
    await writer.close();
  });

  test("that may only be read refuses to be written", async () => {
    const url = await newDatabase();
    const writer = await openWriter(url);
    await writer.run("PRAGMA query_only = ON");
    const writing = writer.transaction(() => writer.run('DELETE FROM "Setting"'));
    await expect(writing).rejects.toMatchObject({ kind: "readonly" });
    await writer.close();
  });

  test("that another process writes is waited for", async () => {
    const url = await newDatabase();
    const writer = await openWriter(url);
    const other = otherProcess(
      url,
      `database.exec("BEGIN IMMEDIATE"); console.log("locked"); setTimeout(() => database.exec("COMMIT"), 700);`,
    );
    const exited = new Promise((resolve) => other.once("exit", resolve));
    await new Promise((resolve) => other.stdout.once("data", resolve));
    const start = Date.now();
    await writer.transaction(() => writer.run('DELETE FROM "Setting"'));
    expect(Date.now() - start).toBeGreaterThan(300);
    await exited;
    await writer.close();
  });

  test("keeps its locks when it is opened once more, so that no other process takes itself for the last", async () => {
    const url = await newDatabase();
    const first = await openWriter(url);
    await first.run('INSERT INTO "Setting" ("name", "value") VALUES (?, ?)', ["a", "1"]);
    await (await openWriter(url)).close();
    const other = otherProcess(url, `database.exec('SELECT * FROM "Setting"'); database.close();`);
    await new Promise((resolve) => other.once("exit", resolve));
    // Who closes a database last deletes its log.
    expect(existsSync(`${sqlitePath(url)}-wal`)).toBe(true);
    await first.close();
  });

  test("is read all the while another process writes it in bulk", async () => {
    const url = await newDatabase();
    await (await openWriter(url)).close();
    const other = otherProcess(
      url,
      `database.pragma("journal_mode = WAL"); database.pragma("wal_autocheckpoint = 400");
      const insert = database.prepare('INSERT INTO "Setting" ("name", "value") VALUES (?, ?)');
      const end = Date.now() + 2500;
      for (let batch = 0; Date.now() < end; batch++) {
        database.exec("BEGIN IMMEDIATE");
        for (let i = 0; i < 3000; i++) insert.run([batch + " " + i, "x".repeat(200)]);
        database.exec("COMMIT");
      }
      database.close();`,
    );
    let running = true;
    const exited = new Promise((resolve) => other.once("exit", resolve)).then(() => {
      running = false;
    });
    const counts: number[] = [];
    let reader = await openReader(url);
    for (let i = 0; running; i++) {
      counts.push(await reader.setting.count());
      // The adapter's answers come without a turn of the event loop.
      await new Promise(setImmediate);
      const rows = await reader.$transaction([reader.setting.count(), reader.message.count()]);
      expect(rows[0]! % 3000).toBe(0);
      if (i % 20 === 19) {
        await reader.$disconnect();
        reader = await openReader(url);
      }
    }
    await exited;
    await reader.$disconnect();
    expect(counts.every((count) => count % 3000 === 0)).toBe(true);
    expect(new Set(counts).size).toBeGreaterThan(3);
  });
});

test("a folder's database is found by any form of its URL", () => {
  mkdirSync(join(folder, "sub"));
  expect(sqlitePath("file:///a/b%20c.db")).toBe("/a/b c.db");
  expect(sqlitePath("file:/a/100%.db?mode=x")).toBe("/a/100%.db");
  expect(sqlitePath("file:./x.db")).toBe(join(process.cwd(), "x.db"));
  expect(existsSync("x.db")).toBe(false);
});
