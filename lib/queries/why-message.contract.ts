import type { Sql } from "@prisma/client/runtime/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { message, recipient } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { fresh } from "@/lib/store/store.fixture";
import { type Ask, askReader } from "./ask";
import { whyMessage, whyMessages } from "./why-message";

const TIME = Date.UTC(2026, 10, 24, 9, 18, 8);
const MINUTE = 60_000;
const at = (minutes: number) => TIME + minutes * MINUTE;

const REFUSED: Partial<Message> = {
  queueId: "refused",
  clientIp: "198.51.100.7",
  clientName: "out.example.com",
  helo: "out.example.com",
  envelopeFrom: "Lee@Example.com",
  result: "fail",
  action: "reject",
  stage: "RCPT",
  rejectedBy: "spf",
  replyCode: 550,
  enhancedStatus: "5.7.23",
  replyText:
    "5.7.23 <kim@corp.example>: refused, see http://spf.corp.example/why?id=Lee@Example.com&r=kim@corp.example",
  retryOf: "earlier",
  recipients: [recipient({ action: "reject" }), recipient({ address: "park@corp.example" })],
};

const GIVEN: Partial<Message>[] = [
  REFUSED,
  { queueId: "mx2", host: "mx2", time: at(1), clientIp: "198.51.100.7" },
  { queueId: "other", time: at(2), clientIp: "198.51.100.7", envelopeFrom: "lee@other.example" },
  { queueId: "null", time: at(3), clientIp: "198.51.100.7", envelopeFrom: "", helo: "Out.Example.com" },
  { queueId: "tried", time: at(4), aborted: true, recipients: [recipient({ status: "sent" })] },
  { queueId: "cut", time: at(5), aborted: true },
  { queueId: "~made", time: at(6), result: null, envelopeFrom: null, clientIp: "2001:db8::7", retryOf: "~x" },
  ...Array.from({ length: 9 }, (_, n) => ({
    queueId: `many${n}`,
    time: at(10 - n),
    clientIp: "203.0.113.9",
    envelopeFrom: `n${n}@many.example`,
  })),
];

/** What the why page may be told of stored messages, on every database; `newDatabase` gives the URL of an empty one. */
export function whyMessageContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  let isSqlite: boolean;
  beforeAll(async () => {
    const url = await newDatabase();
    isSqlite = url.startsWith("file:");
    const store = await Store.open(url);
    await store.transaction(() =>
      store.save(GIVEN.map((changes) => fresh(message({ time: TIME, ...changes })))),
    );
    await store.close();
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const of = (queueId: string, host = "mx1") => whyMessage(ask, { host, queueId });
  const found = async (...given: Parameters<typeof whyMessages> extends [Ask, ...infer R] ? R : never) =>
    (await whyMessages(ask, ...given)).map(({ queueId, replyCode }) => queueId ?? replyCode);

  describe("one message", () => {
    test("is told with all that was stored of it, but for its recipients", async () => {
      expect(await of("refused")).toEqual({
        time: "2026-11-24T18:18:08+09:00",
        host: "mx1",
        queueId: "refused",
        clientIp: "198.51.100.7",
        clientName: "out.example.com",
        helo: "out.example.com",
        envelopeFrom: "Lee@Example.com",
        domain: "example.com",
        identity: "mailfrom",
        result: "fail",
        action: "reject",
        rejectedBy: "spf",
        replyCode: 550,
        enhancedStatus: "5.7.23",
        replyText:
          "5.7.23 <…@corp.example>: refused, see http://spf.corp.example/why?id=Lee@Example.com&r=…@corp.example",
        checker: "spfmilter",
        retryOf: "earlier",
      });
    });

    test("that was broken off has no action, unless it was delivered all the same", async () => {
      expect([(await of("cut"))!.action, (await of("tried"))!.action]).toEqual([null, "accept"]);
    });

    test("without a queue id of its own shows none", async () => {
      expect(await of("~made")).toMatchObject({ queueId: null, retryOf: null, domain: null, result: null });
    });

    test.each([
      ["mx2", "refused"],
      ["mx1", "mx2"],
      ["MX1", "refused"],
      ["mx1", "REFUSED"],
      ["mx1", ""],
      ["", "refused"],
      ["mx1", "refused\0"],
      ["mx1\0", "refused"],
      ["mx1", "%"],
      ["__proto__", "constructor"],
      ["\ud800", "\udc00"],
      ["mx1", "a".repeat(100_000)],
    ])("of the host %j with the id %j is none", async (host, queueId) => {
      expect(await of(queueId, host)).toBeNull();
    });
  });

  describe("the messages that fit", () => {
    const example = { ip: "198.51.100.7", domain: "example.com" };

    test("are those of the client and the domain, the newest first", async () => {
      expect(await found(example)).toEqual(["mx2", "refused"]);
      expect(await found({ ...example, domain: "out.example.com" })).toEqual(["null"]);
      expect(await found({ ...example, domain: "example.org" })).toEqual([]);
      expect(await found({ ...example, ip: "198.51.100.8" })).toEqual([]);
    });

    test("are those of the one where the other is not known", async () => {
      expect(await found({ ...example, domain: null })).toEqual(["null", "other", "mx2", "refused"]);
      expect(await found({ ...example, ip: null })).toEqual(["cut", "tried", "mx2", "refused"]);
      expect(await found({ ip: null, domain: null })).toEqual([]);
    });

    test("are those of the receiver where a log has it", async () => {
      expect(await found({ ...example, receiver: "mx2" })).toEqual(["mx2"]);
      expect(await found({ ...example, receiver: "MX1.corp.example" })).toEqual(["refused"]);
      expect(await found({ ...example, receiver: "gateway.corp.example" })).toEqual(["mx2", "refused"]);
      expect(await found({ ...example, receiver: "kim@corp.example\0" })).toEqual(["mx2", "refused"]);
    });

    test("are at most five, or as many as are asked for", async () => {
      const many = { ip: "203.0.113.9", domain: "many.example" };
      expect(await found(many)).toEqual(["many0", "many1", "many2", "many3", "many4"]);
      expect(await found(many, 2)).toEqual(["many0", "many1"]);
    });

    test("are told as one message is", async () => {
      expect((await whyMessages(ask, example))[1]).toEqual(await of("refused"));
      expect(await found({ ip: "2001:db8::7", domain: null })).toEqual([null]);
    });

    test.each([
      ["no address", { ip: "nonsense", domain: "example.com" }],
      ["a network", { ip: "198.51.100.0/24", domain: "example.com" }],
      ["a NUL", { ip: "198.51.100.7", domain: "example.com\0" }],
      ["an empty domain", { ip: "198.51.100.7", domain: "" }],
      ["a long domain", { ip: null, domain: "a".repeat(100_000) }],
      ["a wildcard", { ip: null, domain: "%" }],
    ])("are none for %s", async (_, search) => {
      expect(await found(search)).toEqual([]);
    });

    test("are found by an index, whatever is known of them", async () => {
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
      const searches = [example, { ...example, ip: null }, { ...example, domain: null }];
      for (const search of searches) await whyMessages(explain, search);
      await whyMessage(explain, { host: "mx1", queueId: "refused" });
      expect(plans.filter((detail) => /^SCAN (?!Near|m$)/.test(detail))).toEqual([]);
      expect(plans.join("\n")).toMatch(/Message_clientId_time_result_fate_idx \(clientId=\?\)/);
      expect(plans.join("\n")).toMatch(/Message_domainId_time_result_fate_idx \(domainId=\?\)/);
      expect(plans.join("\n")).toMatch(/Message_hostId_queueId_key \(hostId=\? AND queueId=\?\)/);
    });
  });
}
