import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { postgresqlMissing, startPostgresql } from "@/e2e/postgresql";
import { DatabaseFault } from "@/lib/db/faults";
import { askReader } from "@/lib/queries/ask";
import { dataSpan } from "@/lib/queries/data-span";
import { NO_FILTER } from "@/lib/queries/filter-sql";
import { resultTotals } from "@/lib/queries/results-over-time";
import { ask } from "./database";

const totals = () => ask((reader) => resultTotals(askReader(reader), { from: 0, to: 1 }, NO_FILTER));

describe("a question to the database", () => {
  const given = process.env.DATABASE_URL;
  afterEach(async () => {
    await ask((reader) => reader.$disconnect()).catch(() => {});
    (globalThis as { whyspfReader?: unknown }).whyspfReader = undefined;
    if (given === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = given;
  });

  test("is answered as soon as a database that could not be opened can be", async () => {
    const folder = mkdtempSync(join(tmpdir(), "whyspf-ask-"));
    const path = join(folder, "x.db");
    writeFileSync(path, "no database ".repeat(500));
    process.env.DATABASE_URL = `file:${path}`;
    expect(await ask(dataSpan)).toMatchObject({ kind: "corrupt" });
    rmSync(path);
    expect(await ask(dataSpan)).toBeNull();
    await ask((reader) => reader.$disconnect());
    rmSync(folder, { recursive: true, force: true });
  });

  test("throws what is no fault of the database", async () => {
    process.env.DATABASE_URL = `file:${join(tmpdir(), `whyspf-ask-${process.pid}.db`)}`;
    const bug = ask(async () => {
      throw new TypeError("a bug");
    });
    await expect(bug).rejects.toThrow(TypeError);
    rmSync(process.env.DATABASE_URL.slice("file:".length), { force: true });
  });

  test.runIf(postgresqlMissing() === null)("is answered again when a lost server is back", async () => {
    const server = await startPostgresql();
    process.env.DATABASE_URL = await server.newDatabase();
    expect(await ask(dataSpan)).toBeNull();
    await server.crash();
    for (const lost of [await totals(), await ask(dataSpan)]) {
      expect(lost).toBeInstanceOf(DatabaseFault);
      expect(lost).toMatchObject({ kind: "unreachable" });
    }
    await server.restart();
    expect(await ask(dataSpan)).toBeNull();
    await ask((reader) => reader.$disconnect());
    await server.stop();
  });
});
