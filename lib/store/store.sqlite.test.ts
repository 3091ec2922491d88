import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { logsContract } from "./log-files.contract";
import { retriesContract } from "./retries.contract";
import { rollupsContract } from "./rollups.contract";
import { storeContract } from "./store.contract";
import { whyVisitsContract } from "./why-visits.contract";

const folder = mkdtempSync(join(tmpdir(), "whyspf-store-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;
const newDatabase = async () => `file:${join(folder, `${++databases}.db`)}`;

describe("on SQLite", () => {
  storeContract(newDatabase);
  rollupsContract(newDatabase);
  retriesContract(newDatabase);
  logsContract(newDatabase);
  whyVisitsContract(newDatabase);
});
