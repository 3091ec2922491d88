import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { filterContract } from "./filter.contract";
import { insightsContract } from "./insights.contract";
import { oddNamesContract } from "./odd-names.contract";
import { ownDomainsContract } from "./own-domains.contract";
import { queriesContract } from "./queries.contract";
import { recordVersionsContract } from "./record-versions.contract";
import { toldDomainsContract } from "./told-domains.contract";
import { whyMessageContract } from "./why-message.contract";

const folder = mkdtempSync(join(tmpdir(), "whyspf-queries-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;

describe("on SQLite", () => {
  ownDomainsContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  queriesContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  filterContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  oddNamesContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  insightsContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  whyMessageContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  toldDomainsContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  recordVersionsContract(async () => `file:${join(folder, `${++databases}.db`)}`);
});
