import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { message } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { fresh } from "@/lib/store/store.fixture";
import { countVisit, saveVisits, type VisitTally } from "@/lib/store/why-visits";
import { type Ask, askReader } from "./ask";
import { EVER } from "./range";
import { toldDomains } from "./told-domains";

const DAY = 86_400_000;
const START = Date.UTC(2026, 10, 1);
const at = (day: number) => START + day * DAY;

/** Who was told what, on every database; `newDatabase` gives the URL of an empty one. */
export function toldDomainsContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    const url = await newDatabase();
    const store = await Store.open(url);
    const domains = ["a.example", "b.example", "c.example"];
    await store.transaction(() =>
      store.save(
        domains.map((domain, n) => fresh(message({ queueId: `${n}`, envelopeFrom: `lee@${domain}` }))),
      ),
    );
    await store.close();
    reader = await openReader(url);
    ask = askReader(reader);
    const tally: VisitTally = new Map();
    const visit = (
      day: number,
      domain: string,
      kind: number,
      times: number,
      result: "fail" | "pass" | null = "fail",
    ) => {
      for (let n = 0; n < times; n++)
        countVisit(tally, { time: at(day) + 3 * 3_600_000, domain, kind, result });
    };
    visit(0, "a.example", 1, 2);
    visit(1, "a.example", 1, 2);
    visit(1, "a.example", 2, 5);
    visit(1, "a.example", 1, 1, null);
    visit(2, "b.example", 3, 4, "pass");
    visit(2, "c.example", 3, 4);
    visit(3, "stranger.example", 0, 1, null);
    visit(3, "other-stranger.example", 0, 1, null);
    await saveVisits(reader, tally);
  });
  afterAll(() => reader?.$disconnect());

  const names = async (from: number, to: number, limit = 20) => {
    const { visits, domains, rest } = await toldDomains(ask, { from, to }, limit);
    return [visits, ...domains.map(({ name, visits: own }) => `${name} ${own}`), rest];
  };
  const NONE = { domains: 0, visits: 0 };

  describe("the domains that people asked about", () => {
    test("come with most visits first, and with what was told of them", async () => {
      const told = await toldDomains(ask, { from: at(0), to: at(9) }, 20);
      expect(told).toEqual({
        days: { from: at(0), to: at(9) },
        visits: 20,
        domains: [
          {
            name: "a.example",
            visits: 10,
            told: [
              { kind: 2, result: "fail", visits: 5 },
              { kind: 1, result: "fail", visits: 4 },
              { kind: 1, result: null, visits: 1 },
            ],
          },
          { name: "b.example", visits: 4, told: [{ kind: 3, result: "pass", visits: 4 }] },
          { name: "c.example", visits: 4, told: [{ kind: 3, result: "fail", visits: 4 }] },
          { name: null, visits: 2, told: [{ kind: 0, result: null, visits: 2 }] },
        ],
        rest: NONE,
      });
    });

    test("beyond the limit are counted together", async () => {
      expect(await names(at(0), at(9), 2)).toEqual([
        20,
        "a.example 10",
        "b.example 4",
        { domains: 2, visits: 6 },
      ]);
    });

    test("are those of the days that the range touches", async () => {
      expect(await names(at(1), at(2))).toEqual([8, "a.example 8", NONE]);
      expect(await names(at(2) - 1, at(2) + 1)).toEqual([
        16,
        "a.example 8",
        "b.example 4",
        "c.example 4",
        NONE,
      ]);
      const { days } = await toldDomains(ask, { from: at(2) - 1, to: at(2) + 1 }, 1);
      expect(days).toEqual({ from: at(1), to: at(3) });
    });

    test("are none where nobody came, and all of ever", async () => {
      expect(await names(at(5), at(9))).toEqual([0, NONE]);
      expect((await toldDomains(ask, EVER, 1)).visits).toBe(20);
    });
  });
}
