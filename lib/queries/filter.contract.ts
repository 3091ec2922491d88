import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { checkedDomain, type Message } from "@/lib/logs/message";
import { fateOf } from "@/lib/store/counts";
import { message, recipient } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import { type Ask, askReader } from "./ask";
import { COUNTED_ACTIONS, countOf } from "./count-table";
import { failingDomains } from "./failing-domains";
import { FILTER_FIELDS, type Filter, readTerm, type Term } from "./filter";
import { filterSql } from "./filter-sql";
import { type Cursor, messagePage } from "./message-page";
import { messagesInOrder } from "./messages-in-order";
import { newestRefusals } from "./newest-refusals";
import { EVER } from "./range";
import { refusedMost } from "./refused-most";
import { resultTotals } from "./results-over-time";
import { countedPart } from "./scan-window";

const START = Date.UTC(2026, 10, 1);
const MINUTE = 60_000;
const RANGE = { from: START, to: START + 60 * 60 * MINUTE };

/** 240 messages in which every value of every field meets every other. */
const MESSAGES: Message[] = Array.from({ length: 240 }, (_, n) => {
  const pick = <T>(...values: T[]): T => values[Math.floor(n * 0.618 * values.length * 7) % values.length]!;
  const at = <T>(step: number, ...values: T[]): T => values[Math.floor(n / step) % values.length]!;
  return message({
    queueId: `q${String(n).padStart(4, "0")}`,
    // Some at the same instant.
    time: START + Math.floor(n / 2) * 27 * MINUTE,
    host: at(7, "mx1", "mx2", "mx3"),
    clientIp: at(3, "192.0.2.25", "192.0.2.200", "198.51.100.7", "2001:db8::25", null, "2001:db8:1::1"),
    helo: at(5, "mail.example.com", "Odd_Helo", null),
    envelopeFrom: pick(
      "lee@Example.com",
      "",
      "park@b.example",
      null,
      "100%_sure\\@b.example",
      "KIM@corp.example",
    ),
    result: at(2, "pass", "fail", "softfail", null, "none", "temperror", "permerror", "neutral"),
    action: at(4, "accept", "accept", "reject", "tempfail", "accept", "discard"),
    rejectedBy: at(4, null, null, "spf", "mta", null, null),
    replyText: at(6, null, "5.7.1 see https://why.example/?x=100%", "Please wait"),
    checker: at(8, "spfmilter", "smf-spf", null),
    unchecked: n % 11 === 0,
    aborted: n % 13 === 0,
    recipients: at(
      9,
      [recipient({ tagged: true }), recipient({ address: "Park@corp.example", action: "reject" })],
      [],
      [recipient({ tagged: false, status: "sent" })],
      [recipient({ address: "someone.else@corp.example", action: "reject" })],
    ),
  });
});

/** What a term says of a message, without SQL. */
function holds({ field, value }: Term, given: Message): boolean {
  const fate = COUNTED_ACTIONS[fateOf(given)]!;
  const tags = given.recipients.map(({ tagged }) => tagged).filter((tagged) => tagged !== null);
  const isIn = (...texts: (string | null)[]) => texts.some((text) => text?.toLowerCase().includes(value));
  switch (field) {
    case "result":
      return (given.result ?? "notLogged") === value;
    case "action":
      if (value === "accept") return ["accept", "tagged", "unchecked"].includes(fate);
      return value === (fate === "accept" ? "untouched" : fate);
    case "by":
      return value === (given.rejectedBy ?? (given.action === "accept" ? null : "unknown"));
    case "domain":
      return checkedDomain(given) === value;
    case "sender":
      return value === (given.envelopeFrom === "" ? "<>" : given.envelopeFrom?.toLowerCase());
    case "client":
      if (value === "192.0.2.0/24") return given.clientIp?.startsWith("192.0.2.") ?? false;
      if (value === "2001:db8::/47") return given.clientIp?.startsWith("2001:db8:") ?? false;
      return given.clientIp === value;
    case "recipient":
      return given.recipients.some(({ address }) => address.toLowerCase() === value);
    case "tag":
      if (value === "unknown") return tags.length === 0;
      return value === (tags.some(Boolean) ? "yes" : tags.length > 0 ? "no" : null);
    case "text":
      return isIn(given.envelopeFrom, given.clientName, given.replyText, given.messageId, given.queueId);
    default:
      return given[field] === value;
  }
}

const VALUES: Record<string, string[]> = {
  result: ["pass", "fail", "softfail", "notLogged", "permerror"],
  action: ["accept", "untouched", "tagged", "unchecked", "reject", "tempfail", "discard", "brokenOff"],
  by: ["spf", "mta", "unknown"],
  domain: ["example.com", "b.example", "mail.example.com", "never.example"],
  sender: ["lee@example.com", "<>", "kim@corp.example", "no@never.example", "100%_sure\\@b.example"],
  client: ["192.0.2.25", "192.0.2.0/24", "2001:db8::25", "2001:db8::/47", "203.0.113.9"],
  helo: ["mail.example.com", "Odd_Helo", "never"],
  recipient: ["kim@corp.example", "park@corp.example", "never@corp.example"],
  host: ["mx1", "mx2", "mx9"],
  checker: ["spfmilter", "smf-spf", "never"],
  tag: ["yes", "no", "unknown"],
  text: ["please", "100%", "_sure\\", "Q00", "why.example/?", "%", "__"],
};

const term = fc.constantFrom(...FILTER_FIELDS).chain((field) =>
  fc.record({ value: fc.constantFrom(...VALUES[field]!), isNot: fc.boolean() }).map(({ value, isNot }) => {
    const read = readTerm(field, value, isNot);
    return "fault" in read ? null : read;
  }),
);
const anyFilter = fc.array(term, { maxLength: 4 }).map((terms) => terms.filter((one) => one !== null));

function wanted(filter: Filter): Message[] {
  return MESSAGES.filter((given) =>
    FILTER_FIELDS.every((field) => {
      const asked = filter.filter((one) => one.field === field && !one.isNot);
      const left = filter.filter((one) => one.field === field && one.isNot);
      return (
        (asked.length === 0 || asked.some((one) => holds(one, given))) &&
        !left.some((one) => holds(one, given))
      );
    }),
  );
}

/** That every question under a filter is of the same messages, on every database. */
export function filterContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  let ask: Ask;
  beforeAll(async () => {
    const url = await newDatabase();
    const store = await Store.open(url);
    await store.transaction(() =>
      store.save(MESSAGES.map((given) => ({ id: null, message: given, counted: null }))),
    );
    await store.close();
    reader = await openReader(url);
    ask = askReader(reader);
  });
  afterAll(() => reader?.$disconnect());

  const ids = (messages: { queueId: string }[]) => messages.map(({ queueId }) => queueId);
  const runs = { numRuns: 120 };

  describe("whatever the filter", () => {
    test("chart, list and export have the same messages", async () => {
      const check = async (filter: Term[]) => {
        const asked = await filterSql(ask, filter);
        const expected = wanted(filter);
        const exported: Message[] = [];
        for await (const one of messagesInOrder(ask, EVER, asked)) exported.push(one);
        expect(ids(exported)).toEqual(ids(expected));
        const totals = await resultTotals(ask, RANGE, asked);
        expect(countOf(totals)).toBe(expected.length);
        const failed = await failingDomains(ask, RANGE, asked, 100);
        const failures = expected.filter(
          (one) => /fail$/.test(one.result ?? "") && checkedDomain(one) !== null,
        );
        expect(failed.reduce((sum, { fail, softfail }) => sum + fail + softfail, 0)).toBe(failures.length);
        const refusals = await newestRefusals(ask, RANGE, asked, 500);
        expect(ids(refusals).sort()).toEqual(
          ids(expected.filter(({ action }) => action !== "accept")).sort(),
        );
        const most = await refusedMost(ask, RANGE, asked, 100);
        expect(most.counted).toBe(expected.filter(({ action }) => /^(reject|tempfail)$/.test(action)).length);
      };
      await fc.assert(fc.asyncProperty(anyFilter, check), runs);
    });

    test("the pages of a list hold every message once, there and back", async () => {
      const check = async (filter: Term[], limit: number, most: number) => {
        const asked = await filterSql(ask, filter);
        const expected = ids(wanted(filter)).reverse();
        const there: string[] = [];
        let cursor: Cursor | null = null;
        let last: Cursor | null = null;
        for (let pages = 0; pages < 300; pages++) {
          const page = await messagePage(ask, RANGE, asked, { cursor, direction: "older" }, limit, most);
          there.push(...ids(page.messages));
          if (page.older === null) break;
          last = page.messages.length > 0 ? page.older : last;
          cursor = page.older;
        }
        expect(there).toEqual(expected);
        if (last === null || cursor === null) return;
        const back: string[] = [];
        for (let pages = 0; pages < 300 && cursor !== null; pages++) {
          const page = await messagePage(ask, RANGE, asked, { cursor, direction: "newer" }, limit, most);
          back.unshift(...ids(page.messages));
          cursor = page.newer;
        }
        expect(back).toEqual(expected.slice(0, back.length));
      };
      const sizes = [fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 300 })] as const;
      await fc.assert(fc.asyncProperty(anyFilter, ...sizes, check), { numRuns: 40 });
    });
  });

  test("a search towards newer messages that stops leads on that way", async () => {
    const rare = await filterSql(ask, [{ field: "text", value: "q0239", isNot: false }]);
    const first = MESSAGES[0]!.time;
    const at = { cursor: { time: first - 1, id: 0 }, direction: "newer" } as const;
    const page = await messagePage(ask, RANGE, rare, at, 10, 50);
    expect(page).toMatchObject({ messages: [], searchedTo: null });
    expect(page.newer!.time).toBeGreaterThan(first);
  });

  test("networks are counted as such", async () => {
    const { networks, helos, recipients } = await refusedMost(ask, RANGE, await filterSql(ask, []), 3);
    expect(networks.map(({ name }) => name)).toContain("192.0.2.0/24");
    expect(networks.map(({ name }) => name).some((name) => /^2001:db8.*\/64$/.test(name))).toBe(true);
    expect(helos.map(({ name }) => name).sort()).toEqual(["Odd_Helo", "mail.example.com"]);
    expect(recipients.map(({ name }) => name)).toContain("park@corp.example");
  });

  test("where every message must be looked at, only the newest are counted", async () => {
    const slow = await filterSql(ask, [{ field: "text", value: "q00", isNot: false }]);
    const part = await countedPart(ask, RANGE, slow, 100);
    expect(part.to).toBe(RANGE.to);
    const newer = MESSAGES.filter(({ time }) => time >= part.from).length;
    expect(newer).toBeGreaterThan(90);
    expect(newer).toBeLessThanOrEqual(100);
    expect(await countedPart(ask, RANGE, slow, 1000)).toEqual(RANGE);
    expect(await countedPart(ask, RANGE, await filterSql(ask, []), 1)).toEqual(RANGE);
  });
}
