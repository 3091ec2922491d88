import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { message } from "@/lib/store/messages.fixture";
import { removeView, saveView } from "@/lib/store/saved-views";
import { Store } from "@/lib/store/store";
import { type Ask, askReader } from "./ask";
import { counterparts } from "./counterparts";
import { dataVersion } from "./data-version";
import { failingDomains } from "./failing-domains";
import { filterSql, NO_FILTER } from "./filter-sql";
import { type Insight, insightsOf } from "./insights";
import { messageSpan } from "./message-span";
import { choosableNames } from "./names";
import { savedViews } from "./saved-views";
import { search } from "./search";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 9, 1);
const DAYS = 40;
const END = START + DAYS * DAY;
const RANGE = { from: END - 30 * DAY, to: END };

/**
 * Forty days: a domain that passes for 30 and fails for 5, a forwarder, a filter that is down for two hours, a machine
 * that stops three days before the end, and everyday mail every hour.
 */
function history(): Message[] {
  const messages: Message[] = [];
  const add = (time: number, changes: Partial<Message>) =>
    messages.push(message({ queueId: `q${String(messages.length).padStart(6, "0")}`, time, ...changes }));
  for (let hour = 0; hour < DAYS * 24; hour++) {
    const time = START + hour * HOUR;
    add(time, { host: "mx1" });
    if (hour < (DAYS - 3) * 24) add(time, { host: "mx2" });
    const day = Math.floor(hour / 24);
    const moved = { envelopeFrom: "kim@moved.example", clientIp: "198.51.100.9" };
    if (hour % 6 === 0) add(time, { ...moved, result: day >= 30 && day < 35 ? "fail" : "pass" });
  }
  for (let n = 0; n < 12; n++) {
    const envelopeFrom = `someone@list${n % 6}.example`;
    add(END - 5 * DAY + n * HOUR, { clientIp: "203.0.113.5", result: "softfail", envelopeFrom });
  }
  for (let n = 0; n < 8; n++) {
    add(END - 2 * DAY + n * 900_000, { result: null, unchecked: true, host: "mx1" });
  }
  return messages.sort((a, b) => a.time - b.time);
}

/** What is worth a sentence, what is found, and what is kept, on every database. */
export function insightsContract(newDatabase: () => Promise<string>): void {
  let url: string;
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    url = await newDatabase();
    const store = await Store.open(url);
    await store.transaction(() =>
      store.save(history().map((given) => ({ id: null, message: given, counted: null }))),
    );
    await store.close();
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const told = async (range: { from: number; to: number }): Promise<Insight[]> =>
    insightsOf(ask, range, await failingDomains(ask, range, NO_FILTER, 10), END);

  describe("insights", () => {
    test("tell what changed, and nothing else", async () => {
      expect(await told(RANGE)).toEqual([
        { kind: "unchecked", host: "mx1", from: END - 2 * DAY, to: END - 2 * DAY + 2 * HOUR, count: 8 },
        { kind: "silent", host: "mx2", since: END - 3 * DAY, hours: 72 },
        {
          kind: "startedFailing",
          domain: "moved.example",
          from: START + 30 * DAY,
          to: START + 35 * DAY,
          failed: 20,
          passedBefore: 120,
        },
        { kind: "manyDomains", client: "203.0.113.5", domains: 6, failed: 12 },
      ]);
    });

    test("of a quiet week are none, and a silence of today is none of then", async () => {
      expect(await told({ from: START + 7 * DAY, to: START + 14 * DAY })).toEqual([]);
    });
  });

  describe("a domain's or a client's other side", () => {
    test("is counted by result, with the times of its first and last message", async () => {
      const domain = await filterSql(ask, [{ field: "domain", value: "moved.example", isNot: false }]);
      const { list, counted, isAll } = await counterparts(ask, "clients", RANGE, domain, 10);
      expect(list).toMatchObject([
        { name: "198.51.100.9", total: 120, results: { pass: 100, fail: 20 }, first: RANGE.from },
      ]);
      expect([counted, isAll]).toEqual([120, true]);
      expect(await messageSpan(ask, domain)).toEqual({ from: START, to: END - 6 * HOUR });
      const client = await filterSql(ask, [{ field: "client", value: "203.0.113.5", isNot: false }]);
      const domains = await counterparts(ask, "domains", RANGE, client, 4);
      expect(domains.list.map(({ total }) => total)).toEqual([2, 2, 2, 2]);
      expect((await counterparts(ask, "domains", RANGE, client, 4, 5)).isAll).toBe(false);
    });

    test("of one that was never seen is empty", async () => {
      const never = await filterSql(ask, [{ field: "domain", value: "never.example", isNot: false }]);
      expect((await counterparts(ask, "clients", RANGE, never, 10)).list).toEqual([]);
      expect(await messageSpan(ask, never)).toBeNull();
    });
  });

  describe("a search", () => {
    test.each([
      ["q000000", [["message", "q000000"]]],
      ["198.51.100.9", [["client", "198.51.100.9"]]],
      [
        "203.0.113.0/24",
        [
          ["network", "203.0.113.0/24"],
          ["client", "203.0.113.5"],
        ],
      ],
      ["moved.ex", [["domain", "moved.example"]]],
      ["Moved.Example", [["domain", "moved.example"]]],
      [
        "<KIM@moved.example>",
        [
          ["sender", "kim@moved.example"],
          ["domain", "moved.example"],
        ],
      ],
      ["kim@corp.example", [["recipient", "kim@corp.example"]]],
      [
        "mx",
        [
          ["host", "mx1"],
          ["host", "mx2"],
        ],
      ],
      ["mail.example.c", [["helo", "mail.example.com"]]],
      ["%", []],
      ["never", []],
      ["", []],
      ["a\u0000b", []],
      [`${"x".repeat(5000)}@y`, []],
    ])("for %j", async (text, expected) => {
      const hits = await search(ask, text);
      expect(hits.map((hit) => [hit.kind, hit.kind === "message" ? hit.queueId : hit.name])).toEqual(
        expected,
      );
    });
  });

  describe("saved views", () => {
    const save = (name: string, address: string, user = "kim") =>
      saveView(reader, user, { name, address }, 1);

    test("are one's own, replaced by name, and removed", async () => {
      expect(await save(" 이번 주 ", "/?range=7d")).toBeNull();
      expect(await save("이번 주", "/messages?result=fail")).toBeNull();
      expect(await save("x", "/", "lee")).toBeNull();
      const views = await savedViews(reader, "kim");
      expect(views).toMatchObject([{ name: "이번 주", address: "/messages?result=fail" }]);
      await removeView(reader, "lee", views[0]!.id);
      expect(await savedViews(reader, "kim")).toHaveLength(1);
      await removeView(reader, "kim", views[0]!.id);
      expect(await savedViews(reader, "kim")).toEqual([]);
    });

    test.each([
      ["", "/", "name"],
      ["x".repeat(61), "/", "name"],
      ["a\nb", "/", "name"],
      ["a", "//evil.example/", "address"],
      ["a", "/\\evil.example", "address"],
      ["a", "https://evil.example/", "address"],
      ["a", "/sign-out", "address"],
      ["a", `/?text=${"x".repeat(5000)}`, "address"],
      ["a", "/domains/a/../../sign-out", "address"],
      ["a", "/messages?\0", "address"],
    ])("named %j of %j are refused", async (name, address, fault) => {
      expect(await save(name, address)).toBe(fault);
    });

    test("are a hundred at most", async () => {
      for (let n = 0; n < 100; n++) expect(await save(`v${n}`, "/", "many")).toBeNull();
      expect(await save("one more", "/", "many")).toBe("many");
      expect(await save("v7", "/?range=1y", "many")).toBeNull();
    });
  });

  test("names to choose from are those that occur", async () => {
    expect(await choosableNames(reader)).toEqual({ hosts: ["mx1", "mx2"], checkers: ["spfmilter"] });
  });

  test("the data's version changes with every batch", async () => {
    const before = await dataVersion(reader);
    const store = await Store.open(url);
    await store.transaction(() =>
      store.save([{ id: null, message: message({ queueId: "later", time: END - 90 * DAY }), counted: null }]),
    );
    await store.close();
    expect(await dataVersion(reader)).not.toBe(before);
  });
}
