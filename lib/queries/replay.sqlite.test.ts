import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { enforcementContract } from "./enforcement.contract";
import { replayContract } from "./replay.contract";

const folder = mkdtempSync(join(tmpdir(), "whyspf-replay-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;

describe("on SQLite", () => {
  replayContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  enforcementContract(async () => `file:${join(folder, `${++databases}.db`)}`);
});
