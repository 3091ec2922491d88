import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import {
  DRAFT,
  MOST_DOMAINS,
  MOST_DRAFTS,
  MOST_PUBLISHED,
  notePublished,
  PUBLISHED,
  removeVersion,
  saveVersion,
} from "@/lib/store/record-versions";
import { draftedDomains, recordVersion, recordVersions } from "./record-versions";

const NOW = Date.UTC(2026, 10, 24, 9, 18, 8);
const MX = "v=spf1 mx -all";
const A = "v=spf1 a -all";
/** One race may be won by chance. */
const ROUNDS = [1, 2, 3];

/** Texts of records that are kept, on every database. */
export function recordVersionsContract(newDatabase: () => Promise<string>): void {
  let reader: PrismaClient;
  beforeAll(async () => {
    reader = await openReader(await newDatabase());
  });
  afterAll(() => reader?.$disconnect());

  const save = (domain: string, text: string, time = NOW, more: { note?: string; by?: string | null } = {}) =>
    saveVersion(reader, { domain, text, note: "", by: "kim", ...more }, time);
  const textsOf = async (domain: string, limit = 10) =>
    (await recordVersions(reader, domain, limit)).map(({ kind, text }) => `${kind} ${text}`);

  describe("a kept text of a record", () => {
    test("is found again under its domain, however that is spelled", async () => {
      const id = await save(" Example.COM. ", `  ${MX}\n`, NOW, { note: " 새 서버 ", by: "김" });
      expect(await recordVersion(reader, Number(id))).toEqual({
        id,
        domain: "example.com",
        text: MX,
        kind: "draft",
        note: "새 서버",
        by: "김",
        time: NOW,
      });
      expect(await textsOf("EXAMPLE.com")).toEqual([`draft ${MX}`]);
      const korean = await save("한글.example", MX);
      expect(await recordVersion(reader, Number(korean))).toMatchObject({ domain: "xn--bj0bj06e.example" });
      expect(await textsOf("한글.example")).toEqual([`draft ${MX}`]);
      expect(await textsOf("not a domain")).toEqual([]);
    });

    test("stands before the older ones, and as many are shown as are asked for", async () => {
      await save("order.example", MX, NOW);
      await save("order.example", A, NOW + 1);
      await notePublished(reader, { domain: "order.example", text: MX }, NOW + 2);
      expect(await textsOf("order.example")).toEqual([`published ${MX}`, `draft ${A}`, `draft ${MX}`]);
      expect(await textsOf("order.example", 2)).toEqual([`published ${MX}`, `draft ${A}`]);
    });

    test("is not kept twice in a row, and takes the note given last", async () => {
      const first = await save("twice.example", MX, NOW, { note: "one" });
      expect(await save("twice.example", MX, NOW + 1)).toBe(first);
      expect(await recordVersion(reader, Number(first))).toMatchObject({ note: "one", time: NOW });
      expect(await save("twice.example", ` ${MX}`, NOW + 1, { note: "two" })).toBe(first);
      expect(await recordVersion(reader, Number(first))).toMatchObject({ note: "two", time: NOW });
      await save("twice.example", A, NOW + 2);
      expect(await save("twice.example", MX, NOW + 3)).not.toBe(first);
      expect(await textsOf("twice.example")).toHaveLength(3);
    });

    test("may be the same as what was seen published", async () => {
      await notePublished(reader, { domain: "both.example", text: MX }, NOW);
      await save("both.example", MX, NOW + 1);
      expect(await textsOf("both.example")).toEqual([`draft ${MX}`, `published ${MX}`]);
    });

    test("is removed alone, and once", async () => {
      const id = Number(await save("gone.example", MX));
      await save("gone.example", A, NOW + 1);
      await removeVersion(reader, id);
      await removeVersion(reader, id);
      expect(await recordVersion(reader, id)).toBeNull();
      // A form may ask for any number.
      for (const none of [2 ** 31, Number.MAX_SAFE_INTEGER])
        expect(await recordVersion(reader, none)).toBeNull();
      expect(await textsOf("gone.example")).toEqual([`draft ${A}`]);
    });

    test.each([
      ["", MX, "", "domain"],
      ["localhost", MX, "", "domain"],
      ["[192.0.2.1]", MX, "", "domain"],
      ["a b.example", MX, "", "domain"],
      ["a\0.example", MX, "", "domain"],
      [`${"a".repeat(64)}.example`, MX, "", "domain"],
      ["bad.example", " \n", "", "textEmpty"],
      ["bad.example", "x".repeat(5001), "", "textLong"],
      ["bad.example", "v=spf1 \0 -all", "", "textCharacters"],
      ["bad.example", MX, "x".repeat(201), "note"],
      ["bad.example", MX, "a\u0007b", "note"],
    ])("of %j as %j with the note %j is refused: %s", async (domain, text, note, fault) => {
      expect(await save(domain, text, NOW, { note })).toBe(fault);
      expect(await textsOf("bad.example")).toEqual([]);
    });

    test("may be long, odd and half-typed, by nobody", async () => {
      const odd = [`v=spf1 ${"가".repeat(4993)}`, "v=spf1 inc", "x'; DROP TABLE", "v=spf1\t“a”\n-all"];
      for (const [n, text] of odd.entries())
        expect(await save("odd.example", text, NOW + n, { by: null, note: "x".repeat(200) })).toBeTypeOf(
          "number",
        );
      const kept = await recordVersions(reader, "odd.example", 10);
      expect(kept.map(({ text }) => text)).toEqual(odd.reverse());
      expect(kept.every(({ by }) => by === null)).toBe(true);
    });
  });

  describe("what is seen published", () => {
    test("is noted where it changed", async () => {
      const note = (text: string, time: number) =>
        notePublished(reader, { domain: "seen.example", text }, time);
      expect(await note(MX, NOW)).toBe(true);
      expect(await note(MX, NOW + 1)).toBe(false);
      expect(await note(A, NOW + 2)).toBe(true);
      expect(await note(MX, NOW + 3)).toBe(true);
      expect(await textsOf("seen.example")).toEqual([`published ${MX}`, `published ${A}`, `published ${MX}`]);
      expect((await recordVersions(reader, "seen.example", 1))[0]).toMatchObject({ by: null, time: NOW + 3 });
    });

    test.each([
      ["localhost", MX],
      ["none.example", ""],
      ["none.example", "x".repeat(5001)],
      ["none.example", "\0"],
    ])("at %j as %j is left out where it cannot be kept", async (domain, text) => {
      expect(await notePublished(reader, { domain, text }, NOW)).toBe(false);
      expect(await textsOf("none.example")).toEqual([]);
    });

    test("and changes all the time pushes out the oldest seen, and no draft", async () => {
      await save("restless.example", MX, NOW - 1);
      for (let n = 0; n < MOST_PUBLISHED + 3; n++)
        await notePublished(
          reader,
          { domain: "restless.example", text: `v=spf1 ip4:192.0.2.${n} -all` },
          NOW + n,
        );
      const kept = await textsOf("restless.example", 1000);
      expect(kept).toHaveLength(MOST_PUBLISHED + 1);
      expect(kept.slice(-2)).toEqual(["published v=spf1 ip4:192.0.2.3 -all", `draft ${MX}`]);
    });
  });

  describe("many who save at once, over connections of their own,", () => {
    const clients: PrismaClient[] = [];
    beforeAll(async () => {
      const url = await newDatabase();
      for (let n = 0; n < 4; n++) clients.push(await openReader(url));
    });
    afterAll(() => Promise.all(clients.map((client) => client.$disconnect())));
    const atOnce = <T>(work: (client: PrismaClient, n: number) => Promise<T>) =>
      Promise.all(Array.from({ length: 24 }, (_, n) => work(clients[n % clients.length]!, n)));

    test.each(ROUNDS)("keep the same draft once, and are told of the same one (%i)", async (round) => {
      const domain = `draft${round}.example`;
      const ids = await atOnce((client, n) =>
        saveVersion(client, { domain, text: MX, note: n === 7 ? "seven" : "", by: null }, NOW + n),
      );
      expect(new Set(ids).size).toBe(1);
      const kept = await recordVersions(clients[0]!, domain, 100);
      expect(kept.map(({ id, note }) => [id, note])).toEqual([[ids[0], "seven"]]);
    });

    test.each(ROUNDS)("note what is published once, and one of them did (%i)", async (round) => {
      const domain = `seen${round}.example`;
      const noted = await atOnce((client, n) => notePublished(client, { domain, text: MX }, NOW + n));
      expect(noted.filter(Boolean)).toHaveLength(1);
      expect(await recordVersions(clients[0]!, domain, 100)).toHaveLength(1);
    });

    test("keep each of different drafts", async () => {
      const domain = "different.example";
      const ids = await atOnce((client, n) =>
        saveVersion(client, { domain, text: `v=spf1 ip4:192.0.2.${n} -all`, note: "", by: null }, NOW),
      );
      expect(new Set(ids).size).toBe(24);
      expect(await recordVersions(clients[0]!, domain, 100)).toHaveLength(24);
    });
  });

  describe("domains with drafts", () => {
    test("are told with their newest draft, that of today first", async () => {
      const own = await openReader(await newDatabase());
      const keep = (domain: string, text: string, time: number) =>
        saveVersion(own, { domain, text, note: "", by: null }, time);
      await keep("one.example", MX, NOW);
      await keep("two.example", MX, NOW + 1);
      await keep("one.example", A, NOW + 2);
      await notePublished(own, { domain: "one.example", text: MX }, NOW + 3);
      await notePublished(own, { domain: "three.example", text: MX }, NOW + 4);
      expect(await draftedDomains(own, 10)).toEqual([
        { domain: "one.example", text: A, time: NOW + 2, drafts: 2 },
        { domain: "two.example", text: MX, time: NOW + 1, drafts: 1 },
      ]);
      expect(await draftedDomains(own, 1)).toHaveLength(1);
      await own.$disconnect();
    });
  });

  describe("a full store", () => {
    test("takes no more drafts of a domain, but the newest again, and others", async () => {
      const own = await openReader(await newDatabase());
      await own.recordVersion.createMany({
        data: Array.from({ length: MOST_DRAFTS }, (_, n) => ({
          ...{ domain: "full.example", text: `v=spf1 ip4:192.0.2.${n}`, kind: 0, note: "" },
          createdAt: BigInt(NOW + n),
        })),
      });
      const keep = (domain: string, text: string) =>
        saveVersion(own, { domain, text, note: "", by: null }, NOW + 1000);
      expect(await keep("full.example", MX)).toBe("manyVersions");
      expect(await keep("full.example", `v=spf1 ip4:192.0.2.${MOST_DRAFTS - 1}`)).toBeTypeOf("number");
      expect(await keep("other.example", MX)).toBeTypeOf("number");
      expect(await notePublished(own, { domain: "full.example", text: MX }, NOW + 1001)).toBe(true);
      await own.$disconnect();
    });

    test("takes no further domain, but more of those it has, apart for drafts and for what was seen published", async () => {
      const own = await openReader(await newDatabase());
      const fill = (kind: number) =>
        own.recordVersion.createMany({
          data: Array.from({ length: MOST_DOMAINS }, (_, n) => ({
            ...{ domain: `d${n}.example`, text: MX, kind, note: "" },
            createdAt: BigInt(NOW),
          })),
        });
      const keep = (domain: string) => saveVersion(own, { domain, text: A, note: "", by: null }, NOW + 1);
      await fill(PUBLISHED);
      expect(await notePublished(own, { domain: "one-more.example", text: A }, NOW)).toBe(false);
      expect(await notePublished(own, { domain: "d1.example", text: A }, NOW + 1)).toBe(true);
      expect(await keep("one-more.example")).toBeTypeOf("number");
      await own.recordVersion.deleteMany({ where: { kind: DRAFT } });
      await fill(DRAFT);
      expect(await keep("one-more.example")).toBe("manyDomains");
      expect(await keep("d1.example")).toBeTypeOf("number");
      await own.$disconnect();
    });
  });
}
