import { afterAll, beforeAll, describe } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { enforcementContract } from "./enforcement.contract";
import { replayContract } from "./replay.contract";

describe.runIf(postgresqlMissing() === null)("on PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server?.stop());

  replayContract(() => server.newDatabase());
  enforcementContract(() => server.newDatabase());
});
