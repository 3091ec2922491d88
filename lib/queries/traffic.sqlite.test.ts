import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe } from "vitest";
import { domainSendersContract } from "./domain-senders.contract";
import { trafficContract } from "./traffic.contract";

const folder = mkdtempSync(join(tmpdir(), "whyspf-traffic-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let databases = 0;

describe("on SQLite", () => {
  domainSendersContract(async () => `file:${join(folder, `${++databases}.db`)}`);
  trafficContract(async () => `file:${join(folder, `${++databases}.db`)}`);
});
