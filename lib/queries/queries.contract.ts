import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { addLogFile, addUnknownLines } from "@/lib/store/log-files";
import { message, recipient } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { type Ask, askReader } from "./ask";
import { COUNTED_ACTIONS, COUNTED_RESULTS, type CountTable, countOf, emptyCounts } from "./count-table";
import { dataSpan } from "./data-span";
import { failingDomains } from "./failing-domains";
import { NO_FILTER } from "./filter-sql";
import { isAllDemo, isDemo } from "./is-demo";
import { newestRefusals } from "./newest-refusals";
import { resultsOverTime, resultTotals } from "./results-over-time";
import { storedMessages } from "./stored-messages";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 10, 1);
const at = (day: number, hour: number, minute = 0) => START + day * DAY + hour * HOUR + minute * 60_000;

const GIVEN: Partial<Message>[] = [
  { time: at(0, 0) },
  { time: at(0, 23, 59), host: "mx2", recipients: [recipient({ tagged: true })], result: "softfail" },
  { time: at(1, 0), result: "fail", action: "reject", envelopeFrom: "a@bad.example" },
  { time: at(1, 5), result: "fail", action: "tempfail", envelopeFrom: "a@bad.example" },
  { time: at(1, 6), result: "fail", envelopeFrom: "a@bad.example", unchecked: true },
  { time: at(2, 7), result: "softfail", action: "discard", envelopeFrom: "a@bad.example" },
  { time: at(2, 8), result: "fail", action: "reject", envelopeFrom: "b@worse.example" },
  { time: at(2, 8), result: null, action: "reject", stage: "RCPT", rejectedBy: "mta", envelopeFrom: null },
  { time: at(2, 9), result: "fail", envelopeFrom: "c@aborted.example", aborted: true },
  { time: at(3, 1), result: "none", envelopeFrom: "d@third.example" },
];

/** What every query must answer, on every database; `newDatabase` gives the URL of an empty one. */
export function queriesContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    const url = await newDatabase();
    await fill(url);
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const everything = { from: at(0, 0), to: at(4, 0) };

  describe("results", () => {
    test("over time are those of each bucket, also of an empty one", async () => {
      const bounds = [at(0, 0), at(0, 23), at(1, 0), at(2, 8), at(2, 9), at(4, 0)];
      const buckets = bounds.slice(1).map((to, n) => ({ from: bounds[n]!, to }));
      const tables = await resultsOverTime(ask, [...buckets, { from: at(9, 0), to: at(10, 0) }], NO_FILTER);
      expect(tables.map((table) => named(table))).toEqual([
        { "pass accept": 1 },
        { "softfail tagged": 1 },
        { "fail reject": 1, "fail tempfail": 1, "fail unchecked": 1, "softfail discard": 1 },
        { "fail reject": 1, "notLogged reject": 1 },
        { "fail brokenOff": 1, "none accept": 1 },
        {},
      ]);
    });

    test("of a range are the sum of its hours", async () => {
      const table = await resultTotals(ask, everything, NO_FILTER);
      expect(countOf(table)).toBe(10);
      expect(countOf(table, ["fail", "softfail"], ["reject", "tempfail"])).toBe(3);
    });

    test("of half an hour belong to where the hour starts", async () => {
      expect(countOf(await resultTotals(ask, { from: at(0, 0, 30), to: at(1, 0, 30) }, NO_FILTER))).toBe(2);
    });

    test("that a correction took away are not counted", async () => {
      expect(await resultTotals(ask, { from: at(20, 0), to: at(21, 0) }, NO_FILTER)).toEqual(emptyCounts());
    });
  });

  describe("failing domains", () => {
    test("come with most messages first and by what became of them", async () => {
      const domains = await failingDomains(ask, everything, NO_FILTER, 2);
      expect(domains.map(({ name, fail, softfail }) => [name, fail, softfail])).toEqual([
        ["bad.example", 3, 1],
        ["example.com", 0, 1],
      ]);
      const actions = {
        accept: 0,
        reject: 1,
        tempfail: 1,
        discard: 1,
        unchecked: 1,
        tagged: 0,
        brokenOff: 0,
      };
      expect(domains[0]!.actions).toEqual(actions);
      expect(domains[1]!.actions).toMatchObject({ tagged: 1, accept: 0 });
    });

    test.each([
      ["in the middle of one day", at(1, 1), at(1, 6)],
      ["from midnight", at(1, 0), at(2, 9)],
      ["across days", at(0, 12), at(2, 8)],
      ["with neither whole day", at(1, 5), at(2, 8)],
      ["around everything", at(-1, 0), at(9, 0)],
    ])("%s are as many as the failed messages of that range", async (_, from, to) => {
      const domains = await failingDomains(ask, { from, to }, NO_FILTER, 10);
      const failed = domains.reduce((sum, { fail, softfail }) => sum + fail + softfail, 0);
      expect(failed).toBe(countOf(await resultTotals(ask, { from, to }, NO_FILTER), ["fail", "softfail"]));
    });
  });

  test("newest refusals come newest first with what the log says of them", async () => {
    const refusals = await newestRefusals(ask, everything, NO_FILTER, 3);
    expect(refusals.map(({ fate, result, envelopeFrom }) => [fate, result, envelopeFrom])).toEqual([
      ["reject", "notLogged", null],
      ["reject", "fail", "b@worse.example"],
      ["discard", "softfail", "a@bad.example"],
    ]);
    expect(refusals[0]).toMatchObject({
      time: at(2, 8),
      host: "mx1",
      clientIp: "192.0.2.25",
      stage: "RCPT",
      rejectedBy: "mta",
      recipients: 1,
      recipient: "kim@corp.example",
      reply: "550 5.7.1 no",
    });
  });

  test("the stored messages are counted by their numbers", async () => {
    expect(await storedMessages(reader)).toBe(GIVEN.length);
  });

  test("the span of the data is that of its counted hours", async () => {
    expect(await dataSpan(reader)).toEqual({ from: at(0, 0), to: at(3, 2) });
  });

  test("one invented log makes it a demonstration", async () => {
    expect(await isDemo(reader)).toBe(true);
    expect(await isAllDemo(reader)).toBe(false);
  });

  test("with invented logs alone, all is a demonstration", async () => {
    const url = await newDatabase();
    const store = await Store.open(url);
    await addLogFile(store.writer, { ...LOG, demo: true });
    const only = await openReader(url);
    expect(await isAllDemo(only)).toBe(true);
    await addLogFile(store.writer, { ...LOG, path: "/real", demo: false });
    expect(await isAllDemo(only)).toBe(false);
    await store.close();
    await only.$disconnect();
  });

  test("an empty database answers everything with nothing", async () => {
    const empty = await openReader(await newDatabase());
    const askEmpty = askReader(empty);
    expect(await dataSpan(empty)).toBeNull();
    expect(await storedMessages(empty)).toBe(0);
    expect(await resultTotals(askEmpty, everything, NO_FILTER)).toEqual(emptyCounts());
    expect(await resultsOverTime(askEmpty, [], NO_FILTER)).toEqual([]);
    expect(await failingDomains(askEmpty, everything, NO_FILTER, 10)).toEqual([]);
    expect(await newestRefusals(askEmpty, everything, NO_FILTER, 10)).toEqual([]);
    expect(await isDemo(empty)).toBe(false);
    expect(await isAllDemo(empty)).toBe(false);
    await empty.$disconnect();
  });
}

async function fill(url: string): Promise<void> {
  const store = await Store.open(url);
  await store.transaction(async () => {
    const reply = { replyCode: 550, enhancedStatus: "5.7.1", replyText: "5.7.1 no" };
    const messages = GIVEN.map((changes, n) => message({ queueId: `q${n}`, ...reply, ...changes }));
    await store.save(messages.map((given) => ({ id: null, message: given, counted: null })));
    const counts = { table: "HourCount", columns: ["hour", "hostId", "result", "action", "count"] };
    const rows = [
      [at(20, 3) / HOUR, 1, 1, 0, 0],
      [at(20, 4) / HOUR, 1, 1, 0, -1],
    ];
    await store.writer.bulk({ ...counts, rows, key: counts.columns.slice(0, 4), onConflict: "add" });
    await addLogFile(store.writer, { ...LOG, path: "/old", readAt: 1, demo: true });
    const id = await addLogFile(store.writer, LOG);
    const texts = ["one", "two", "three"];
    await addUnknownLines(
      store.writer,
      id,
      texts.map((text, offset) => ({ program: "odd", offset, text })),
    );
  });
  await store.close();
}

const LOG = {
  path: "/var/log/maillog",
  kind: "syslog",
  headHash: "h",
  headLength: 1,
  tailHash: "t",
  position: 1,
  lines: 10,
  matched: 6,
  ignored: 1,
  unknown: 3,
  firstTime: 1,
  lastTime: 5,
  readAt: 2,
  state: "",
  demo: false,
};

function named(table: CountTable): Record<string, number> {
  const cells = COUNTED_RESULTS.flatMap((result) =>
    COUNTED_ACTIONS.map((action) => [`${result} ${action}`, countOf(table, [result], [action])] as const),
  );
  return Object.fromEntries(cells.filter(([, count]) => count > 0));
}
