import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { openReader, type PrismaClient } from "@/lib/db/reader";

/** Runs the same tests on SQLite and on a real PostgreSQL; `open` gives a client on the database of the current test. */
export function onBothDatabases(tests: (open: () => Promise<PrismaClient>) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "whyspf-accounts-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let databases = 0;
  describe("on SQLite", () => withDatabase(async () => `file:${join(folder, `${++databases}.db`)}`, tests));
  describe.runIf(postgresqlMissing() === null)("on PostgreSQL", () => {
    let server: TestServer;
    beforeAll(async () => {
      server = await startPostgresql();
    });
    afterAll(() => server?.stop());
    withDatabase(() => server.newDatabase(), tests);
  });
}

function withDatabase(
  newDatabase: () => Promise<string>,
  tests: (open: () => Promise<PrismaClient>) => void,
): void {
  let url: string;
  let clients: PrismaClient[] = [];
  beforeEach(async () => {
    url = await newDatabase();
    return async () => {
      await Promise.all(clients.map((client) => client.$disconnect()));
      clients = [];
    };
  });
  tests(async () => {
    const client = await openReader(url);
    clients.push(client);
    return client;
  });
}

/** The headers of a request, as the front hands them on. */
export function request(address: string, cookies: string[] = []): Headers {
  const cookie = cookies.map((line) => line.split(";")[0]).join("; ");
  return new Headers({ "x-whyspf-client": address, cookie, "user-agent": "Test" });
}
