import type { Sql } from "@prisma/client/runtime/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import type { SpfResult } from "@/lib/spf/result";
import { fillStore } from "@/lib/store/filled.fixture";
import { recipient } from "@/lib/store/messages.fixture";
import { type Ask, askReader } from "./ask";
import { domainSenders } from "./domain-senders";
import { EVER } from "./range";

const START = Date.UTC(2026, 10, 1);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const OWN: Partial<Message>[] = [
  { time: START, helo: "mail.example.com", envelopeFrom: "lee@example.com" },
  { time: START + DAY - 1, helo: "mail.example.com", envelopeFrom: "lee@example.com", result: "fail" },
  { time: START + DAY, helo: "other.example.com", envelopeFrom: "kim@EXAMPLE.com", action: "reject" },
  { time: START + DAY + 1, helo: "c.example.com", action: "tempfail", result: null },
  { time: START + DAY + 2, helo: "d.example.com", recipients: [recipient({ tagged: true })] },
  { time: START + DAY + 3, helo: null, unchecked: true, result: "softfail", clientName: null },
  { time: START + DAY + 4, helo: "mail.example.com", aborted: true },
];

const GIVEN: Partial<Message>[] = [
  ...OWN.map((changes) => ({ clientIp: "192.0.2.25", ...changes })),
  { time: START + 2 * DAY, clientIp: "2001:db8::25", envelopeFrom: "lee@example.com." },
  { time: START + 2 * DAY, clientIp: "203.0.113.9", envelopeFrom: "", helo: "example.com" },
  { time: START + 2 * DAY, clientIp: "203.0.113.9", envelopeFrom: "lee@bücher.example" },
  { time: START + 2 * DAY, clientIp: null },
  ...["a", "b", "a"].map((domain, n) => ({
    time: START + n * HOUR,
    clientIp: "203.0.113.9",
    envelopeFrom: `x@${domain}.example`,
    result: (["pass", "fail", "softfail"] as SpfResult[])[n]!,
  })),
  { time: START + 9 * DAY, clientIp: "203.0.113.9", envelopeFrom: "x@later.example", result: "fail" },
  { time: START, clientIp: "203.0.113.10", envelopeFrom: "x@sub.example.com" },
];

/** Who sent as a domain, on every database; `newDatabase` gives the URL of an empty one. */
export function domainSendersContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  let isSqlite: boolean;
  beforeAll(async () => {
    const url = await newDatabase();
    isSqlite = url.startsWith("file:");
    await fillStore(url, GIVEN);
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const ips = async (domain: string, from: number, to: number) =>
    (await domainSenders(ask, domain, { from, to })).senders.map(({ ip, total }) => `${ip} ${total}`);

  describe("who sent as a domain", () => {
    test("is told per client, with what became of its messages", async () => {
      const { senders, ...counts } = await domainSenders(ask, "example.com", EVER);
      expect(counts).toEqual({ counted: 10, isAll: true, unlistedClients: 0, withoutClient: 1 });
      expect(senders[0]).toEqual({
        ip: "192.0.2.25",
        loggedName: "mail.example.com",
        helos: ["mail.example.com", "other.example.com", "c.example.com"],
        heloCount: 4,
        total: 7,
        results: {
          pass: 4,
          fail: 1,
          softfail: 1,
          neutral: 0,
          none: 0,
          temperror: 0,
          permerror: 0,
          notLogged: 1,
        },
        refused: 2,
        tagged: 1,
        delivered: 3,
        first: START,
        last: START + DAY + 4,
        days: 2,
        senders: 3,
        otherDomains: 0,
        otherMessages: 0,
        otherFailed: 0,
      });
    });

    test("is found under every spelling of the domain, and no other domain", async () => {
      const listed = ["192.0.2.25 7", "2001:db8::25 1", "203.0.113.9 1"];
      expect(await ips("example.com", EVER.from, EVER.to)).toEqual(listed);
      expect(await ips("EXAMPLE.com", EVER.from, EVER.to)).toEqual(listed);
      expect(await ips("xn--bcher-kva.example", EVER.from, EVER.to)).toEqual(["203.0.113.9 1"]);
      expect(await ips("sub.example.com", EVER.from, EVER.to)).toEqual(["203.0.113.10 1"]);
    });

    test("is of the range alone, from inclusive to exclusive", async () => {
      expect(await ips("example.com", START, START + DAY)).toEqual(["192.0.2.25 2"]);
      expect(await ips("example.com", START + DAY, START + DAY + 1)).toEqual(["192.0.2.25 1"]);
      expect(await ips("example.com", START + 3 * DAY, EVER.to)).toEqual([]);
    });

    test("comes with what a client sent as others in that range", async () => {
      const elsewhere = async (to: number) => {
        const { senders } = await domainSenders(ask, "example.com", { from: START, to });
        const { otherDomains, otherMessages, otherFailed } = senders.at(-1)!;
        return [otherDomains, otherMessages, otherFailed];
      };
      expect(await elsewhere(START + 9 * DAY)).toEqual([3, 4, 2]);
      expect(await elsewhere(START + 9 * DAY + 1)).toEqual([4, 5, 3]);
    });

    test("says what it leaves out", async () => {
      const one = await domainSenders(ask, "example.com", EVER, { messages: 100, clients: 1 });
      expect(one).toMatchObject({ counted: 10, isAll: true, unlistedClients: 2, withoutClient: 1 });
      expect(one.senders.map(({ ip }) => ip)).toEqual(["192.0.2.25"]);
      const newest = await domainSenders(ask, "example.com", EVER, { messages: 4, clients: 9 });
      expect(newest).toMatchObject({ counted: 4, isAll: false, unlistedClients: 0, withoutClient: 1 });
      expect(newest.senders.reduce((sum, { total }) => sum + total, 0)).toBe(3);
    });

    test("is no one where only messages without a client are", async () => {
      const range = { from: START + 2 * DAY, to: START + 2 * DAY + 1 };
      const none = await domainSenders(ask, "example.com", range, { messages: 100, clients: 0 });
      expect(none.senders).toEqual([]);
    });

    test("is found by indexes, in the order of time without sorting all there is", async () => {
      if (!isSqlite) return;
      const plans: string[] = [];
      const explain: Ask = async (question: Sql) => {
        const plan = await reader.$queryRawUnsafe<{ detail: string }[]>(
          `EXPLAIN QUERY PLAN ${question.sql}`,
          ...question.values,
        );
        plans.push(...plan.map(({ detail }) => detail));
        return ask(question);
      };
      await domainSenders(explain, "sub.example.com", EVER);
      const ofMessages = plans.filter((detail) => / m(?: |$)/.test(detail));
      expect(new Set(ofMessages)).toEqual(
        new Set([
          "SEARCH m USING INDEX Message_domainId_time_result_fate_idx (domainId=? AND time>? AND time<?)",
          "SEARCH m USING INDEX Message_clientId_time_result_fate_idx (clientId=? AND time>? AND time<?)",
        ]),
      );
      expect(plans.filter((detail) => detail.includes("SCAN m"))).toEqual([]);
      const newest = plans.slice(
        plans.findIndex((detail) => detail.includes("Newest")),
        plans.indexOf(ofMessages[0]!),
      );
      expect(newest.join()).not.toContain("ORDER BY");
    });

    test.each(["", "nowhere.example", "example.com\0", "'; --", "%", "a".repeat(100_000), "\ud800"])(
      "is no one for a domain that no log knows (%#)",
      async (domain) => {
        expect(await domainSenders(ask, domain, EVER)).toEqual({
          senders: [],
          counted: 0,
          isAll: true,
          unlistedClients: 0,
          withoutClient: 0,
        });
      },
    );
  });
}
