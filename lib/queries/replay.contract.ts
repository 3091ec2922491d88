import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import type { Message } from "@/lib/logs/message";
import { type Resolver, SPF_RESULTS, type SpfResult } from "@/lib/spf";
import { zoneOf, zoneResolver } from "@/lib/spf/zone.fixture";
import { fillStore } from "@/lib/store/filled.fixture";
import { type Ask, askReader } from "./ask";
import { domainIds } from "./domain-ids";
import { EVER } from "./range";
import { type ReplayQuestion, replay } from "./replay";
import type { ReplayProgress, ReplayReport } from "./replay-report";
import { countsOf, pagesOf, type ReplayRow } from "./replay-rows";

const START = Date.UTC(2026, 10, 1);
const DAY = 86_400_000;
const DRAFT = "v=spf1 ip4:192.0.2.0/24 ip4:198.51.100.7 ~all";

/** Messages of a client, one a day. */
function daily(clientIp: string | null, days: number, changes: Partial<Message> = {}): Partial<Message>[] {
  return Array.from({ length: days }, (_, day) => ({ clientIp, time: START + day * DAY, ...changes }));
}

const GIVEN: Partial<Message>[] = [
  ...daily("192.0.2.25", 9),
  ...daily("198.51.100.7", 5, { result: "fail" }),
  ...daily("203.0.113.9", 4, { result: "fail", action: "reject" }),
  ...daily("203.0.113.10", 3, { result: null, helo: "a.example" }),
  ...daily("203.0.113.10", 2, {
    envelopeFrom: "kim@example.com.",
    helo: "b.example",
    time: START + 20 * DAY,
  }),
  ...daily("203.0.113.11", 2, { envelopeFrom: "", helo: "example.com", result: "softfail" }),
  ...daily("203.0.113.12", 1, { envelopeFrom: "kim@other.example" }),
  ...daily(null, 2),
  ...daily("192.0.2.1", 2, { envelopeFrom: "lee@told.example", helo: "a.example" }),
  ...daily("192.0.2.1", 3, { envelopeFrom: "told.example", helo: "a.example" }),
  ...daily("192.0.2.1", 4, { envelopeFrom: "lee@told.example", helo: null }),
];

const ZONE = {
  "example.com": ["TXT v=spf1 ip4:192.0.2.0/24 ip4:203.0.113.9 exp=%{l}.why.example.com -all"],
  "other.example": ["TXT v=spf1 -all"],
};

/** Drafts held against stored mail, on every database; `newDatabase` gives the URL of an empty one. */
export function replayContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    const url = await newDatabase();
    await fillStore(url, GIVEN);
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const resolver = () => zoneResolver(zoneOf(ZONE));
  const replayed = async (changes: Partial<ReplayQuestion> = {}, below: Resolver = resolver()) => {
    const question = { domain: "example.com", draft: DRAFT, range: EVER, clock: () => 0, ...changes };
    return endOf(replay(ask, below, question));
  };
  const shown = ({ clients }: ReplayReport) =>
    clients.map(({ ip, published, draft, messages }) => `${ip} ${published} ${draft} ${messages}`);

  describe("a replay", () => {
    test("evaluates each client once where no macro asks for more, and all its messages come out so", async () => {
      const report = await replayed();
      expect(report).toMatchObject({
        domain: "example.com",
        draft: DRAFT,
        published: ZONE["example.com"][0]!.slice(4),
        messages: 25,
        unusable: 2,
        triples: 6,
        evaluations: 5,
        unlistedClients: 0,
        oldestStored: START,
      });
      expect(cells(report.matrix)).toEqual({
        "pass>pass": 9,
        "fail>pass": 5,
        "pass>softfail": 4,
        "fail>softfail": 7,
      });
      expect(cells(report.loggedMatrix)).toEqual({
        "pass>pass": 9,
        "fail>pass": 5,
        "fail>softfail": 4,
        "notLogged>softfail": 3,
        "pass>softfail": 2,
        "softfail>softfail": 2,
      });
    });

    test("lists first whose result changes, with its newest messages", async () => {
      const report = await replayed();
      expect(shown(report)).toEqual([
        "203.0.113.10 fail softfail 5",
        "198.51.100.7 fail pass 5",
        "203.0.113.9 pass softfail 4",
        "203.0.113.11 fail softfail 2",
        "192.0.2.25 pass pass 9",
      ]);
      const [both] = report.clients;
      expect(both).toMatchObject({
        publishedTerm: "-all",
        draftTerm: "~all",
        first: START,
        last: START + 20 * DAY,
      });
      expect(both!.examples.map(({ time, helo }) => [(time - START) / DAY, helo])).toEqual([
        [20, "b.example"],
        [20, "b.example"],
        [2, "a.example"],
      ]);
      expect(both!.examples[0]).toMatchObject({ host: "mx1", envelopeFrom: "kim@example.com." });
    });

    test("says what each end of the draft would have refused, and what of that was accepted then", async () => {
      const { enforcement } = await replayed();
      const none = { messages: 0, clients: 0, newly: 0 };
      const strangers = { messages: 11, clients: 3, newly: 7 };
      expect(enforcement).toEqual([
        { all: "as drafted", refusingFail: none, refusingSoftfail: strangers },
        { all: "-all", refusingFail: strangers, refusingSoftfail: strangers },
        { all: "~all", refusingFail: none, refusingSoftfail: strangers },
      ]);
    });

    test("asks of a draft that another record ends no other ends", async () => {
      const { enforcement, matrix } = await replayed({ draft: "v=spf1 redirect=other.example" });
      expect(enforcement.map(({ all }) => all)).toEqual(["as drafted"]);
      expect(cells(matrix)).toEqual({ "pass>fail": 13, "fail>fail": 12 });
    });

    test("evaluates every sender and HELO name that a macro asks for, and guesses none", async () => {
      const draft = "v=spf1 ip4:192.0.2.0/24 exists:%{h}.helo.example.com exists:%{l}.from.example.com -all";
      const zone = {
        ...ZONE,
        "a.example.helo.example.com": ["A 127.0.0.2"],
        "postmaster.from.example.com": ["A 127.0.0.2"],
      };
      const report = await replayed({ draft }, zoneResolver(zoneOf(zone)));
      expect(shown(report)).toEqual([
        "203.0.113.9 pass fail 4",
        "203.0.113.10 fail pass 3",
        "203.0.113.11 fail pass 2",
        "192.0.2.25 pass pass 9",
        "198.51.100.7 fail fail 5",
        "203.0.113.10 fail fail 2",
      ]);
      expect(report.evaluations).toBe(6);
    });

    test.each([
      ["v=spf1 ip4:192.0.2.1 exists:%{l}.%{h}.one.example -all", 9, 0],
      ["v=spf1 exists:%{l}.one.example -all", 6, 3],
      ["v=spf1 exists:%{h}.one.example -all", 5, 4],
      ["v=spf1 exists:%{l}.%{h}.one.example -all", 2, 7],
      ["v=spf1 exists:%{o}.%{i}.one.example -all", 9, 0],
    ])("leaves out whoever does not tell what %s asks for", async (draft, messages, unusable) => {
      expect(await replayed({ domain: "told.example", draft })).toMatchObject({ messages, unusable });
    });

    test("reads each message once, also where many are of one moment", async () => {
      const [id] = await domainIds(ask, "example.com");
      const read: ReplayRow[] = [];
      for await (const rows of pagesOf(ask, id!, EVER, 2)) read.push(...rows);
      expect(read).toHaveLength(25);
      expect(new Set(read.map((row) => row.id)).size).toBe(25);
      const times = read.map(({ time }) => time);
      expect(times).toEqual(times.toSorted((a, b) => b - a));
    });

    test("counts each message once, also where many are of one moment", async () => {
      const [id] = await domainIds(ask, "example.com");
      const all = { from: START + DAY, to: START + 20 * DAY + 1 };
      const read: ReplayRow[] = [];
      for await (const rows of pagesOf(ask, id!, all, 1000)) read.push(...rows);
      for (const most of [1, 2, 3, 1000]) {
        const counts: number[] = [];
        for await (const count of countsOf(ask, id!, all, most)) counts.push(count);
        expect([most, counts.reduce((a, b) => a + b)]).toEqual([most, read.length]);
        expect(counts.length > 1).toBe(most < read.length);
      }
    });

    test("takes only the messages of its range, and of its domain in any spelling", async () => {
      const range = { from: START + DAY, to: START + 3 * DAY };
      expect(shown(await replayed({ range, domain: "EXAMPLE.com." }))).toEqual([
        "198.51.100.7 fail pass 2",
        "203.0.113.9 pass softfail 2",
        "203.0.113.10 fail softfail 2",
        "203.0.113.11 fail softfail 1",
        "192.0.2.25 pass pass 2",
      ]);
    });

    test.each(["nobody.example", "", "\0", "한국.example"])("finds nothing of %j", async (domain) => {
      const report = await replayed({ domain });
      expect(report).toMatchObject({ messages: 0, triples: 0, evaluations: 0, clients: [], published: null });
      expect(report.oldestStored).toBe(START);
    });

    test.each(["", "moo", "v=spf1 ip4:moo -all", "v=spf1 \u{1f600}", "x".repeat(100_000)])(
      "takes a draft that is no record (%#)",
      async (draft) => {
        const { messages, matrix } = await replayed({ draft });
        expect(messages).toBe(25);
        expect(Object.keys(cells(matrix)).every((cell) => /none|permerror/.test(cell))).toBe(true);
      },
    );

    test("takes what DNS does not tell for a temporary error of the messages that need it", async () => {
      let left = 2;
      const failing: Resolver = {
        resolve(name, type) {
          if (left-- > 0) return resolver().resolve(name, type);
          if (left % 2 === 0) throw new Error("broken");
          return Promise.reject(new Error("gone"));
        },
      };
      const draft = "v=spf1 ip4:192.0.2.0/24 a:one.example.com exists:%{i}.two.example.com ~all";
      const { matrix } = await replayed({ draft }, failing);
      expect(cells(matrix)).toEqual({ "pass>pass": 9, "pass>temperror": 4, "fail>temperror": 12 });
    });

    test("gives way, and stops where it is told to", async () => {
      const stop = new AbortController();
      const question = { domain: "example.com", draft: DRAFT, range: EVER, clock: () => 0 };
      const steps = replay(ask, resolver(), question, stop.signal);
      expect((await steps.next()).value).toEqual({ messages: 0, total: null, triples: 0 });
      expect((await steps.next()).value).toMatchObject({ total: 27 });
      stop.abort();
      await expect(steps.next()).rejects.toThrow();
    });
  });
}

async function endOf(steps: AsyncGenerator<ReplayProgress, ReplayReport>): Promise<ReplayReport> {
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

/** The numbers of a matrix that are not 0. */
function cells(matrix: number[][]): Record<string, number> {
  const words: (SpfResult | "notLogged")[] = [...SPF_RESULTS, "notLogged"];
  const all = matrix.flatMap((row, from) =>
    row.map((count, to) => [`${words[from]}>${words[to]}`, count] as const),
  );
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}
