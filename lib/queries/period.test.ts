import { describe, expect, test } from "vitest";
import { zoneOf } from "@/lib/logs/zone";
import { bucketsOf, startOf, wallOf } from "./calendar";
import { type PeriodRequest, PRESETS, type Preset, periodOf } from "./period";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const utc = zoneOf("UTC")!;
const seoul = zoneOf("Asia/Seoul")!;
const berlin = zoneOf("Europe/Berlin")!;
const now = Date.UTC(2026, 10, 24, 10, 20);
const data = { from: Date.UTC(2024, 0, 5, 7), to: now };
const asked = (changes: Partial<PeriodRequest>): PeriodRequest => ({
  preset: "30d",
  first: null,
  last: null,
  byHour: false,
  compare: "previous",
  ...changes,
});
const iso = (time: number) => new Date(time).toISOString().slice(0, 16);

describe("periods", () => {
  test.each<[Preset, string, string, string, number]>([
    ["24h", "2026-11-23T11:00", "2026-11-24T11:00", "hour", 24],
    ["7d", "2026-11-18T00:00", "2026-11-25T00:00", "day", 7],
    ["30d", "2026-10-26T00:00", "2026-11-25T00:00", "day", 30],
    ["90d", "2026-08-27T00:00", "2026-11-25T00:00", "day", 90],
    ["1y", "2025-11-24T00:00", "2026-11-25T00:00", "week", 53],
    ["all", "2024-01-01T00:00", "2026-11-25T00:00", "month", 35],
  ])("%s reach from %s to %s by %s", (preset, from, to, unit, count) => {
    const period = periodOf(asked({ preset, last: null }), data, utc, now);
    expect([iso(period.from), iso(period.to), period.unit]).toEqual([from, to, unit]);
    expect(period.buckets).toHaveLength(count);
    expect(period.isCurrent).toBe(true);
  });

  test.each(PRESETS)("of %s are cut into buckets without gap or overlap", (preset) => {
    for (const zone of [utc, seoul, berlin, zoneOf("Asia/Kolkata")!, zoneOf("America/St_Johns")!]) {
      const { buckets, from, to } = periodOf(asked({ preset, last: null }), data, zone, now);
      expect([buckets[0]!.from, buckets.at(-1)!.to]).toEqual([from, to]);
      for (let n = 1; n < buckets.length; n++) expect(buckets[n]!.from).toBe(buckets[n - 1]!.to);
    }
  });

  test("follow the days of their own zone", () => {
    const period = periodOf(asked({ preset: "7d", last: null }), data, seoul, now);
    expect([iso(period.from), iso(period.to)]).toEqual(["2026-11-17T15:00", "2026-11-24T15:00"]);
  });

  test("end with the newest message where that is older than a day", () => {
    const old = { from: Date.UTC(2026, 0, 1), to: Date.UTC(2026, 5, 10, 4) };
    const period = periodOf(asked({ preset: "30d", last: null }), old, utc, now);
    expect([iso(period.from), iso(period.to)]).toEqual(["2026-05-12T00:00", "2026-06-11T00:00"]);
    expect(period).toMatchObject({ isCurrent: false, endsAtNewest: true, later: null });
  });

  test("are of whole hours where the zone is half an hour off, so that lists hold what is counted", () => {
    const india = zoneOf("Asia/Kolkata")!;
    for (const preset of PRESETS) {
      const { from, to, buckets, previous } = periodOf(asked({ preset, last: null }), data, india, now);
      const bounds = [from, to, previous?.from ?? from, ...buckets.map((bucket) => bucket.to)];
      expect(bounds.filter((bound) => bound % HOUR !== 0)).toEqual([]);
      expect([buckets[0]!.from, buckets.at(-1)!.to]).toEqual([from, to]);
      expect(buckets.filter(({ wall }) => wall % HOUR !== 0)).toEqual([]);
    }
  });

  test("are compared with as much of the period before as has passed", () => {
    const { previous } = periodOf(asked({ preset: "7d", last: null }), data, utc, now);
    expect([iso(previous!.from), iso(previous!.to)]).toEqual(["2026-11-11T00:00", "2026-11-17T11:00"]);
  });

  test("are not compared with a time of which there is no record", () => {
    const young = { from: Date.UTC(2026, 10, 15), to: now };
    expect(periodOf(asked({ preset: "7d", last: null }), young, utc, now).previous).toBeNull();
    expect(periodOf(asked({ preset: "all", last: null }), data, utc, now).previous).toBeNull();
  });

  test("lead to the ones before and after", () => {
    const newest = periodOf(asked({ preset: "30d", last: null }), data, utc, now);
    const before = periodOf(asked({ preset: "30d", last: newest.earlier }), data, utc, now);
    expect([before.to, before.later]).toEqual([newest.from, "newest"]);
    const first = periodOf(asked({ preset: "30d", last: Date.UTC(2024, 0, 9) }), data, utc, now);
    expect(first.earlier).toBeNull();
    expect(iso(first.later as number)).toBe("2024-02-08T00:00");
  });

  test("of one's own are what was asked for, in the future too, and move by their length", () => {
    const [first, last] = [Date.UTC(2026, 10, 1), Date.UTC(2026, 10, 3)];
    const days = periodOf(asked({ preset: "custom", first, last }), data, seoul, now);
    expect([iso(days.firstWall), iso(days.endWall), days.unit]).toEqual([
      "2026-11-01T00:00",
      "2026-11-04T00:00",
      "day",
    ]);
    expect([iso(days.earlier!), iso(days.later as number)]).toEqual(["2026-10-31T00:00", "2026-11-06T00:00"]);
    const hours = periodOf(
      asked({ preset: "custom", first: last, last: last + 5 * HOUR, byHour: true }),
      data,
      seoul,
      now,
    );
    expect([hours.buckets.length, hours.unit, hours.to - hours.from]).toEqual([6, "hour", 6 * HOUR]);
    const future = periodOf(
      asked({ preset: "custom", first: now + 9 * DAY, last: now + 10 * DAY }),
      data,
      utc,
      now,
    );
    expect(future).toMatchObject({ previous: null, later: null, isCurrent: false });
  });

  test("of one's own are ten years at most", () => {
    const first = Date.UTC(1980, 0, 1);
    const period = periodOf(asked({ preset: "custom", first, last: Date.UTC(2099, 0, 1) }), data, utc, now);
    expect([period.buckets.length, period.unit]).toEqual([121, "month"]);
  });

  test("can be compared with the same weekdays a year before", () => {
    const { previous } = periodOf(asked({ preset: "7d", compare: "year" }), data, utc, now);
    expect([iso(previous!.from), iso(previous!.to)]).toEqual(["2025-11-19T00:00", "2025-11-25T11:00"]);
    expect(periodOf(asked({ preset: "7d", compare: "none" }), data, utc, now).previous).toBeNull();
  });

  test("do not reach into a future that was asked for", () => {
    const period = periodOf(asked({ preset: "7d", last: now + 400 * DAY }), data, utc, now);
    expect([iso(period.to), period.isCurrent]).toEqual(["2026-11-25T00:00", true]);
  });
});

describe("the wall clock", () => {
  test("has 25 hours on the day that summer ends, 23 where it begins", () => {
    for (const [day, hours] of [
      [Date.UTC(2026, 9, 25), 25],
      [Date.UTC(2026, 2, 29), 23],
    ] as const) {
      expect(bucketsOf(day, day + DAY, "hour", berlin)).toHaveLength(hours);
      const [bucket] = bucketsOf(day, day + DAY, "day", berlin);
      expect(bucket!.to - bucket!.from).toBe(hours * HOUR);
    }
  });

  test("begins weeks on Monday, before 1970 too", () => {
    expect(iso(startOf(Date.UTC(2026, 10, 29, 23), "week"))).toBe("2026-11-23T00:00");
    expect(iso(startOf(Date.UTC(1969, 11, 28), "week"))).toBe("1969-12-22T00:00");
  });

  test("is that of the zone", () => {
    expect(iso(wallOf(Date.UTC(2026, 6, 1, 22), berlin))).toBe("2026-07-02T00:00");
  });

  test.each(["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"])(
    "of %s shows what a clock there shows, where it changes too",
    (name) => {
      const clock = new Intl.DateTimeFormat("sv", { timeZone: name, dateStyle: "short", timeStyle: "short" });
      const zone = zoneOf(name)!;
      const wrong: string[] = [];
      for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += HOUR / 2)
        if (iso(wallOf(at, zone)).replace("T", " ") !== clock.format(at)) wrong.push(iso(at));
      expect(wrong).toEqual([]);
    },
  );
});
