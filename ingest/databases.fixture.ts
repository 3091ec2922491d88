import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe } from "vitest";
import { postgresqlMissing, startPostgresql } from "@/e2e/postgresql";

/** Gives each test a database and a folder of its own. */
export interface Place {
  newDatabase(): Promise<string>;
  folder(): string;
}

/** Runs the same tests on SQLite and on a real PostgreSQL; says so where there is none. */
export function onBothDatabases(name: string, tests: (place: Place) => void): void {
  const root = mkdtempSync(join(tmpdir(), "whyspf-"));
  let n = 0;
  const folder = () => mkdtempSync(join(root, "t-"));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  describe(`${name} on SQLite`, () =>
    tests({ newDatabase: async () => `file:${join(root, `${n++}.db`)}`, folder }));
  const missing = postgresqlMissing();
  if (missing) console.log(`skipped: ${name} on PostgreSQL: ${missing}`);
  describe.runIf(!missing)(`${name} on PostgreSQL`, () => {
    let server: Awaited<ReturnType<typeof startPostgresql>>;
    beforeAll(async () => {
      server = await startPostgresql();
    });
    afterAll(() => server?.stop());
    tests({ newDatabase: () => server.newDatabase(), folder });
  });
}
