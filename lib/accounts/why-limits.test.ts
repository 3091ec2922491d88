import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type CountWhy, WHY_LIMITS, whyLimits } from "./why-limits";

beforeEach(() => void vi.useFakeTimers({ now: Date.UTC(2026, 10, 24) }));
afterEach(() => void vi.useRealTimers());

const later = (seconds: number) => vi.advanceTimersByTime(seconds * 1000);

/** How many of so many questions are answered. */
async function answered(count: CountWhy, times: number, addressOf: (n: number) => string): Promise<number> {
  let sum = 0;
  for (let n = 0; n < times; n++) if ((await count(addressOf(n))) === null) sum++;
  return sum;
}

/** Networks of many wide ones. */
const network = (n: number) => `${11 + (n % 200)}.${n >> 8}.${n & 255}.7`;
const { points, duration } = WHY_LIMITS.network;

describe("a network", () => {
  test.each<[string, (n: number) => string]>([
    ["one address", () => "192.0.2.7"],
    ["a /24 of IPv4", (n) => `192.0.2.${n}`],
    ["the same, written as IPv6", (n) => (n % 2 ? `::ffff:192.0.2.${n}` : `192.0.2.${n}`)],
    ["a /56 of IPv6", (n) => `2001:db8:0:ab${(n & 255).toString(16).padStart(2, "0")}::${n}`],
    ["what is no address", (n) => ["", "unknown", "x".repeat(1000)][n % 3]!],
  ])("of %s is answered so often", async (_, addressOf) => {
    expect(await answered(whyLimits(), 200, addressOf)).toBe(points);
  });

  test("is told when it is answered again, and is", async () => {
    const count = whyLimits();
    await answered(count, points, () => "192.0.2.7");
    later(10);
    expect(await count("192.0.2.8")).toEqual({ retryAfter: duration - 10 });
    later(duration - 11);
    expect(await count("192.0.2.9")).toEqual({ retryAfter: 1 });
    later(1);
    expect(await answered(count, 200, () => "192.0.2.7")).toBe(points);
  });

  test("that goes on asking is not kept out for longer", async () => {
    const count = whyLimits();
    for (let second = 0; second < duration; second++) {
      await answered(count, 10, () => "192.0.2.7");
      later(1);
    }
    expect(await count("192.0.2.7")).toBeNull();
  });

  test.each([
    ["198.51.100.7", "198.51.101.7"],
    ["2001:db8:0:ab00::1", "2001:db8:0:ac00::1"],
    ["::192.0.2.7", "192.0.2.7"],
  ])("%s is another one than %s", async (one, other) => {
    const count = whyLimits();
    expect(await answered(count, points + 1, () => one)).toBe(points);
    expect(await count(other)).toBeNull();
  });
});

describe("a wide network", () => {
  test.each<[string, (n: number) => string]>([
    ["a /16 of IPv4", (n) => `10.0.${n & 255}.7`],
    ["a /40 of IPv6", (n) => `2001:db8:${(n & 255).toString(16)}::${n}`],
  ])("(%s) leaves the others theirs", async (_, addressOf) => {
    const count = whyLimits();
    expect(await answered(count, 1000, addressOf)).toBe(WHY_LIMITS.wide.points);
    expect(await answered(count, 400, network)).toBe(400);
  });
});

describe("all networks together", () => {
  test("1,000 of them are answered so often, at once too", async () => {
    expect(await answered(whyLimits(), 1000, network)).toBe(WHY_LIMITS.all.points);
    const count = whyLimits();
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, n) => count(network(n))));
    expect(answers.filter((answer) => answer === null).length).toBe(WHY_LIMITS.all.points);
  });

  test("are told when they are answered again, and are", async () => {
    const count = whyLimits();
    await answered(count, 1000, network);
    later(20);
    expect(await count("192.0.2.7")).toEqual({ retryAfter: WHY_LIMITS.all.duration - 20 });
    later(WHY_LIMITS.all.duration - 20);
    expect(await count("192.0.2.7")).toBeNull();
  });

  test("are not kept waiting by one that is over its own limit", async () => {
    const count = whyLimits();
    expect(await answered(count, 10_000, () => "192.0.2.7")).toBe(points);
    expect(await answered(count, 500, network)).toBe(500);
  });

  test("never take more memory than those that are answered", async () => {
    const count = whyLimits({
      network: { points: 5, duration: 60 },
      wide: { points: 50, duration: 60 },
      all: { points: 50, duration: 60 },
    });
    const before = vi.getTimerCount();
    expect(await answered(count, 1000, network)).toBe(50);
    // One timer for each network, each wide one, and one for all.
    expect(vi.getTimerCount() - before).toBe(101);
    later(60);
    expect(vi.getTimerCount()).toBe(before);
  });
});
