import { expect, test } from "vitest";
import type { Judgement } from "@/lib/spf/replay/judge";
import type { SpfResult } from "@/lib/spf/result";
import { Breather } from "./breather";
import { topGroups } from "./replay-listed";
import { ReplayTally } from "./replay-tally";

const judged = (result: SpfResult, ...ends: SpfResult[]): Judgement => ({
  result,
  term: null,
  ends,
  uses: 0,
});
const PASS = judged("pass", "pass");
const FAIL = judged("fail", "fail");

function row(id: number, clientId: number) {
  return { id, time: 1000 - id, clientId, heloId: null, envelopeFrom: "", result: 0, fate: 0 };
}

test("all messages are counted, also of clients that are too many to tell apart", async () => {
  const tally = new ReplayTally(["as drafted"], 10);
  for (let id = 0; id < 100; id++) tally.add(row(id, id % 20), tally.outcomeOf(PASS, FAIL));
  expect(tally.messages).toBe(100);
  expect(tally.matrix()[0]![1]).toBe(100);
  expect(tally.hasMoreClients).toBe(true);
  const [drafted] = await tally.enforcement(new Breather(undefined));
  expect(drafted!.refusingFail).toEqual({ messages: 100, clients: 10, newly: 100 });
});

test("of many groups those that change are listed, then those with most messages", async () => {
  const tally = new ReplayTally(["as drafted"]);
  for (let client = 1; client <= 40; client++)
    for (let n = 0; n < client; n++)
      tally.add(row(n, client), tally.outcomeOf(PASS, client % 10 === 0 ? FAIL : PASS));
  const { top, count } = await topGroups(tally.groups(), 6, new Breather(undefined));
  expect(count).toBe(40);
  expect(top.map(({ clientId }) => clientId)).toEqual([40, 30, 20, 10, 39, 38]);
  expect(top[0]!.examples.map(({ id }) => id)).toEqual([0, 1, 2]);
});
