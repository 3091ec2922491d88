import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { fingerprint } from "@/lib/store/fingerprint";
import { addHostLines, addLogFile, addProgramCounts, addUnknownLines } from "@/lib/store/log-files";
import { message } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { logSource, logSources } from "./log-sources";
import { sources } from "./sources";
import { unknownLines } from "./unknown-lines";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 24, 12, 30);
const CONTENT = "Nov 24 12:00:00 mx1 sendmail[1]: x\n";

/** What is told of logs and machines, on every database; `newDatabase` gives the URL of an empty one. */
export function sourcesContract(newDatabase: () => Promise<string>): void {
  const folder = mkdtempSync(join(tmpdir(), "whyspf-sources-"));
  const path = join(folder, "maillog");
  let reader: PrismaClient;
  beforeAll(async () => {
    writeFileSync(path, CONTENT.repeat(2));
    const url = await newDatabase();
    await fill(url, path);
    reader = await openReader(url);
  });
  afterAll(async () => {
    await reader?.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  });

  test("a log tells its place, its counts, and its machines, newest line first", async () => {
    const { logs, total } = await logSources(reader, 1);
    expect(total).toBe(2);
    expect(logs).toMatchObject([
      {
        id: 1,
        path,
        position: CONTENT.length,
        partial: 0,
        lines: 100,
        matched: 60,
        ignored: 10,
        unknown: 30,
        firstTime: NOW - 60 * DAY,
        lastTime: NOW - HOUR,
        demo: false,
        hosts: [
          { name: "mx1", lines: 50, lastTime: NOW - HOUR },
          { name: "mx2", lines: 10, firstTime: NOW - 60 * DAY },
        ],
      },
    ]);
    expect(logs[0]).not.toHaveProperty("state");
  });

  test("one log is found by its number, with what was read of its last line", async () => {
    expect(await logSource(reader, 2)).toMatchObject({ path: "/old", partial: 17, hosts: [] });
    expect(await logSource(reader, 3)).toBeNull();
  });

  test("programs come with most unknown lines first, and their samples", async () => {
    expect(await unknownLines(reader, 1)).toEqual({
      programs: [
        { program: "odd", matched: 0, ignored: 0, unknown: 30, samples: ["one", "둘", "셋"] },
        { program: "sendmail", matched: 60, ignored: 10, unknown: 0, samples: [] },
      ],
      total: 2,
    });
    expect(await unknownLines(reader, 9)).toEqual({ programs: [], total: 0 });
  });

  test("machines tell their mail by day and hour, and their silence", async () => {
    const { activity } = await sources(reader, NOW);
    expect(activity.total).toBe(2);
    const [mx1, mx2] = activity.hosts;
    expect(mx1).toMatchObject({ name: "mx1", lastTime: NOW - HOUR, lastHour: 1, silent: null });
    expect(mx1).toMatchObject({ accepted: 24, unverified: 1, unchecked: 1, sampled: 721, contradicted: 1 });
    expect(mx1!.days).toEqual([...new Array(28).fill(24), 25, 24]);
    expect(mx1!.gaps).toEqual([]);
    expect(mx2).toMatchObject({ name: "mx2", lastHour: 0, accepted: 0, sampled: 30 });
    expect(mx2!.gaps).toEqual([]);
    expect(mx2!.silent).toMatchObject({ from: NOW - 20 * DAY - HOUR / 2 + HOUR, to: null });
    expect(mx2!.days.filter((count) => count > 0)).toEqual([6, 24]);
  });

  test("what deserves attention is found", async () => {
    const { states, findings } = await sources(reader, NOW);
    expect(states.get(1)).toMatchObject({ kind: "same", unread: CONTENT.length });
    expect(states.get(2)).toEqual({ kind: "gone" });
    expect(findings.map(({ kind }) => kind)).toEqual(["manyUnknown", "unread", "unchecked"]);
  });

  test("a database of an older release tells of machines by their mail", async () => {
    const url = await newDatabase();
    const store = await Store.open(url);
    await store.transaction(async () => {
      const hours = Array.from({ length: 48 }, (_, n) => NOW - 10 * DAY + n * HOUR);
      await save(store, hours, "mx1");
      await addLogFile(store.writer, { ...LOG, path: "/old" });
    });
    await store.close();
    const old = await openReader(url);
    const { activity, logs } = await sources(old, NOW);
    await old.$disconnect();
    expect(logs[0]!.hosts).toEqual([]);
    expect(activity.hosts).toMatchObject([{ name: "mx1", lastTime: NOW - 8 * DAY - HOUR / 2 }]);
  });

  test("an empty database has nothing but its finding", async () => {
    const empty = await openReader(await newDatabase());
    expect(await sources(empty, NOW)).toMatchObject({
      logs: [],
      total: 0,
      activity: { hosts: [], total: 0 },
      findings: [{ kind: "noLogs" }],
    });
    await empty.$disconnect();
  });
}

async function fill(url: string, path: string): Promise<void> {
  const store = await Store.open(url);
  const back = (from: number, count: number) =>
    Array.from({ length: count }, (_, n) => NOW - from - n * HOUR);
  await store.transaction(async () => {
    await save(store, back(HOUR / 2, 1), "mx1", { result: null, unchecked: true, stampMismatch: true });
    await save(store, back(HOUR + HOUR / 2, 719), "mx1");
    await save(store, back(DAY, 1), "mx1", { action: "reject", result: null, queueId: "refused" });
    await save(store, back(20 * DAY, 30), "mx2");
    const head = Buffer.from(CONTENT);
    const known = { headHash: fingerprint(head), headLength: head.length, position: head.length };
    const id = await addLogFile(store.writer, { ...LOG, ...known, path });
    await addLogFile(store.writer, {
      ...LOG,
      path: "/old",
      readAt: 1,
      unknown: 0,
      state: '{"partial":17,"parser":null}',
    });
    const ids = await store.hostIds(new Set(["mx1", "mx2"]));
    const lines = { lines: 50, firstTime: NOW - 30 * DAY, lastTime: NOW - HOUR };
    await addHostLines(store.writer, id, new Map([[ids.get("mx1")!, lines]]));
    const others = { lines: 10, firstTime: NOW - 60 * DAY, lastTime: NOW - 20 * DAY };
    await addHostLines(store.writer, id, new Map([[ids.get("mx2")!, others]]));
    const counts = {
      odd: { matched: 0, ignored: 0, unknown: 30 },
      sendmail: { matched: 60, ignored: 10, unknown: 0 },
    };
    await addProgramCounts(store.writer, id, new Map(Object.entries(counts)));
    const samples = ["one", Buffer.from("둘").toString("latin1"), "셋"].map((text, offset) => ({
      program: "odd",
      offset,
      text,
    }));
    await addUnknownLines(store.writer, id, samples);
  });
  await store.close();
}

async function save(store: Store, times: number[], host: string, changes = {}): Promise<void> {
  const messages = times.map((time) => message({ queueId: `q${time}`, host, time, ...changes }));
  await store.save(messages.map((given) => ({ id: null, message: given, counted: null })));
}

const LOG = {
  path: "",
  kind: "syslog",
  headHash: "h",
  headLength: 1,
  tailHash: "t",
  position: 1,
  lines: 100,
  matched: 60,
  ignored: 10,
  unknown: 30,
  firstTime: NOW - 60 * DAY,
  lastTime: NOW - HOUR,
  readAt: NOW - HOUR,
  state: "",
  demo: false,
};
