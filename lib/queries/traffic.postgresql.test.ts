import { afterAll, beforeAll, describe } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { domainSendersContract } from "./domain-senders.contract";
import { trafficContract } from "./traffic.contract";

describe.runIf(postgresqlMissing() === null)("on PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server?.stop());

  domainSendersContract(() => server.newDatabase());
  trafficContract(() => server.newDatabase());
});
