import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { filterContract } from "./filter.contract";
import { storyContract } from "./story.contract";

const folder = mkdtempSync(join(tmpdir(), "whyspf-story-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;

describe("on SQLite", () => {
  storyContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  filterContract(async () => `file:${join(folder, `${++databases}.db`)}`);
});
