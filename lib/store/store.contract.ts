import { describe, expect, test } from "vitest";
import { message, recipient } from "./messages.fixture";
import type { Store } from "./store";
import { fresh, load, numbers, storeForEachTest } from "./store.fixture";

/** What every database must do; `newDatabase` gives the URL of an empty one. */
export function storeContract(newDatabase: () => Promise<string>): void {
  const { opened, save, elsewhere } = storeForEachTest(newDatabase);

  describe("messages", () => {
    test("come back as they were saved, from memory and from the database", async () => {
      const given = message({
        recipients: [
          recipient({
            status: "sent",
            statusTime: 1_800_000_000_000,
            seconds: 3,
            local: true,
            tagged: true,
            folder: "스팸",
          }),
          recipient({ address: "탭\t역슬래시\\줄\n끝", action: "reject", tagged: false }),
        ],
        replyText: "\\N",
        size: 5_000_000_000,
      });
      await save(given, message({ queueId: "~x", envelopeFrom: "", helo: null, recipients: [], lines: [] }));
      expect((await load(opened.store, given))[0]!.message).toEqual(given);
      await elsewhere(async (other) => {
        const [first, second, third] = await load(
          other,
          given,
          { host: "mx1", queueId: "~x" },
          { host: "mx2", queueId: "~x" },
        );
        expect(first!.message).toEqual(given);
        expect(second!.message.envelopeFrom).toBe("");
        expect(third).toBeUndefined();
      });
    });

    test("are found among hundreds, in the order asked for", async () => {
      const many = Array.from({ length: 700 }, (_, i) =>
        message({ queueId: `2BO9I8aa${String(900_000 - i)}` }),
      );
      await save(...many);
      await elsewhere(async (other) => {
        const found = await load(other, ...many, many[0]!);
        expect(found.map((stored) => stored?.message.queueId)).toEqual(
          [...many, many[0]!].map((one) => one.queueId),
        );
      });
    });

    test("of other letters are ordered byte by byte, whatever the server's language", async () => {
      await save(message({ queueId: "2BOa0000000000" }), message({ queueId: "2BOB0000000000" }));
      await elsewhere(async (other) => {
        expect((await load(other, { host: "mx1", queueId: "2BOa0000000000" }))[0]).toBeDefined();
        expect((await load(other, { host: "mx1", queueId: "2BOB0000000000" }))[0]).toBeDefined();
      });
    });

    test("keep their number when they are saved again, and gain recipients", async () => {
      const [stored] = await save(message());
      const id = stored!.id;
      await elsewhere(async (other) => {
        const [again] = await load(other, stored!.message);
        again!.message.recipients.push(recipient({ address: "park@corp.example" }));
        await other.transaction(() => other.save([again!]));
        expect(again!.id).toBe(id);
      });
      const [seen] = await load(opened.store, stored!.message);
      expect(seen!.message.recipients.map(({ address }) => address)).toEqual([
        "kim@corp.example",
        "park@corp.example",
      ]);
    });

    test("with names that no database takes as they are get in all the same", async () => {
      const odd = ["x".repeat(9000), `half \ud800`, "half \udc01", "nul\0nul", "nulnul"];
      await save(
        ...odd.map((helo, i) => message({ queueId: `2BO9I8aa00000${i}`, helo, envelopeFrom: `a@${helo}` })),
      );
      await elsewhere((other) =>
        other.transaction(() =>
          other.save(
            odd.map((helo, i) => fresh(message({ queueId: `2BO9I8aa00001${i}`, helo, envelopeFrom: "" }))),
          ),
        ),
      );
      expect(await opened.store.writer.all('SELECT "id" FROM "Message"')).toHaveLength(10);
    });

    test("with numbers that no column holds lose only these", async () => {
      const forged = message({
        size: 1e300,
        replyCode: 99_999_999_999,
        recipients: [recipient({ seconds: 1e12 })],
      });
      await save(forged);
      await elsewhere(async (other) => {
        const [found] = await load(other, forged);
        expect(found!.message).toMatchObject({
          size: null,
          replyCode: null,
          recipients: [{ seconds: null }],
        });
      });
    });
  });

  describe("a transaction that fails", () => {
    test("leaves nothing behind, neither rows nor memories of them", async () => {
      await save(message({ queueId: "a" }));
      const broken = opened.store.transaction(async () => {
        await opened.store.save([
          fresh(message({ queueId: "b", helo: "new.example", clientIp: "2001:db8::1" })),
        ]);
        throw new Error("broken");
      });
      await expect(broken).rejects.toThrow("broken");
      expect((await load(opened.store, { host: "mx1", queueId: "b" }))[0]).toBeUndefined();
      await save(message({ queueId: "c", helo: "new.example", clientIp: "2001:db8::1" }));
      const [found] = await elsewhere((other) => load(other, { host: "mx1", queueId: "c" }));
      expect(found).toMatchObject({ id: 2, message: { helo: "new.example", clientIp: "2001:db8::1" } });
    });
  });

  describe("two processes", () => {
    test("that write in turns give each text and each message one number", async () => {
      await elsewhere(async (other) => {
        for (let i = 0; i < 6; i++) {
          const writing = i % 2 ? other : opened.store;
          const given = message({ queueId: `q${i}`, helo: `helo${i >> 1}`, clientIp: `192.0.2.${i}` });
          await writing.transaction(() => writing.save([fresh(given)]));
        }
      });
      expect(numbers(await opened.store.writer.all('SELECT "id" FROM "Message" ORDER BY "id"'))).toEqual(
        [1, 2, 3, 4, 5, 6].map((n) => [n]),
      );
      expect(await opened.store.writer.all('SELECT "id" FROM "Helo"')).toHaveLength(3);
      expect(await opened.store.writer.all('SELECT "id" FROM "Client"')).toHaveLength(6);
    });

    test("that write at once wait for each other", async () => {
      await elsewhere(async (other) => {
        const write = (of: Store, name: string) =>
          of.transaction(async () => {
            await new Promise((resolve) => setTimeout(resolve, 20));
            await of.save([fresh(message({ queueId: name }))]);
          });
        // SQLite waits without giving way to others of its process: another process stands in for it in sqlite.test.ts.
        if (opened.store.writer.provider === "postgresql")
          await Promise.all([write(opened.store, "a"), write(other, "b")]);
        else await write(opened.store, "a").then(() => write(other, "b"));
      });
      expect(await opened.store.writer.all('SELECT "id" FROM "Message"')).toHaveLength(2);
    });
  });
}
