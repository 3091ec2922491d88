import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkedDomain, type Message } from "@/lib/logs/message";
import { fixedZone } from "@/lib/logs/zone";
import { type Ask, askWriter } from "@/lib/queries/ask";
import { bucketsOf } from "@/lib/queries/calendar";
import { countOf } from "@/lib/queries/count-table";
import { counterparts } from "@/lib/queries/counterparts";
import { ACTION_WORDS, type FilterField, readTerm, type Term } from "@/lib/queries/filter";
import { filterSql, NO_FILTER } from "@/lib/queries/filter-sql";
import { messagesInOrder } from "@/lib/queries/messages-in-order";
import { EVER } from "@/lib/queries/range";
import { resultsOverTime } from "@/lib/queries/results-over-time";
import { Store } from "@/lib/store/store";
import { importLogs } from "./import-logs";
import { runFolders } from "./truth.fixture";

const options = { year: null, zone: null, fallbackZone: fixedZone(0), defaultHost: "here", demo: false };
const DAY = 86_400_000;

/** The values that a run's own messages have, field by field. */
function valuesOf(messages: Message[]): Record<string, string[]> {
  const own = (of: (message: Message) => string | null) =>
    [...new Set(messages.map(of))].filter((value) => value !== null);
  return {
    result: own(({ result }) => result ?? "notLogged"),
    action: [...ACTION_WORDS],
    by: own(({ rejectedBy }) => rejectedBy ?? "unknown"),
    domain: own(checkedDomain),
    sender: own(({ envelopeFrom }) => (envelopeFrom === "" ? "<>" : envelopeFrom)),
    client: [...own(({ clientIp }) => clientIp), "10.0.0.0/8", "192.0.2.0/24"],
    helo: own(({ helo }) => helo),
    recipient: own(({ recipients }) => recipients[0]?.address ?? null),
    host: own(({ host }) => host),
    checker: own(({ checker }) => checker),
    tag: ["yes", "no", "unknown"],
  };
}

describe.each(runFolders().map((folder) => [basename(folder), folder]))("the run %s", (_name, folder) => {
  const temporary = mkdtempSync(join(tmpdir(), "whyspf-counts-"));
  let store: Store;
  let ask: Ask;
  let values: Record<string, string[]>;

  const exported = async (filter: Term[]): Promise<Message[]> => {
    const messages: Message[] = [];
    for await (const one of messagesInOrder(ask, EVER, await filterSql(ask, filter))) messages.push(one);
    return messages;
  };

  beforeAll(async () => {
    store = await Store.open(`file:${join(temporary, "x.db")}`);
    await importLogs(store, [join(folder, "maillog"), join(folder, "procmail")], options);
    ask = askWriter(store.writer);
    values = valuesOf(await exported([]));
  });
  afterAll(async () => {
    await store.close();
    rmSync(temporary, { recursive: true });
  });

  test("the sum of every chart is what an export has, whatever the filter", async () => {
    const times = (await exported([])).map(({ time }) => time);
    const [from, to] = [
      Math.floor(Math.min(...times) / DAY) * DAY,
      Math.ceil(Math.max(...times) / DAY) * DAY,
    ];
    expect(times.length).toBeGreaterThan(0);
    const field = fc.constantFrom(...Object.keys(values).filter((name) => values[name]!.length > 0));
    const term = field.chain((name) =>
      fc
        .record({ value: fc.constantFrom(...values[name]!), isNot: fc.boolean() })
        .map(({ value, isNot }) => readTerm(name as FilterField, value, isNot)),
    );
    const check = async (terms: (Term | { fault: string })[], unit: "hour" | "day") => {
      const filter = terms.filter((one) => !("fault" in one)) as Term[];
      const count = (await exported(filter)).length;
      const asked = await filterSql(ask, filter);
      const buckets = bucketsOf(from, to, unit, fixedZone(0));
      const tables = await resultsOverTime(ask, buckets, asked);
      expect(tables.reduce((sum, table) => sum + countOf(table), 0)).toBe(count);
      expect((await counterparts(ask, "clients", EVER, asked, 1000)).counted).toBe(count);
    };
    const terms = fc.array(term, { maxLength: 3 });
    await fc.assert(fc.asyncProperty(terms, fc.constantFrom("hour", "day"), check), { numRuns: 60 });
  });

  test("the charts of everything are made of the same messages as the rollups", async () => {
    const [rolledUp] = await resultsOverTime(ask, [{ from: 0, to: Date.UTC(2100, 0) }], NO_FILTER);
    const [counted] = await resultsOverTime(ask, [{ from: 0, to: Date.UTC(2100, 0) }], {
      ...NO_FILTER,
      rollup: null,
    });
    expect(rolledUp).toEqual(counted);
  });
});
