import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openWriter } from "./open";
import type { BulkWrite, Writer } from "./writer";

/** What a writer must do, on every database. */
export function writerContract(newDatabase: () => Promise<string>): void {
  let writer: Writer;
  beforeEach(async () => {
    writer = await openWriter(await newDatabase());
  });
  afterEach(() => writer.close());

  const settings = (rows: [string, string][], onConflict: BulkWrite["onConflict"]): BulkWrite => ({
    table: "Setting",
    columns: ["name", "value"],
    rows,
    key: ["name"],
    onConflict,
  });
  const counts = (rows: number[][]): BulkWrite => ({
    table: "HourCount",
    columns: ["hour", "hostId", "result", "action", "count"],
    rows,
    key: ["hour", "hostId", "result", "action"],
    onConflict: "add",
  });
  const bulk = (...writes: BulkWrite[]) =>
    writer.transaction(async () => {
      for (const write of writes) await writer.bulk(write);
    });

  // Few rows and many go different ways.
  describe.each([3, 1000])("%i rows in bulk", (size) => {
    const each = <T>(make: (i: number) => T) => Array.from({ length: size }, (_, i) => make(i));

    test("replace the rows of their key, the last of equal ones winning", async () => {
      await bulk(
        settings(
          each((i) => [`n${i}`, "old"]),
          "replace",
        ),
      );
      await bulk(settings([...each<[string, string]>((i) => [`n${i}`, "new"]), ["n0", "newest"]], "replace"));
      expect(
        await writer.all('SELECT "value", COUNT(*) AS "n" FROM "Setting" GROUP BY "value" ORDER BY 1'),
      ).toEqual([
        { value: "new", n: size - 1 },
        { value: "newest", n: 1 },
      ]);
    });

    test("leave the rows of their key as they are", async () => {
      await bulk(
        settings([["n0", "old"]], "keep"),
        settings(
          each((i) => [`n${i}`, "new"]),
          "keep",
        ),
      );
      expect(await writer.all('SELECT "name" FROM "Setting" WHERE "value" = ?', ["new"])).toHaveLength(
        size - 1,
      );
    });

    test("add up, those of one key too", async () => {
      const rows = each((i) => [i % 2, 1, 0, 0, 2]);
      await bulk(counts(rows));
      await bulk(counts([...rows, [0, 1, 0, 0, -1]]));
      const even = Math.ceil(size / 2);
      expect(await writer.all('SELECT "hour", "count" FROM "HourCount" ORDER BY 1')).toEqual([
        { hour: 0, count: even * 4 - 1 },
        { hour: 1, count: (size - even) * 4 },
      ]);
    });

    test("keep any text", async () => {
      const texts = ["", "\\N", "\\.", "a\tb\r\nc\\d", "한글 🙂", "'\"?$1", "x".repeat(70_000)];
      await bulk(
        settings(
          each((i) => [`n${i}`, texts[i % texts.length]!]),
          "replace",
        ),
      );
      const found = await writer.all('SELECT "name", "value" FROM "Setting"');
      for (const { name, value } of found)
        expect(value).toBe(texts[Number(String(name).slice(1)) % texts.length]);
    });
  });

  test("keys that only a NUL tells apart add up to the same sum", async () => {
    const columns = ["fileId", "program", "matched", "ignored", "unknown"];
    const rows = ["q", "q\0"].map((program) => [1, program, 1, 0, 0]);
    await bulk({ table: "ProgramCount", columns, rows, key: ["fileId", "program"], onConflict: "add" });
    const found = await writer.all('SELECT "matched" FROM "ProgramCount"');
    expect(found.reduce((sum, { matched }) => sum + Number(matched), 0)).toBe(2);
  });

  test("no rows are no work", () => bulk(settings([], "replace")));

  test("what a transaction wrote is gone when it fails", async () => {
    const failing = writer.transaction(async () => {
      await writer.bulk(settings([["a", "1"]], "keep"));
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await writer.all('SELECT * FROM "Setting"')).toEqual([]);
    await bulk(settings([["a", "2"]], "keep"));
  });

  test("a statement that fails ends its transaction, not the writer", async () => {
    const failing = writer.transaction(() => writer.run('INSERT INTO "Nowhere" ("a") VALUES (?)', [1]));
    await expect(failing).rejects.toMatchObject({
      kind: "other",
      message: expect.stringMatching(/nowhere/i),
    });
    await bulk(settings([["a", "1"]], "keep"));
  });

  test("epoch milliseconds and sums come back as numbers", async () => {
    await bulk(
      counts([
        [1, 1, 0, 0, 2_000_000_000],
        [2, 1, 0, 0, 2_000_000_000],
      ]),
    );
    const [row] = await writer.all('SELECT SUM("count") AS "sum", MAX("hour") AS "hour" FROM "HourCount"');
    expect(row).toEqual({ sum: 4_000_000_000, hour: 2 });
  });
}
