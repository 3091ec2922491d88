import { afterAll, beforeAll, describe } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { logsContract } from "./log-files.contract";
import { retriesContract } from "./retries.contract";
import { rollupsContract } from "./rollups.contract";
import { storeContract } from "./store.contract";
import { whyVisitsContract } from "./why-visits.contract";

describe.runIf(postgresqlMissing() === null)("on PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server?.stop());

  const newDatabase = () => server.newDatabase();
  storeContract(newDatabase);
  rollupsContract(newDatabase);
  retriesContract(newDatabase);
  logsContract(newDatabase);
  whyVisitsContract(newDatabase);
});
