import { appendFileSync, copyFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { fixedZone } from "@/lib/logs/zone";
import { askWriter } from "@/lib/queries/ask";
import { NO_FILTER } from "@/lib/queries/filter-sql";
import { messagesInOrder } from "@/lib/queries/messages-in-order";
import { EVER } from "@/lib/queries/range";
import { Store } from "@/lib/store/store";
import { onBothDatabases } from "./databases.fixture";
import { followLogs } from "./follow-logs";

const LOG = readFileSync(
  join(import.meta.dirname, "..", "e2e", "fixtures", "samples", "s8138-a-mark-0.93-add", "maillog"),
);
const LINES = LOG.toString("latin1")
  .trimEnd()
  .split("\n")
  .map((line) => `${line}\n`);
const MESSAGES = 21;

async function messagesOf(url: string): Promise<string[]> {
  const store = await Store.open(url);
  const found: string[] = [];
  for await (const { queueId, result } of messagesInOrder(askWriter(store.writer), EVER, NO_FILTER))
    found.push(`${queueId} ${result}`);
  await store.close();
  return found.sort();
}

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await what()) return;
    await wait(50);
  }
  throw new Error("It did not come to pass.");
}

function startFollowing(url: string, ...paths: string[]) {
  const stop = new AbortController();
  const said: string[] = [];
  const done = followLogs(url, paths, {
    year: null,
    zone: null,
    fallbackZone: fixedZone(0),
    defaultHost: "here",
    demo: false,
    isStopped: () => stop.signal.aborted,
    pause: (ms) => wait(Math.min(ms, 20)),
    say: (sentence) => said.push(sentence),
  });
  return {
    said,
    async end() {
      stop.abort();
      await done;
    },
  };
}

onBothDatabases("following", ({ newDatabase, folder }) => {
  test("reads what is added, through rename, copytruncate and a log that is away for a while", async () => {
    const url = await newDatabase();
    const path = join(folder(), "maillog");
    const read = (from: number, to: number) => LINES.slice(from, to).join("");
    const lines = async (count: number) => {
      const store = await Store.open(url);
      const [row] = await store.writer.all('SELECT COALESCE(SUM("lines"), 0) AS "n" FROM "LogFile"');
      await store.close();
      return Number(row!.n) === count;
    };
    const following = startFollowing(url, path);
    await wait(100);
    writeFileSync(path, read(0, 10), "latin1");
    await until(() => lines(10));
    appendFileSync(path, read(10, 15), "latin1");
    renameSync(path, `${path}.1`);
    appendFileSync(`${path}.1`, read(15, 20), "latin1");
    await until(() => lines(20));
    writeFileSync(path, read(20, 40), "latin1");
    await until(() => lines(40));
    copyFileSync(path, `${path}-20261124`);
    truncateSync(path, 0);
    appendFileSync(path, read(40, 64), "latin1");
    await until(() => lines(64));
    await following.end();
    expect(following.said.filter((sentence) => !sentence.includes("does not exist"))).toEqual([]);
    expect(await messagesOf(url)).toHaveLength(MESSAGES);
  });

  test("catches up with what was rotated away while nobody followed", async () => {
    const url = await newDatabase();
    const path = join(folder(), "maillog");
    writeFileSync(path, LINES.slice(0, 20).join(""), "latin1");
    const first = startFollowing(url, path);
    await until(async () => (await messagesOf(url)).length > 4);
    await first.end();
    appendFileSync(path, LINES.slice(20, 50).join(""), "latin1");
    renameSync(path, `${path}.1`);
    writeFileSync(path, LINES.slice(50).join(""), "latin1");
    const second = startFollowing(url, path);
    await until(async () => (await messagesOf(url)).length === MESSAGES);
    await second.end();
  });
});
