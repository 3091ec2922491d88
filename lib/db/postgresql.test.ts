import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { migrateContract } from "./migrate.contract";
import { openWriter } from "./open";
import { openReader } from "./reader";
import { writerContract } from "./writer.contract";

describe.runIf(postgresqlMissing() === null)("PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server?.stop());

  writerContract(() => server.newDatabase());
  migrateContract(() => server.newDatabase());

  test("is read through the same client as SQLite", async () => {
    const url = await server.newDatabase();
    const reader = await openReader(url);
    expect(
      await reader.message.findMany({ where: { time: { gte: 0n } }, include: { recipients: true } }),
    ).toEqual([]);
    await reader.$disconnect();
  });

  test("that crashes loses the writer, and the next one works", async () => {
    const url = await server.newDatabase();
    const writer = await openWriter(url);
    const reader = await openReader(url);
    await writer.run('INSERT INTO "Setting" ("name", "value") VALUES (?, ?)', ["kept", "1"]);
    const broken = writer.transaction(async () => {
      await writer.run('UPDATE "Setting" SET "value" = ?', ["2"]);
      await server.crash();
      await writer.run('UPDATE "Setting" SET "value" = ?', ["3"]);
    });
    await expect(broken).rejects.toMatchObject({ kind: "unreachable" });
    await expect(writer.all("SELECT 1")).rejects.toMatchObject({ kind: "unreachable" });
    await expect(openWriter(url)).rejects.toMatchObject({ kind: "unreachable" });
    await writer.close();
    await server.restart();
    const next = await openWriter(url);
    expect(await next.all('SELECT "value" FROM "Setting"')).toEqual([{ value: "1" }]);
    await next.close();
    const seen = () => reader.setting.findMany().then((rows) => rows.map(({ value }) => value));
    expect(await seen().catch(seen)).toEqual(["1"]);
    await reader.$disconnect();
  });

  test("says what is wrong with an address, without its password", async () => {
    const url = new URL(await server.newDatabase());
    url.password = "se:cr@t/x";
    const wrong = { database: new URL(url), port: new URL(url), host: new URL(url) };
    wrong.database.pathname = "/nowhere";
    wrong.port.port = "1";
    wrong.host.hostname = "nowhere.invalid";
    for (const [address, kind] of [
      [wrong.database, "denied"],
      [wrong.port, "unreachable"],
      [wrong.host, "unreachable"],
    ] as const) {
      const fault = await openWriter(address.href).catch((error) => error);
      expect(fault).toMatchObject({ kind });
      expect(fault.message).not.toMatch(/se.{0,3}cr/);
    }
  });
});
