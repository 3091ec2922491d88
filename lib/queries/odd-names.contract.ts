import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { message, recipient } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { type Ask, askReader } from "./ask";
import { countOf } from "./count-table";
import { failingDomains } from "./failing-domains";
import { type FilterField, readFilter, readTerm } from "./filter";
import { filterSql, NO_FILTER } from "./filter-sql";
import { refusedMost } from "./refused-most";
import { resultTotals } from "./results-over-time";
import { search } from "./search";

const START = Date.UTC(2026, 10, 1);
const RANGE = { from: START, to: START + 3_600_000 };
const SENDERS = ["Ülf@Ö.example", "kim@예시.example", "lee@dot.example.", "park@plain.example"];

/** That names with other letters than ASCII, or a last dot, lead to their messages on every database. */
export function oddNamesContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    const url = await newDatabase();
    const store = await Store.open(url);
    const messages = SENDERS.map((envelopeFrom, n) => {
      const recipients = [recipient({ address: `ÄRGER${n}@Corp.example`, action: "reject" })];
      const odd = { queueId: `odd${n}`, time: START, envelopeFrom, recipients };
      return message({ ...odd, action: "reject", result: "fail" });
    });
    await store.transaction(() =>
      store.save(messages.map((one) => ({ id: null, message: one, counted: null }))),
    );
    await store.close();
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  /** How many messages a link with this condition shows. */
  const countFor = async (field: FilterField, value: string) => {
    const { filter } = readFilter([{ field, value, isNot: false }]);
    expect(filter).toHaveLength(1);
    return countOf(await resultTotals(ask, RANGE, await filterSql(ask, filter)));
  };

  describe("an odd name leads to its messages", () => {
    test("as a domain", async () => {
      const domains = await failingDomains(ask, RANGE, NO_FILTER, 9);
      expect(domains).toHaveLength(SENDERS.length);
      for (const { name } of domains) expect([name, await countFor("domain", name)]).toEqual([name, 1]);
    });

    test("as a recipient", async () => {
      const { recipients } = await refusedMost(ask, RANGE, NO_FILTER, 9);
      expect(recipients).toHaveLength(SENDERS.length);
      for (const { name } of recipients) expect([name, await countFor("recipient", name)]).toEqual([name, 1]);
    });

    test.each(SENDERS)("as the sender %s, and in a search", async (sender) => {
      expect(await countFor("sender", sender)).toBe(1);
      expect(await countFor("text", sender)).toBe(1);
      expect(await search(ask, sender)).toContainEqual({
        kind: "sender",
        name: readTerm("sender", sender).value,
      });
    });
  });
}
