import { describe, expect, test } from "vitest";
import { type DomainDay, failingSpell } from "./failing-spells";

/** Days from 100 on, as `passed/failed`. */
const days = (text: string): DomainDay[] =>
  text.split(" ").map((day, n) => {
    const [passed, failed] = day.split("/").map(Number);
    return { day: 100 + n, passed: passed!, failed: failed! };
  });

describe("a domain", () => {
  test.each([
    ["began to fail", "9/0 9/1 9/0 0/8 1/9 0/7", { from: 103, to: null, failed: 24, passedBefore: 27 }],
    [
      "failed for three days",
      "9/0 9/0 0/8 0/9 0/7 9/0 9/0",
      { from: 102, to: 105, failed: 24, passedBefore: 18 },
    ],
    [
      "failed with a few that passed",
      "20/0 5/9 3/9 20/0",
      { from: 101, to: 103, failed: 18, passedBefore: 20 },
    ],
  ])("%s", (_, given, spell) => expect(failingSpell(days(given))).toEqual(spell));

  test.each([
    ["always failed", "0/9 0/8 0/9"],
    ["never failed", "9/0 9/0"],
    ["fails now and then", "9/2 9/3 9/2 9/3"],
    ["was forged once beside its own mail", "9/0 9/9 9/0"],
    ["had hardly any mail before", "1/0 0/20"],
    ["was as bad before", "12/9 10/9 0/12"],
    ["has no mail at all", "0/0"],
  ])("%s: no spell", (_, given) => expect(failingSpell(days(given))).toBeNull());

  test("without days has no spell", () => expect(failingSpell([])).toBeNull());
});
