import { afterAll, beforeAll, describe } from "vitest";
import { postgresqlMissing, startPostgresql, type TestServer } from "@/e2e/postgresql";
import { filterContract } from "./filter.contract";
import { storyContract } from "./story.contract";

describe.runIf(postgresqlMissing() === null)("on PostgreSQL", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startPostgresql();
  });
  afterAll(() => server?.stop());

  storyContract(() => server.newDatabase());
  filterContract(() => server.newDatabase());
});
