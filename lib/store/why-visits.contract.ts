import { describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { SPF_RESULTS } from "@/lib/spf";
import { message } from "./messages.fixture";
import { Store } from "./store";
import { fresh } from "./store.fixture";
import { countVisit, MOST_NAMED_ROWS, saveVisits, type VisitTally, type WhyVisit } from "./why-visits";

const TIME = Date.UTC(2026, 10, 24, 9, 18, 8);
const TODAY = Math.floor(TIME / 86_400_000);
const DAY = 86_400_000;

/** How visits of the why page must be counted on every database; `newDatabase` gives the URL of an empty one. */
export function whyVisitsContract(newDatabase: () => Promise<string>): void {
  /** A database whose log knows these domains, in this order. */
  async function knowing(...domains: string[]): Promise<PrismaClient> {
    const url = await newDatabase();
    const store = await Store.open(url);
    const messages = domains.map((domain, n) => message({ queueId: `q${n}`, envelopeFrom: `lee@${domain}` }));
    await store.transaction(() => store.save(messages.map(fresh)));
    await store.close();
    return openReader(url);
  }

  const tallied = (...visits: Partial<WhyVisit>[]): VisitTally => {
    const tally: VisitTally = new Map();
    for (const visit of visits)
      countVisit(tally, { time: TIME, domain: "example.com", kind: 1, result: "fail", ...visit });
    return tally;
  };

  const stored = async (client: PrismaClient) => {
    const rows = await client.whyVisit.findMany({
      orderBy: [{ day: "asc" }, { domainId: "asc" }, { kind: "asc" }, { result: "asc" }],
    });
    return rows.map(({ day, domainId, kind, result, count }) => [day - TODAY, domainId, kind, result, count]);
  };

  describe("visits of the why page", () => {
    test("are counted by day, domain, diagnosis and result", async () => {
      const client = await knowing("example.com", "other.example");
      await saveVisits(
        client,
        tallied(
          {},
          {},
          { kind: 0 },
          { result: "pass" },
          { result: null },
          { domain: "other.example" },
          { time: TIME + DAY },
          { time: (TODAY + 1) * DAY - 1 },
          { time: (TODAY + 1) * DAY },
        ),
      );
      expect(await stored(client)).toEqual([
        [0, 1, 0, 1, 1],
        [0, 1, 1, 0, 1],
        [0, 1, 1, 1, 3],
        [0, 1, 1, 7, 1],
        [0, 2, 1, 1, 1],
        [1, 1, 1, 1, 2],
      ]);
      await client.$disconnect();
    });

    test("add up over writes, those at once too, and are written once", async () => {
      const client = await knowing("example.com");
      const tally = tallied({}, {});
      await Promise.all([
        saveVisits(client, tally),
        saveVisits(client, tally),
        saveVisits(client, tallied({})),
      ]);
      expect(tally.size).toBe(0);
      await saveVisits(client, tally);
      countVisit(tally, { time: TIME, domain: "example.com", kind: 1, result: "fail" });
      await saveVisits(client, tally);
      expect(await stored(client)).toEqual([[0, 1, 1, 1, 4]]);
      await client.$disconnect();
    });

    test("of a domain that no log knows count under none", async () => {
      const client = await knowing("example.com");
      const odd = [null, "", "x.example", "a".repeat(5000), "a\0b", "\ud800", "__proto__", "'; DROP TABLE"];
      await saveVisits(client, tallied(...odd.map((domain) => ({ domain }))));
      expect(await stored(client)).toEqual([[0, 0, 1, 1, odd.length]]);
      await client.$disconnect();
    });

    test("of a domain that the log spells in another way count under that", async () => {
      const client = await knowing("dot.example.", "예시.example", "two.example.", "two.example");
      const domains = ["dot.example", "xn--vv4b11d.example", "two.example"];
      await saveVisits(client, tallied(...domains.map((domain) => ({ domain }))));
      expect(await stored(client)).toEqual([
        [0, 1, 1, 1, 1],
        [0, 2, 1, 1, 1],
        [0, 3, 1, 1, 1],
      ]);
      await client.$disconnect();
    });

    test("in any number make no more rows than a day may have, and none is lost", async () => {
      const names = Array.from({ length: MOST_NAMED_ROWS + 200 }, (_, n) => `d${n}.example`);
      const client = await knowing(...names);
      const some = (from: number, to: number) => names.slice(from, to).map((domain) => ({ domain }));
      await saveVisits(client, tallied(...some(0, 600)));
      await saveVisits(client, tallied(...some(500, MOST_NAMED_ROWS + 100)));
      await saveVisits(client, tallied(...some(0, names.length)));
      const rows = await stored(client);
      expect(rows).toHaveLength(MOST_NAMED_ROWS + 1);
      expect(rows.reduce((sum, row) => sum + row[4]!, 0)).toBe(600 + 600 + names.length);
      // Those after the bound, once in the second write and once in the third.
      expect(rows[0]).toEqual([0, 0, 1, 1, 100 + 200]);
      // Another day has room again.
      await saveVisits(client, tallied({ domain: names.at(-1)!, time: TIME + DAY }));
      expect((await stored(client)).at(-1)).toEqual([1, names.length, 1, 1, 1]);
      await client.$disconnect();
    });

    test("of endless domains between two writes are told apart no longer, and still counted", async () => {
      const client = await knowing("example.com");
      const tally: VisitTally = new Map();
      for (let n = 0; n < 20_000; n++)
        countVisit(tally, {
          time: TIME,
          domain: `d${n}.example`,
          kind: n % 5,
          result: SPF_RESULTS[n % 7]!,
        });
      expect(tally.size).toBeLessThan(2100);
      await saveVisits(client, tally);
      const rows = await stored(client);
      expect(rows).toHaveLength(35);
      expect(rows.reduce((sum, row) => sum + row[4]!, 0)).toBe(20_000);
      await client.$disconnect();
    });

    test("wait where the database fails, with those that come meanwhile", async () => {
      const client = await knowing("example.com");
      const tally = tallied({}, { kind: 2 });
      await client.$executeRawUnsafe('ALTER TABLE "WhyVisit" RENAME TO "Away"');
      const writing = saveVisits(client, tally);
      countVisit(tally, { time: TIME, domain: "example.com", kind: 1, result: "fail" });
      await expect(writing).rejects.toThrow();
      await client.$executeRawUnsafe('ALTER TABLE "Away" RENAME TO "WhyVisit"');
      await saveVisits(client, tally);
      expect(await stored(client)).toEqual([
        [0, 1, 1, 1, 2],
        [0, 1, 2, 1, 1],
      ]);
      await client.$disconnect();
    });

    test("none are no work", async () => {
      const client = await knowing();
      await saveVisits(client, new Map());
      expect(await stored(client)).toEqual([]);
      await client.$disconnect();
    });
  });
}
