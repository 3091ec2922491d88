import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { sourcesContract } from "./sources.contract";

const folder = mkdtempSync(join(tmpdir(), "whyspf-sources-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;

describe("on SQLite", () => {
  sourcesContract(async () => `file:${join(folder, `${++databases}.db`)}`);
});
