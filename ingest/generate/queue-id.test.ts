import fc from "fast-check";
import { expect, test } from "vitest";
import { queueIdTime } from "@/lib/logs/queue-id";
import { writeQueueId } from "./queue-id";

test.each([
  ["6AO3SgMK004568", Date.UTC(2026, 10, 24, 3, 28, 42), 22 * 60 + 20, 4568],
  ["o6L8SoeM005447", Date.UTC(2010, 6, 21, 8, 28, 50), 40 * 60 + 22, 5447],
])("%s is written as sendmail wrote it", (queueId, time, sequence, pid) => {
  expect(writeQueueId(time, sequence, pid)).toBe(queueId);
});

test("the time that is read from an id is the second it was written in", () => {
  const times = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) });
  fc.assert(
    fc.property(times, fc.nat(3599), fc.integer({ min: 1, max: 4_194_303 }), (time, sequence, pid) => {
      expect(queueIdTime(writeQueueId(time, sequence, pid), time)).toBe(Math.floor(time / 1000) * 1000);
    }),
  );
});
