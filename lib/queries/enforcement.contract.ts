import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { readNetwork } from "@/lib/net/network";
import { message, recipient } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { fresh } from "@/lib/store/store.fixture";
import { type Ask, askReader } from "./ask";
import { enforcement } from "./enforcement";
import { EVER } from "./range";

const START = Date.UTC(2026, 10, 1, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NETWORKS = (...texts: string[]) => texts.map((text) => readNetwork(text)!);

/** Messages of a client, one a day. */
function daily(clientIp: string | null, days: number, changes: Partial<Message>): Partial<Message>[] {
  return Array.from({ length: days }, (_, day) => ({ clientIp, time: START + day * DAY, ...changes }));
}

const tagged = [recipient({ tagged: true })];
const GIVEN: Partial<Message>[] = [
  ...daily("192.0.2.1", 4, { envelopeFrom: "a@a.example", result: "fail" }),
  ...daily("192.0.2.2", 2, {
    envelopeFrom: "b@a.example",
    result: "softfail",
    recipients: tagged,
    helo: "two.example",
  }),
  ...daily("2001:db8::7", 1, {
    envelopeFrom: "c@a.example",
    result: "softfail",
    clientName: "seven.example",
  }),
  ...daily("192.0.2.1", 3, { envelopeFrom: "a@a.example", result: "fail", action: "reject" }),
  ...daily("192.0.2.9", 2, { envelopeFrom: "a@b.example", result: "permerror", unchecked: true }),
  ...daily("192.0.2.9", 2, { envelopeFrom: "a@b.example", result: "fail", action: "tempfail" }),
  ...daily("192.0.2.1", 2, { envelopeFrom: null, helo: null, result: "fail", time: START + HOUR }),
  ...daily("192.0.2.1", 9, { envelopeFrom: "a@a.example", result: "pass" }),
  ...daily("192.0.2.1", 2, { envelopeFrom: "a@a.example", result: null }),
  ...daily("192.0.2.1", 2, { envelopeFrom: "a@a.example", result: "fail", aborted: true, recipients: [] }),
  ...daily(null, 1, { envelopeFrom: "a@c.example", result: "fail" }),
];

/** What a stricter server would refuse, on every database; `newDatabase` gives the URL of an empty one. */
export function enforcementContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    const url = await newDatabase();
    const store = await Store.open(url);
    const messages = GIVEN.map((changes, n) => fresh(message({ queueId: `q${n}`, ...changes })));
    await store.transaction(() => store.save(messages));
    await store.close();
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const all = { results: ["fail", "softfail", "permerror"], allow: [] } as const;
  const total = { domains: 3, isAll: true, allowed: 0, range: EVER };

  describe("what a stricter server would refuse", () => {
    test("is what was accepted with these results, by domain and in all", async () => {
      const report = await enforcement(ask, EVER, all, 10);
      expect(report).toMatchObject({
        messages: 12,
        tagged: 2,
        delivered: 10,
        clients: 4,
        refused: 5,
        ...total,
      });
      const shown = report.list.map((one) => [
        one.name,
        one.messages,
        one.tagged,
        one.delivered,
        one.refused,
      ]);
      expect(shown).toEqual([
        ["a.example", 7, 2, 5, 3],
        expect.arrayContaining([2, 0, 2]),
        expect.arrayContaining([2, 0, 2]),
        ["c.example", 1, 0, 1, 0],
      ]);
      expect(new Set(shown.map(([name]) => name))).toEqual(
        new Set(["a.example", "b.example", "c.example", null]),
      );
    });

    test("has the clients and the newest messages of each domain", async () => {
      const { list } = await enforcement(ask, EVER, all, 1);
      expect(list).toHaveLength(1);
      expect(list[0]).toMatchObject({ clientCount: 3, first: START, last: START + 3 * DAY });
      expect(list[0]!.clients).toEqual([
        { ip: "192.0.2.1", clientName: "mail.example.com", messages: 4 },
        { ip: "192.0.2.2", clientName: "mail.example.com", messages: 2 },
        { ip: "2001:db8::7", clientName: "seven.example", messages: 1 },
      ]);
      expect(list[0]!.examples.map(({ time, result }) => [(time - START) / DAY, result])).toEqual([
        [3, "fail"],
        [2, "fail"],
        [1, "softfail"],
      ]);
      expect(list[0]!.examples[2]).toEqual({
        host: "mx1",
        queueId: "q5",
        time: START + DAY,
        ip: "192.0.2.2",
        envelopeFrom: "b@a.example",
        helo: "two.example",
        result: "softfail",
      });
    });

    test.each([
      [["fail"], 7, 5],
      [["softfail"], 3, 0],
      [["permerror"], 2, 0],
      [["fail", "softfail"], 10, 5],
      [[], 0, 0],
    ] as const)("with %j alone is %i messages", async (results, messages, refused) => {
      expect(await enforcement(ask, EVER, { results, allow: [] }, 10)).toMatchObject({ messages, refused });
    });

    test("leaves out networks that are allowed", async () => {
      const allow = NETWORKS("192.0.2.1/32", "2001:db8::/32");
      const report = await enforcement(ask, EVER, { ...all, allow }, 10);
      expect(report).toMatchObject({
        messages: 5,
        tagged: 2,
        refused: 2,
        allowed: 7,
        domains: 3,
        clients: 2,
      });
      expect(report.list[0]!.clients).toEqual([
        { ip: "192.0.2.2", clientName: "mail.example.com", messages: 2 },
      ]);
      const none = await enforcement(ask, EVER, { ...all, allow: NETWORKS("::/0") }, 10);
      // A message that names no client is in no network.
      expect(none).toMatchObject({ messages: 1, allowed: 11, refused: 0 });
      expect(none.list.map(({ name }) => name)).toEqual(["c.example"]);
    });

    test("is of the range alone, to the millisecond", async () => {
      const range = { from: START + DAY, to: START + 2 * DAY };
      expect(await enforcement(ask, range, all, 10)).toMatchObject({ messages: 3, refused: 2, domains: 2 });
      const before = { from: START + DAY + 1, to: START + 2 * DAY };
      expect(await enforcement(ask, before, all, 10)).toMatchObject({ messages: 0, refused: 0, list: [] });
      expect(await enforcement(ask, { from: 5, to: 5 }, all, 10)).toMatchObject({ messages: 0, isAll: true });
    });

    test("looks at the newest hours only where there are too many, and says so", async () => {
      const days = await enforcement(ask, EVER, all, 10, 6);
      expect(days).toMatchObject({ isAll: false, messages: 2, refused: 1 });
      expect(days.range).toEqual({ from: START + DAY + HOUR, to: EVER.to });
      const hours = await enforcement(ask, EVER, all, 10, 14);
      expect(hours).toMatchObject({ isAll: false, messages: 7, range: { from: START + HOUR } });
      const least = await enforcement(ask, { from: START, to: START + HOUR }, all, 10, 0);
      expect(least).toMatchObject({ isAll: true, messages: 5 });
    });
  });
}
