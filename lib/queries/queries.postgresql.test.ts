import { afterAll, beforeAll, describe } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { filterContract } from "./filter.contract";
import { insightsContract } from "./insights.contract";
import { oddNamesContract } from "./odd-names.contract";
import { ownDomainsContract } from "./own-domains.contract";
import { queriesContract } from "./queries.contract";
import { recordVersionsContract } from "./record-versions.contract";
import { toldDomainsContract } from "./told-domains.contract";
import { whyMessageContract } from "./why-message.contract";

describe.runIf(postgresqlMissing() === null)("on PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server?.stop());

  ownDomainsContract(() => server.newDatabase());
  queriesContract(() => server.newDatabase());
  filterContract(() => server.newDatabase());
  oddNamesContract(() => server.newDatabase());
  insightsContract(() => server.newDatabase());
  whyMessageContract(() => server.newDatabase());
  toldDomainsContract(() => server.newDatabase());
  recordVersionsContract(() => server.newDatabase());
});
