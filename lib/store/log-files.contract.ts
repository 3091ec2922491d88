import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { addLogFile, addProgramCounts, addUnknownLines, logFiles, saveLogFile } from "./log-files";
import { message, recipient } from "./messages.fixture";
import {
  addPendingLink,
  blocksBetween,
  hasBlocks,
  localDeliveries,
  pendingLinks,
  removePendingLink,
  saveBlocks,
} from "./procmail-blocks";
import { Store } from "./store";

const ROW = {
  path: "/var/log/maillog",
  kind: "syslog",
  headHash: "ab",
  headLength: 512,
  tailHash: "cd",
  position: 5_000_000_000,
  lines: 10,
  matched: 5,
  ignored: 3,
  unknown: 2,
  firstTime: null,
  lastTime: 1_800_000_000_000,
  readAt: 1_800_000_000_001,
  state: "{}",
  demo: false,
};

/** What is kept of logs and of procmail's blocks, on every database. */
export function logsContract(newDatabase: () => Promise<string>): void {
  let store: Store;
  beforeEach(async () => {
    store = await Store.open(await newDatabase());
  });
  afterEach(() => store.close());

  describe("logs", () => {
    test("are kept with their position", async () => {
      await store.transaction(async () => {
        const id = await addLogFile(store.writer, ROW);
        await addLogFile(store.writer, { ...ROW, demo: true });
        await saveLogFile(store.writer, { ...ROW, id, position: 6_000_000_000, firstTime: 1 });
      });
      expect(await logFiles(store.writer)).toEqual([
        { ...ROW, id: 1, position: 6_000_000_000, firstTime: 1 },
        { ...ROW, id: 2, demo: true },
      ]);
    });

    test("add up their lines per program, and keep twenty samples of the unknown", async () => {
      const sample = (i: number) => ({ program: i % 2 ? "sendmail" : "x", offset: i, text: `line ${i}` });
      for (let batch = 0; batch < 3; batch++) {
        await store.transaction(async () => {
          await addProgramCounts(
            store.writer,
            1,
            new Map([["sendmail", { matched: 2, ignored: 1, unknown: batch }]]),
          );
          await addUnknownLines(
            store.writer,
            1,
            Array.from({ length: 30 }, (_, i) => sample(i)),
          );
          await addUnknownLines(store.writer, 2, [sample(1)]);
        });
      }
      const counts = await store.writer.all('SELECT "matched", "ignored", "unknown" FROM "ProgramCount"');
      expect(counts.map((row) => Object.values(row).map(Number))).toEqual([[6, 3, 3]]);
      const samples = await store.writer.all(
        'SELECT COUNT(*) AS "n" FROM "UnknownLine" GROUP BY "fileId", "program" ORDER BY 1',
      );
      expect(samples.map(({ n }) => Number(n))).toEqual([3, 20, 20]);
    });
  });

  describe("procmail's blocks", () => {
    const block = (offset: number, time: number | null) => ({
      offset,
      time,
      sender: "lee@example.com",
      detail: "{}",
    });

    test("are found by their time, replaced by a second reading", async () => {
      expect(await hasBlocks(store.writer)).toBe(false);
      await store.transaction(() =>
        saveBlocks(store.writer, 1, [block(0, 10), block(9, 20), block(19, null)]),
      );
      await store.transaction(() =>
        saveBlocks(store.writer, 1, [{ ...block(9, 20), detail: '{"folder":"x"}' }]),
      );
      expect(await hasBlocks(store.writer)).toBe(true);
      expect(await blocksBetween(store.writer, 11, 20)).toEqual([
        { ...block(9, 20), fileId: 1, detail: '{"folder":"x"}' },
      ]);
    });

    test("wait for their link until it is made", async () => {
      await store.transaction(async () => {
        await addPendingLink(store.writer, 1, 2);
        await addPendingLink(store.writer, 3, 4);
        await removePendingLink(store.writer, 1);
      });
      expect(await pendingLinks(store.writer)).toEqual([{ id: 2, from: 3, to: 4 }]);
    });

    test("are met by the local deliveries that succeeded", async () => {
      const sent = { status: "sent", statusTime: 5000, seconds: 2 } as const;
      const recipients = [
        recipient({ ...sent, local: true }),
        recipient({ ...sent, local: false }),
        recipient({ ...sent, status: "deferred", local: true }),
      ];
      await store.transaction(() =>
        store.save([
          { id: null, message: message({ time: 4000, recipients, result: "fail" }), counted: null },
        ]),
      );
      const found = await localDeliveries(store.writer, 4000, 4000);
      expect(found).toEqual([
        expect.objectContaining({
          messageRef: 1,
          ordinal: 0,
          sender: "lee@Example.com",
          statusTime: 5000,
          size: 1234,
          result: "fail",
          host: "mx1",
        }),
      ]);
      expect(await localDeliveries(store.writer, 4001, 9000)).toEqual([]);
    });
  });
}
