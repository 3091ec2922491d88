import { describe, expect, test } from "vitest";
import { unusualGaps } from "./gaps";

const HOUR = 3_600_000;
/** A Monday, 00:00 UTC, as an epoch hour. */
const MONDAY = Date.UTC(2026, 9, 5) / HOUR;
const DAY = 24;

const always = () => true;
const byDay = (hour: number) => hour % DAY >= 8 && hour % DAY < 20;
const inOffice = (hour: number) => byDay(hour) && Math.floor(hour / DAY) % 7 < 5;
const atNight = (hour: number) => hour % DAY === 2;

/** The hours after MONDAY, up to `length`, in which a host has mail, without some. */
function hours(has: (hour: number) => boolean, length: number, ...without: [from: number, to: number][]) {
  const all = Array.from({ length }, (_, n) => n);
  return all
    .filter((hour) => has(hour) && !without.some(([from, to]) => hour >= from && hour < to))
    .map((hour) => MONDAY + hour);
}

function found(active: number[], end: number) {
  const { gaps, silent } = unusualGaps(active, MONDAY + end);
  const hour = (time: number) => time / HOUR - MONDAY;
  return {
    gaps: gaps.map(({ from, to, hours }) => [hour(from), hour(to!), hours]),
    silent: silent && [hour(silent.from), silent.hours],
  };
}

describe("the gaps of a host", () => {
  test.each<[string, (hour: number) => boolean, [number, number][], [number, number][]]>([
    ["that always has mail: none", always, [], []],
    ["of three hours are no matter", always, [[100, 103]], []],
    ["of four hours are", always, [[100, 104]], [[100, 104]]],
    [
      "come newest first",
      always,
      [
        [50, 60],
        [300, 310],
      ],
      [
        [300, 310],
        [50, 60],
      ],
    ],
    ["at night are its habit", byDay, [], []],
    [
      "of a lost day are not",
      byDay,
      [
        [10 * DAY + 8, 10 * DAY + 20],
        [11 * DAY, 12 * DAY],
        [12 * DAY, 13 * DAY],
      ],
      [[9 * DAY + 20, 13 * DAY + 8]],
    ],
    ["on weekends are its habit", inOffice, [], []],
    ["of a whole office week are not", inOffice, [[14 * DAY, 19 * DAY]], [[11 * DAY + 20, 21 * DAY + 8]]],
    ["of a host with one job a day are judged by the job", atNight, [[5 * DAY, 6 * DAY]], []],
    [
      "of a host with one job a day are judged by the job, and a week is long",
      atNight,
      [[5 * DAY, 11 * DAY]],
      [[4 * DAY + 3, 11 * DAY + 2]],
    ],
  ])("%s", (_, has, without, expected) => {
    const { gaps, silent } = found(hours(has, 42 * DAY, ...without), 42 * DAY);
    expect(gaps.map(([from, to]) => [from, to])).toEqual(expected);
    expect(silent).toBeNull();
  });

  test("are twenty at most", () => {
    const breaks = Array.from({ length: 30 }, (_, n): [number, number] => [50 + n * 23, 56 + n * 23]);
    expect(found(hours(always, 40 * DAY, ...breaks), 40 * DAY).gaps).toHaveLength(20);
  });
});

describe("a host that falls silent", () => {
  test.each<[string, (hour: number) => boolean, number, number, [number, number] | null]>([
    ["is not within three hours", always, 20 * DAY, 20 * DAY + 3, null],
    ["is after four", always, 20 * DAY, 20 * DAY + 4, [20 * DAY, 4]],
    ["is not at night where it never sends", byDay, 20 * DAY, 20 * DAY + 8, null],
    ["is not on its weekend", inOffice, 19 * DAY, 21 * DAY + 6, null],
    ["is on the Monday after", inOffice, 19 * DAY, 22 * DAY, [18 * DAY + 20, 76]],
    ["is not judged in its first hours", always, 20, 40, null],
    ["is long after", always, 20 * DAY, 60 * DAY, [20 * DAY, 40 * DAY]],
  ])("%s", (_, has, length, end, expected) => {
    expect(found(hours(has, length), end).silent).toEqual(expected);
  });

  test("without any message says nothing", () => {
    expect(unusualGaps([], MONDAY)).toEqual({ gaps: [], silent: null });
    expect(unusualGaps([MONDAY], MONDAY + 900)).toEqual({ gaps: [], silent: null });
  });
});
