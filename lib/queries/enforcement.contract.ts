import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { readNetwork } from "@/lib/net/network";
import { fillStore } from "@/lib/store/filled.fixture";
import { recipient } from "@/lib/store/messages.fixture";
import { type Ask, askReader } from "./ask";
import { enforcement } from "./enforcement";
import { partsOf } from "./enforcement-hits";
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
    await fillStore(url, GIVEN);
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const all = { results: ["fail", "softfail", "permerror"], allow: [] } as const;

  describe("what a stricter server would refuse", () => {
    test("is what was accepted with these results, by domain and in all", async () => {
      const report = await enforcement(ask, EVER, all, 10);
      expect(report).toMatchObject({
        messages: 30,
        notLogged: 2,
        bounced: 12,
        tagged: 2,
        delivered: 10,
        domainCount: 3,
        clientCount: 4,
        withoutDomain: 2,
        refused: 5,
        allowed: 0,
        unlistedDomains: 0,
        isAll: true,
        range: EVER,
        oldestStored: START,
      });
      expect(
        report.domains.map((one) => [one.domain, one.messages, one.tagged, one.delivered, one.refused]),
      ).toEqual([
        ["a.example", 7, 2, 5, 3],
        ["b.example", 2, 0, 2, 2],
        ["c.example", 1, 0, 1, 0],
      ]);
    });

    test("has the clients of each domain, with their newest messages", async () => {
      const { domains, unlistedDomains } = await enforcement(ask, EVER, all, 1);
      expect([domains.length, unlistedDomains]).toEqual([1, 2]);
      const { clients, unlistedClients } = domains[0]!;
      expect(unlistedClients).toBe(0);
      expect(clients).toMatchObject([
        {
          ip: "192.0.2.1",
          clientName: "mail.example.com",
          messages: 4,
          results: ["fail"],
          last: START + 3 * DAY,
        },
        { ip: "192.0.2.2", clientName: "mail.example.com", messages: 2, results: ["softfail"], first: START },
        { ip: "2001:db8::7", clientName: "seven.example", messages: 1, results: ["softfail"] },
      ]);
      expect(clients[0]!.examples.map(({ time }) => (time - START) / DAY)).toEqual([3, 2, 1]);
      expect(clients[1]!.examples[0]).toEqual({
        host: "mx1",
        queueId: "q5",
        time: START + DAY,
        envelopeFrom: "b@a.example",
        helo: "two.example",
      });
    });

    test("has no clients beside those listed that would be fewer than none, though mail comes meanwhile", async () => {
      const late: Ask = async (question) => {
        const rows = await ask(question);
        return question.sql.includes('"Ranked"') ? [...rows, { ...rows[0]!, ip: "192.0.2.99" }] : rows;
      };
      const { domains } = await enforcement(late, EVER, all, 1);
      expect(domains).toMatchObject([{ clients: { length: 4 }, unlistedClients: 0 }]);
    });

    test("lists no client where none is named", async () => {
      const { domains } = await enforcement(ask, EVER, { ...all, allow: NETWORKS("192.0.2.0/24") }, 10);
      expect(domains.map(({ domain, clients }) => [domain, clients.length])).toEqual([
        ["a.example", 1],
        ["c.example", 0],
      ]);
    });

    test.each([
      [["fail"], 7, 5],
      [["softfail"], 3, 0],
      [["permerror"], 2, 0],
      [["fail", "softfail"], 10, 5],
      [[], 0, 0],
    ] as const)("with %j alone is %i messages", async (results, bounced, refused) => {
      expect(await enforcement(ask, EVER, { results, allow: [] }, 10)).toMatchObject({ bounced, refused });
    });

    test("leaves out networks that are allowed", async () => {
      const allow = NETWORKS("192.0.2.1/32", "2001:db8::/32");
      const report = await enforcement(ask, EVER, { ...all, allow }, 10);
      expect(report).toMatchObject({
        bounced: 5,
        tagged: 2,
        refused: 2,
        allowed: 7,
        domainCount: 3,
        clientCount: 2,
      });
      expect(report.domains[0]!.clients.map(({ ip }) => ip)).toEqual(["192.0.2.2"]);
      const none = await enforcement(ask, EVER, { ...all, allow: NETWORKS("::/0") }, 10);
      // A message that names no client is in no network.
      expect(none).toMatchObject({ bounced: 1, allowed: 11, refused: 0 });
      expect(none.domains.map(({ domain }) => domain)).toEqual(["c.example"]);
    });

    test("is of the range alone, to the millisecond", async () => {
      const range = { from: START + DAY, to: START + 2 * DAY };
      expect(await enforcement(ask, range, all, 10)).toMatchObject({
        bounced: 3,
        refused: 2,
        domainCount: 2,
      });
      const before = { from: START + DAY + 1, to: START + 2 * DAY };
      expect(await enforcement(ask, before, all, 10)).toMatchObject({ bounced: 0, refused: 0, domains: [] });
      expect(await enforcement(ask, { from: 5, to: 5 }, all, 10)).toMatchObject({ bounced: 0, isAll: true });
    });

    test("comes to the same in pieces of any size", async () => {
      for (const strictness of [all, { ...all, allow: NETWORKS("192.0.2.0/24") }]) {
        const whole = await enforcement(ask, EVER, strictness, 10, { piece: 1000 });
        for (const piece of [1, 2, 3, 5])
          expect(await enforcement(ask, EVER, strictness, 10, { piece })).toEqual(whole);
      }
    });

    test.each([
      [EVER, 1000, 1],
      [EVER, 5, 4],
      [EVER, 1, 5],
      [{ from: START + 1, to: START + DAY + 1 }, 1, 2],
      [{ from: 5, to: START - DAY }, 1, 1],
    ])("is cut into parts that leave out nothing of %o (%i messages: %i)", async (range, most, count) => {
      const parts = await partsOf(ask, range, all, most);
      expect(parts).toHaveLength(count);
      expect([parts.at(-1)!.from, parts[0]!.to]).toEqual([range.from, range.to]);
      expect(parts.slice(1).map(({ to }) => to)).toEqual(parts.slice(0, -1).map(({ from }) => from));
      expect(parts.every(({ from, to }) => from < to)).toBe(true);
    });

    test("looks at the newest hours only where there are too many, and says so", async () => {
      const days = await enforcement(ask, EVER, all, 10, { most: 6 });
      expect(days).toMatchObject({ isAll: false, bounced: 2, refused: 1 });
      expect(days.range).toEqual({ from: START + DAY + HOUR, to: EVER.to });
      const hours = await enforcement(ask, EVER, all, 10, { most: 14 });
      expect(hours).toMatchObject({ isAll: false, bounced: 7, range: { from: START + HOUR } });
      const one = await enforcement(ask, EVER, all, 10, { most: 0 });
      expect(one).toMatchObject({ isAll: false, bounced: 1, range: { from: START + 3 * DAY } });
      const least = await enforcement(ask, { from: START, to: START + HOUR }, all, 10, { most: 0 });
      expect(least).toMatchObject({ isAll: true, bounced: 5 });
    });
  });
}
