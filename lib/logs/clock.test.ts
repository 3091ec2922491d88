import { describe, expect, test } from "vitest";
import { Clock, type ClockOptions, contradictsQueueId } from "./clock";
import { queueIdTime } from "./queue-id";
import { readStamp } from "./stamp";
import { fixedZone, zoneOf } from "./zone";

const now = Date.parse("2026-11-24T12:00:00Z");
const options: ClockOptions = { year: null, zone: null, fallback: fixedZone(0), near: now };

function iso(clock: Clock, text: string, queueId: string | null = null): string {
  const stamp = readStamp(text, 0)!;
  if (queueId) clock.learn(stamp, queueId);
  const { time, offset } = clock.read(stamp, queueId)!;
  return `${new Date(time).toISOString()} ${offset}`;
}

describe("a queue id holds a UTC time", () => {
  test.each([
    ["o6L8SoeM005447", "2010-07-21T08:28:50.000Z"],
    ["6AO36D7D000448", "2026-11-24T03:06:13.000Z"],
    ["6BVExvEe004577", "2026-12-31T14:59:57.000Z"],
  ])("%s", (id, time) => expect(new Date(queueIdTime(id, now)!).toISOString()).toBe(time));

  test.each(["NOQUEUE", "6AO36D7D00044x", "6ZO36D7D000448", "4CqwXyz1234"])("%s holds none", (id) =>
    expect(queueIdTime(id, now)).toBeNull(),
  );
});

test("year and zone come from the queue id", () => {
  const clock = new Clock(options);
  expect(iso(clock, "Nov 24 12:06:13 ", "6AO36D7D000448")).toBe("2026-11-24T03:06:13.000Z 540");
  expect(iso(clock, "Nov 24 12:06:14 ")).toBe("2026-11-24T03:06:14.000Z 540");
});

test("the guide's own line keeps its stamp and is known to contradict its id", () => {
  const clock = new Clock(options);
  expect(iso(clock, "Jul 19 17:28:50 ", "o6L8SoeM005447")).toBe("2010-07-19T08:28:50.000Z 540");
  expect(contradictsQueueId(Date.parse("2010-07-19T08:28:50Z"), "o6L8SoeM005447")).toBe(true);
});

test("a log without ids steps over the end of a year", () => {
  const clock = new Clock({
    ...options,
    near: Date.parse("2025-12-30T00:00:00Z"),
    zone: zoneOf("Asia/Seoul"),
  });
  expect(iso(clock, "Dec 31 23:59:51 ")).toBe("2025-12-31T14:59:51.000Z 540");
  expect(iso(clock, "Jan  1 00:00:05 ")).toBe("2025-12-31T15:00:05.000Z 540");
});

test("a year that is given wins over the file's time", () => {
  const clock = new Clock({ ...options, year: 2019 });
  expect(iso(clock, "Dec 31 23:59:51 ")).toBe("2019-12-31T23:59:51.000Z 0");
  expect(iso(clock, "Jan  1 00:00:05 ")).toBe("2020-01-01T00:00:05.000Z 0");
});

test("a 29th of February falls into a leap year", () =>
  expect(iso(new Clock(options), "Feb 29 01:02:03 ")).toBe("2028-02-29T01:02:03.000Z 0"));

test("a zone with summer time follows the calendar", () => {
  const clock = new Clock({ ...options, zone: zoneOf("Europe/Berlin") });
  expect(iso(clock, "2026-07-01T12:00:00 ")).toBe("2026-07-01T10:00:00.000Z 120");
  expect(iso(clock, "2026-01-01T12:00:00 ")).toBe("2026-01-01T11:00:00.000Z 60");
});

test("one odd line does not change the zone, three in a row do", () => {
  const clock = new Clock(options);
  iso(clock, "Nov 24 12:06:13 ", "6AO36D7D000448");
  expect(iso(clock, "Nov 24 11:06:14 ", "6AO36E7D000448")).toMatch(/ 540$/);
  iso(clock, "Nov 24 11:06:15 ", "6AO36F7D000448");
  expect(iso(clock, "Nov 24 11:06:16 ", "6AO36G7D000448")).toMatch(/ 480$/);
});

test.each(["Asia/Nowhere", "+99:00", ""])("%s is no zone", (name) => expect(zoneOf(name)).toBeNull());

test("a clock goes on from its saved state", () => {
  const clock = new Clock(options);
  iso(clock, "Dec 31 23:59:51 ", "6BVExpEe004577");
  expect(iso(new Clock(options, clock.state()), "Jan  1 00:00:05 ")).toBe("2026-12-31T15:00:05.000Z 540");
});
