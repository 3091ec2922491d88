import { describe, expect, test } from "vitest";
import { message, recipient } from "./messages.fixture";
import { load, numbers, storeForEachTest } from "./store.fixture";

/** What the counts must be on every database; `newDatabase` gives the URL of an empty one. */
export function rollupsContract(newDatabase: () => Promise<string>): void {
  const { opened, save, elsewhere } = storeForEachTest(newDatabase);

  const hours = async () =>
    numbers(
      await opened.store.writer.all(
        'SELECT "hour", "hostId", "result", "action", "count" FROM "HourCount" WHERE "count" <> 0 ORDER BY 1, 2, 3, 4',
      ),
    );
  const hostDays = async () =>
    numbers(
      await opened.store.writer.all(
        'SELECT "day", "hostId", "result", "action", "count" FROM "HostDayCount" WHERE "count" <> 0 ORDER BY 1, 2, 3, 4',
      ),
    );
  const days = async () =>
    (
      await opened.store.writer.all(
        'SELECT d."name", c."result", c."action", c."count" FROM "DayCount" c JOIN "Domain" d ON d."id" = c."domainId" WHERE c."count" <> 0 ORDER BY 1, 2, 3',
      )
    ).map(({ name, result, action, count }) => [name, Number(result), Number(action), Number(count)]);

  describe("rollups", () => {
    const time = 100 * 86_400_000 + 5 * 3_600_000;

    test("count each message once, by hour and by day and domain", async () => {
      await save(
        message({ queueId: "a", time }),
        message({ queueId: "b", time: time + 1 }),
        message({ queueId: "c", time: time + 3_600_000, result: null, unchecked: true, envelopeFrom: null }),
        message({
          queueId: "d",
          time,
          result: "fail",
          action: "reject",
          envelopeFrom: "",
          helo: "Mail.Example.net",
        }),
        message({ queueId: "e", time, result: "fail", recipients: [recipient({ tagged: true })] }),
        message({ queueId: "f", time, aborted: true }),
      );
      expect(await hours()).toEqual([
        [2405, 1, 0, 0, 2],
        [2405, 1, 0, 6, 1],
        [2405, 1, 1, 1, 1],
        [2405, 1, 1, 5, 1],
        [2406, 1, 7, 4, 1],
      ]);
      expect(await hostDays()).toEqual([
        [100, 1, 0, 0, 2],
        [100, 1, 0, 6, 1],
        [100, 1, 1, 1, 1],
        [100, 1, 1, 5, 1],
        [100, 1, 7, 4, 1],
      ]);
      expect(await days()).toEqual([
        ["example.com", 0, 0, 2],
        ["example.com", 0, 6, 1],
        ["example.com", 1, 5, 1],
        ["mail.example.net", 1, 1, 1],
      ]);
    });

    test("follow a message that changes, in another process too", async () => {
      const [stored] = await save(message({ queueId: "a", time }));
      await elsewhere(async (other) => {
        const [again] = await load(other, stored!.message);
        Object.assign(again!.message, {
          result: "fail",
          action: "reject",
          envelopeFrom: "lee@other.example",
        });
        await other.transaction(() => other.save([again!]));
      });
      expect(await hours()).toEqual([[2405, 1, 1, 1, 1]]);
      expect(await days()).toEqual([["other.example", 1, 1, 1]]);
    });

    test("of thousands of messages add up over batches", async () => {
      for (let batch = 0; batch < 3; batch++) {
        await save(
          ...Array.from({ length: 1000 }, (_, i) =>
            message({ queueId: `${batch}-${String(i).padStart(5, "0")}`, time }),
          ),
        );
      }
      expect(await hours()).toEqual([[2405, 1, 0, 0, 3000]]);
      expect(await days()).toEqual([["example.com", 0, 0, 3000]]);
    });
  });
}
