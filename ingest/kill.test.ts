import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { postgresqlMissing, startPostgresql } from "@/e2e/postgresql";
import { benchLog } from "@/ingest/generate/bench";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";
import { onBothDatabases } from "./databases.fixture";
import { importLogs } from "./import-logs";

const ROOT = join(import.meta.dirname, "..");
const options = { year: null, zone: null, fallbackZone: fixedZone(0), defaultHost: "here", demo: false };

const SCRIPT = join(ROOT, "dist", `kill-test-${process.pid}.js`);
const PIPED_LOG = join(ROOT, "dist", `kill-test-${process.pid}.log`);

// The command line as users run it, bundled anew so that the tests cannot meet an old one.
beforeAll(async () => {
  await build({
    entryPoints: [join(ROOT, "cli/main.ts")],
    outfile: SCRIPT,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    logLevel: "error",
  });
});
afterAll(() => {
  for (const path of [SCRIPT, PIPED_LOG]) rmSync(path, { force: true });
});

function startImport(url: string, path: string): ChildProcess {
  return spawn(process.execPath, [SCRIPT, "import", "--json", path], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function endOf(child: ChildProcess): Promise<{ code: number | null; err: string }> {
  let err = "";
  child.stderr!.on("data", (chunk) => {
    err += chunk;
  });
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { code, err };
}

/** Counts and sums that differ as soon as a message is missing, doubled or told otherwise. */
async function sums(url: string) {
  const store = await Store.open(url);
  const one = async (sql: string) => (await store.writer.all(sql))[0];
  const found = {
    messages: await one(
      'SELECT COUNT(*) AS "n", SUM("action") AS "a", SUM("result") AS "r", SUM("size") AS "s", COUNT("clientId") AS "c", COUNT("retryOf") AS "t" FROM "Message"',
    ),
    recipients: await one(
      'SELECT COUNT(*) AS "n", SUM("action") AS "a", SUM("status") AS "s" FROM "Recipient"',
    ),
    hours: await one(
      'SELECT SUM("count") AS "n", SUM("count" * "hour") AS "h", SUM("count" * ("result" + 1) * ("action" + 1)) AS "x" FROM "HourCount"',
    ),
    days: await one(
      'SELECT SUM("count") AS "n", SUM("count" * "day") AS "d", SUM("count" * ("result" + 1) * ("action" + 1)) AS "x" FROM "DayCount"',
    ),
    lines: await one(
      'SELECT SUM("lines") AS "n", SUM("matched") AS "m", SUM("unknown") AS "u", SUM("position") AS "p" FROM "LogFile"',
    ),
  };
  await store.close();
  return JSON.parse(
    JSON.stringify(found, (_key, value) =>
      typeof value === "object" || value === null ? value : Number(value),
    ),
  );
}

async function position(url: string): Promise<number> {
  const store = await Store.open(url);
  const [row] = await store.writer.all('SELECT COALESCE(MAX("position"), 0) AS "p" FROM "LogFile"');
  await store.close();
  return Number(row!.p);
}

async function writeLog(path: string): Promise<void> {
  writeFileSync(path, Buffer.concat([...benchLog(16_000_000, 3)]));
}

onBothDatabases("an import that is cut short", ({ newDatabase, folder }) => {
  test.each(["SIGKILL", "SIGTERM"] as const)(
    "by %s at any moment ends, once repeated, where one reading ends",
    async (signal) => {
      const path = join(folder(), "maillog");
      await writeLog(path);
      const url = await newDatabase();
      let cuts = 0;
      // Each run is left longer than the one before, until one gets to the end however slow the machine is.
      for (let left = 150; ; left *= 1.25) {
        const child = startImport(url, path);
        const ended = endOf(child);
        await Promise.race([ended, wait(left)]);
        child.kill(signal);
        const { code } = await ended;
        if (code === 0) break;
        cuts++;
      }
      expect(cuts).toBeGreaterThan(0);
      expect(await position(url)).toBe(readFileSync(path).length);
      const whole = await newDatabase();
      const store = await Store.open(whole);
      await importLogs(store, [path], options);
      await store.close();
      expect(await sums(url)).toEqual(await sums(whole));
    },
    240_000,
  );
});

test.runIf(!postgresqlMissing())(
  "a PostgreSQL that stops in the middle of an import is told of in one sentence, and nothing is lost",
  async () => {
    const server = await startPostgresql();
    try {
      const url = await server.newDatabase();
      const path = PIPED_LOG;
      await writeLog(path);
      const child = startImport(url, path);
      const ended = endOf(child);
      for (let n = 0; n < 200 && (await position(url).catch(() => 0)) === 0; n++) await wait(20);
      await server.crash();
      const { code, err } = await ended;
      expect(code).toBe(1);
      expect(err.trim().split("\n")).toHaveLength(1);
      expect(err).toMatch(
        /^whyspf import: The (?:connection to the )?database postgresql:\/\/\S+ (?:does not answer|was lost)/,
      );
      await server.restart();
      expect((await endOf(startImport(url, path))).code).toBe(0);
      expect(await position(url)).toBe(readFileSync(path).length);
    } finally {
      await server.stop();
    }
  },
  240_000,
);
