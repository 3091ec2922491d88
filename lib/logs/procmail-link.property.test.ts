import { expect, test } from "vitest";
import { ProcmailReader } from "./procmail";
import { linkProcmail } from "./procmail-link";
import { type Habits, makeTraffic, numbers, type Traffic } from "./procmail-traffic.fixture";

const RUNS = 60;
const DELIVERIES = 60;

function linkTraffic({ deliveries, log }: Traffic) {
  const reader = new ProcmailReader();
  log.forEach((line, i) => {
    reader.push(line, i * 100);
  });
  const blocks = reader.take();
  return linkProcmail(deliveries, blocks, [...reader.takeLines(), ...reader.flushLines()]);
}

/** Shares of all deliveries that are told rightly and wrongly. */
function judge(habits: Partial<Habits>): { right: number; wrong: number } {
  const sum = { right: 0, wrong: 0 };
  for (let seed = 1; seed <= RUNS; seed++) {
    const usual = { rate: 2, locked: 0.2, missing: 0, forged: 0, unlogged: 0 };
    const traffic = makeTraffic(DELIVERIES, { ...usual, ...habits }, numbers(seed * 7919));
    linkTraffic(traffic).forEach(({ tagged, folder }, i) => {
      const wrong = tagged !== null && tagged !== traffic.tagged[i];
      if (wrong || (folder !== null && folder !== traffic.folders[i])) sum.wrong++;
      else if (tagged !== null) sum.right++;
    });
  }
  return { right: sum.right / RUNS / DELIVERIES, wrong: sum.wrong / RUNS / DELIVERIES };
}

// Three senders, three verdicts, two users, subjects that repeat or are missing: far worse than any real server.
test.each<[string, Partial<Habits>, number]>([
  ["slow", { rate: 0.5 }, 0.97],
  ["usual", {}, 0.95],
  ["busy", { rate: 5 }, 0.85],
  ["overrun", { rate: 30 }, 0.4],
  ["without verdicts in the server's log", { unlogged: 1 }, 0.9],
  ["where some verdicts are not logged", { unlogged: 0.3 }, 0.9],
  ["where some users log elsewhere", { missing: 0.1 }, 0.7],
])("on a server that is %s, no delivery is told wrongly and most are told", (_, habits, least) => {
  const { right, wrong } = judge(habits);
  expect(wrong).toBe(0);
  expect(right).toBeGreaterThan(least);
});

test("headers that mislead the filter make values unknown, hardly ever wrong", () => {
  const { right, wrong } = judge({ forged: 0.2 });
  expect(wrong).toBeLessThan(0.002);
  expect(right).toBeGreaterThan(0.8);
});

test("the order in which deliveries are given changes nothing", () => {
  const traffic = makeTraffic(
    DELIVERIES,
    { rate: 5, locked: 0.2, missing: 0, forged: 0, unlogged: 0 },
    numbers(1),
  );
  const links = linkTraffic(traffic);
  const reversed = linkTraffic({ ...traffic, deliveries: [...traffic.deliveries].reverse() });
  expect(reversed.reverse()).toEqual(links);
});

// To compare each with each would run into the limit of the test.
test("a letter to thousands is linked", () => {
  const count = 50_000;
  const time = Date.UTC(2026, 10, 24, 12, 0, 0);
  const deliveries = Array.from({ length: count }, (_, n) => ({
    messageRef: n,
    ordinal: 0,
    address: `user${n}@example.kr`,
    sender: "list@x.example",
    time: time + Math.floor(n / 1000) * 1000,
    seconds: 0,
    size: 1000,
    result: "pass" as const,
  }));
  const log = deliveries.flatMap(({ time }, n) => [
    `From list@x.example  Tue Nov 24 12:00:${String((time / 1000) % 60).padStart(2, "0")} 2026`,
    " Subject: news",
    `  Folder: /var/mail/user${n}\t\t1600`,
  ]);
  const links = linkTraffic({ deliveries, log, tagged: [], folders: [] });
  expect(links.every(({ tagged, folder }, n) => tagged === false && folder === `/var/mail/user${n}`)).toBe(
    true,
  );
});
