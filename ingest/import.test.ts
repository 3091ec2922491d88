import { appendFileSync, copyFileSync, readFileSync, renameSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Message } from "@/lib/logs/message";
import { fixedZone } from "@/lib/logs/zone";
import { askWriter } from "@/lib/queries/ask";
import { NO_FILTER } from "@/lib/queries/filter-sql";
import { messagesInOrder } from "@/lib/queries/messages-in-order";
import { EVER } from "@/lib/queries/range";
import { Store } from "@/lib/store/store";
import { onBothDatabases } from "./databases.fixture";
import { importLogs } from "./import-logs";

const SAMPLES = join(import.meta.dirname, "..", "e2e", "fixtures", "samples");
const RUN = join(SAMPLES, "s8138-a-mark-0.93-add");
const LOG = readFileSync(join(RUN, "maillog"));
const options = { year: null, zone: null, fallbackZone: fixedZone(0), defaultHost: "here", demo: false };

async function load(url: string, ...paths: string[]) {
  const store = await Store.open(url);
  try {
    return await importLogs(store, paths, options);
  } finally {
    await store.close();
  }
}

/** What each log holds of each machine. */
async function hostLines(url: string) {
  const store = await Store.open(url);
  const rows = await store.writer.all(
    'SELECT l."fileId" AS "file", h."name" AS "host", l."lines", l."firstTime", l."lastTime" FROM "LogHost" l JOIN "Host" h ON h."id" = l."hostId" ORDER BY 1, 2',
  );
  await store.close();
  return rows.map(({ file, host, lines, firstTime, lastTime }) => [
    Number(file),
    host,
    Number(lines),
    Number(firstTime),
    Number(lastTime),
  ]);
}

/** All that is stored, without what depends on the order of reading. */
async function contents(url: string) {
  const store = await Store.open(url);
  const messages: Message[] = [];
  for await (const message of messagesInOrder(askWriter(store.writer), EVER, NO_FILTER))
    messages.push({ ...message, lines: [] });
  const hours = await store.writer.all(
    'SELECT h."name" AS "host", c."hour", c."result", c."action", c."count" FROM "HourCount" c JOIN "Host" h ON h."id" = c."hostId" WHERE c."count" <> 0 ORDER BY 1, 2, 3, 4',
  );
  const days = await store.writer.all(
    'SELECT d."name", c."day", c."result", c."action", c."count" FROM "DayCount" c JOIN "Domain" d ON d."id" = c."domainId" WHERE c."count" <> 0 ORDER BY 1, 2, 3, 4',
  );
  await store.close();
  const total = (rows: typeof hours) => rows.reduce((sum, row) => sum + Number(row.count), 0);
  expect(total(hours)).toBe(messages.length);
  return { messages: messages.sort((a, b) => (a.queueId < b.queueId ? -1 : 1)), hours, days };
}

onBothDatabases("an import", ({ newDatabase, folder }) => {
  async function whole() {
    const url = await newDatabase();
    await load(url, join(RUN, "maillog"), join(RUN, "procmail"));
    return contents(url);
  }

  test("of the same log again costs nothing and changes nothing", async () => {
    const url = await newDatabase();
    const first = await load(url, join(RUN, "maillog"));
    const before = await contents(url);
    expect(first).toMatchObject({ files: 1, lines: 64, unknown: 0, messages: 21, duplicates: 0 });
    expect(await load(url, join(RUN, "maillog"))).toMatchObject({
      lines: 0,
      bytes: 0,
      messages: 0,
      duplicates: 0,
    });
    expect(await contents(url)).toEqual(before);
  });

  test("counts as many lines of the only machine as were matched", async () => {
    const url = await newDatabase();
    const { matched } = await load(url, join(RUN, "maillog"));
    expect((await hostLines(url)).map(([, , lines]) => lines)).toEqual([matched]);
  });

  test("counts what a log holds of each machine, once, batch after batch", async () => {
    const url = await newDatabase();
    const path = join(folder(), "maillog");
    const line = (minute: number, host: string, text: string) =>
      `2026-11-24T12:0${minute}:00+09:00 ${host} sendmail[7]: 2BO3${minute}0aa012345: ${text}\n`;
    const from = "from=<a@b.example>, size=1, class=0, nrcpts=1, msgid=<1@b>, relay=x [192.0.2.1]";
    const at = (minute: number) => Date.UTC(2026, 10, 24, 3, minute);
    writeFileSync(path, line(1, "mx1", from) + line(2, "mx2", from) + line(3, "mx1", from));
    await load(url, path);
    const first = [
      [1, "mx1", 2, at(1), at(3)],
      [1, "mx2", 1, at(2), at(2)],
    ];
    expect(await hostLines(url)).toEqual(first);
    await load(url, path);
    expect(await hostLines(url)).toEqual(first);
    appendFileSync(
      path,
      `${line(0, "mx2", from) + line(4, "mx3", from)}2026-11-24T12:09:00+09:00 mx4 cron[1]: x\n`,
    );
    await load(url, path);
    expect(await hostLines(url)).toEqual([
      first[0],
      [1, "mx2", 2, at(0), at(2)],
      [1, "mx3", 1, at(4), at(4)],
    ]);
  });

  test.each(["a copy", "a packed copy", "its second half alone", "with lines before it"])(
    "of a log that overlaps (%s) adds nothing twice",
    async (kind) => {
      const url = await newDatabase();
      await load(url, join(RUN, "maillog"), join(RUN, "procmail"));
      const before = await contents(url);
      const path = join(folder(), "other");
      const half = LOG.subarray(LOG.indexOf(10, LOG.length / 2) + 1);
      const old = Buffer.from(
        "Nov 24 12:28:30 spf sendmail[1]: starting daemon (8.13.8): SMTP+queueing@01:00:00\n",
      );
      const bytes = {
        "a copy": LOG,
        "a packed copy": gzipSync(LOG),
        "its second half alone": half,
        "with lines before it": Buffer.concat([old, LOG]),
      }[kind]!;
      writeFileSync(path, bytes);
      const again = await load(url, path);
      expect(again.messages).toBe(0);
      if (kind === "with lines before it") expect(again.duplicates).toBe(21);
      expect(await contents(url)).toEqual(before);
    },
  );

  test("of a log that grows byte for byte ends where one reading ends", async () => {
    const url = await newDatabase();
    const path = join(folder(), "maillog");
    let from = 0;
    for (const to of [1, 700, 1023, 1024, 1025, 3000, 3001, 7777, 9000, LOG.length - 1, LOG.length]) {
      appendFileSync(path, LOG.subarray(from, to));
      from = to;
      await load(url, path);
    }
    await load(url, join(RUN, "procmail"));
    expect(await contents(url)).toEqual(await whole());
  });

  test("follows a log over rename, gzip, dated names and copytruncate", async () => {
    const url = await newDatabase();
    const here = folder();
    const path = join(here, "maillog");
    const cuts = [0, 2500, 5000, 7500, 10_000, LOG.length];
    const part = (n: number) => LOG.subarray(cuts[n], cuts[n + 1]);
    writeFileSync(path, part(0));
    await load(url, path);
    appendFileSync(path, part(1));
    renameSync(path, join(here, "maillog.1"));
    writeFileSync(path, part(2));
    await load(url, path, join(here, "maillog.1"));
    appendFileSync(path, part(3));
    copyFileSync(path, join(here, "maillog-20261124"));
    truncateSync(path, 0);
    writeFileSync(join(here, "maillog.2.gz"), gzipSync(readFileSync(join(here, "maillog.1"))));
    appendFileSync(path, part(4));
    const last = await load(url, join(here, "maillog-20261124"), join(here, "maillog.2.gz"), path);
    expect(last.faults).toEqual([]);
    await load(url, join(RUN, "procmail"));
    const [joined, one] = [await contents(url), await whole()];
    // The seams cut lines in two: those halves are lost to any reader, and what they said with them.
    expect(joined.messages.map(({ queueId }) => queueId)).toEqual(one.messages.map(({ queueId }) => queueId));
  });

  test("joins a message over a rotation, in whatever order its halves are read", async () => {
    const rotated = join(SAMPLES, "edge", "rot-rename");
    for (const order of [["maillog.1", "maillog"], ["maillog"], ["maillog.1"]]) {
      const url = await newDatabase();
      for (const name of order) await load(url, join(rotated, name));
      for (const name of ["maillog", "maillog.1"]) await load(url, join(rotated, name));
      await load(url, join(RUN, "procmail"));
      expect(await contents(url)).toEqual(await whole());
    }
  });

  test("reads every form of the same lines alike", async () => {
    const { messages } = await whole();
    for (const name of ["crlf.log", "journald.json"]) {
      const url = await newDatabase();
      const summary = await load(url, join(SAMPLES, "edge", name));
      // One line of the journal is another program's.
      expect(summary).toMatchObject({ faults: [], unknown: name === "journald.json" ? 1 : 0 });
      const read = (await contents(url)).messages;
      const known = new Map(messages.map((message) => [message.queueId, message]));
      expect(read.length).toBeGreaterThan(5);
      for (const { queueId, result, action, clientIp, envelopeFrom } of read) {
        expect(known.get(queueId)).toMatchObject({ result, action, clientIp, envelopeFrom });
      }
    }
  });

  test("keeps its sense over the end of a year and a crash", async () => {
    const url = await newDatabase();
    await load(url, join(SAMPLES, "edge", "year-rollover.log"));
    const { messages } = await contents(url);
    const walls = messages.map(({ time, utcOffset }) =>
      new Date(time + utcOffset * 60_000).toISOString().slice(0, 10),
    );
    expect([...new Set(walls)].sort()).toEqual(["2026-12-31", "2027-01-01"]);
    expect(messages.filter(({ stampMismatch }) => stampMismatch)).toEqual([]);
    const crashed = await newDatabase();
    expect(await load(crashed, join(SAMPLES, "edge", "nul-after-crash.log"))).toMatchObject({
      faults: [],
      unknown: 0,
    });
  });

  test("reads the good logs of a call beside the bad ones, and says what is wrong", async () => {
    const url = await newDatabase();
    const here = folder();
    const write = (name: string, bytes: Buffer | string) => {
      writeFileSync(join(here, name), bytes);
      return join(here, name);
    };
    const summary = await load(
      url,
      join(here, "missing"),
      here,
      write("binary", Buffer.from(Array.from({ length: 4000 }, (_, i) => (i * 7) % 256))),
      write("broken.gz", gzipSync(LOG).subarray(0, 1500)),
      write("prose", "It was a dark night.\nNothing happened.\n"),
      write("empty", ""),
      join(RUN, "maillog"),
    );
    expect(summary.messages).toBe(21);
    expect(
      summary.faults.map((fault) => fault.replace(here, "").replace(/^\/?(\S*) .*$/, "$1")),
    ).toHaveLength(5);
    expect(summary.faults.join("\n")).toMatch(
      /does not exist.*\n.*directory.*\n.*no text.*\n.*damaged gzip.*\n.*none of its 2 lines/,
    );
  });
});
