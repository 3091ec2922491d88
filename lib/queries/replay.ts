import { asciiName } from "@/lib/spf/idn";
import type { Resolver } from "@/lib/spf/resolver";
import type { Ask } from "./ask";
import { Breather } from "./breather";
import { domainIds } from "./domain-ids";
import { oldestStored } from "./oldest-stored";
import type { TimeRange } from "./range";
import { Judging } from "./replay-judging";
import { listedClients, topGroups } from "./replay-listed";
import type { ReplayProgress, ReplayReport } from "./replay-report";
import { countsOf, Names, pagesOf } from "./replay-rows";
import { ReplayTally } from "./replay-tally";
import { prepareTrial } from "./replay-trial";

/** A draft of a domain's record, the time whose mail it is held against, and the clock, epoch ms. */
export interface ReplayQuestion {
  domain: string;
  draft: string;
  range: TimeRange;
  clock: () => number;
}

/** Messages read at a time, which takes about 8 ms. */
const PAGE = 1000;
const LISTED = 500;
/** Messages counted at a time, which takes about 5 ms. */
const COUNTED = 20_000;

/**
 * Evaluates the stored messages of a domain anew, under what is published and under a draft: both today, by the same
 * engine and the same answers of DNS. It works in slices of some milliseconds, tells how far it is after each, and
 * throws at the next one if aborted. What DNS does not tell is a temperror of those messages.
 */
export async function* replay(
  ask: Ask,
  resolver: Resolver,
  question: ReplayQuestion,
  signal?: AbortSignal,
): AsyncGenerator<ReplayProgress, ReplayReport> {
  const { draft, range, clock } = question;
  const startedAt = clock();
  const breather = new Breather(signal);
  const domain = asciiName(question.domain).toLowerCase();
  const { trial, ends, ...known } = await prepareTrial(resolver, { domain, draft, clock });
  const tally = new ReplayTally(ends);
  const names = { clients: new Names(ask, "Client"), helos: new Names(ask, "Helo") };
  const judging = new Judging(trial, tally, names, breather);
  const ids = await domainIds(ask, domain);
  yield progressOf(tally, judging, null);
  const total = await totalOf(ask, ids, range, breather);
  for (const id of ids)
    for await (const rows of pagesOf(ask, id, range, PAGE)) {
      await breather.pause();
      await judging.add(rows);
      yield progressOf(tally, judging, total);
      await breather.pause();
    }
  const { top, count } = await topGroups(tally.groups(), LISTED, breather);
  const clients = await listedClients(ask, top, breather);
  const enforcement = await tally.enforcement(breather);
  return {
    domain,
    draft,
    ...known,
    range,
    messages: tally.messages,
    unusable: tally.unusable,
    triples: judging.triples.count,
    evaluations: judging.evaluations,
    matrix: tally.matrix(),
    loggedMatrix: tally.loggedMatrix(),
    clients,
    unlistedClients: count - top.length + (tally.hasMoreClients ? 1 : 0),
    enforcement,
    oldestStored: await oldestStored(ask),
    milliseconds: clock() - startedAt,
  };
}

function progressOf(tally: ReplayTally, { triples }: Judging, total: number | null): ReplayProgress {
  return { messages: tally.messages + tally.unusable, total, triples: triples.count };
}

/** How many messages there are to replay. */
async function totalOf(ask: Ask, ids: number[], range: TimeRange, breather: Breather): Promise<number> {
  let total = 0;
  for (const id of ids)
    for await (const count of countsOf(ask, id, range, COUNTED)) {
      total += count;
      await breather.pause();
    }
  return total;
}
