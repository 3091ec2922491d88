import type { Judgement } from "@/lib/spf/replay/judge";
import { SPF_RESULTS, type SpfResult } from "@/lib/spf/result";
import type { Breather } from "./breather";
import { ACCEPTED, COUNTED_ACTIONS, COUNTED_RESULTS } from "./count-table";
import type { Enforcement, Refused } from "./replay-report";
import type { ReplayRow } from "./replay-rows";

/** So many clients are told apart; further ones are counted in all else. */
const MOST_CLIENTS = 200_000;
const EXAMPLES = 3;
/** Clients counted between two looks at the time. */
const STEP = 1000;
const ACCEPTED_FATES = ACCEPTED.map((fate) => COUNTED_ACTIONS.indexOf(fate));

/** One way to come out, and its messages by the result logged: those that were accepted then, and the others. */
export interface Outcome {
  published: Judgement;
  draft: Judgement;
  accepted: number[];
  others: number[];
  /** What would refuse it: a bit per end and strictness. */
  refusedBy: number;
}

/** A client's messages with one change. `examples` are the newest. */
export interface ClientGroup {
  clientId: number;
  outcome: Outcome;
  /** Of all its outcomes. */
  refusedBy: number;
  messages: number;
  first: number;
  last: number;
  examples: { id: number; time: number }[];
}

/** The bits of an end: a receiver that refuses fail, and one that refuses softfail too. */
const bitOf = (end: number, isStrict: boolean) => 1 << (2 * end + (isStrict ? 1 : 0));

/** Counts how messages come out. Equal outcomes are one object, for there are few of them. */
export class ReplayTally {
  messages = 0;
  unusable = 0;
  /** Clients that come beyond those told apart. */
  hasMoreClients = false;
  private readonly outcomes = new Map<Judgement, Map<Judgement, Outcome>>();
  private readonly clients = new Map<number, ClientGroup[]>();

  constructor(
    private readonly ends: readonly Enforcement["all"][],
    private readonly mostClients = MOST_CLIENTS,
  ) {}

  /** The outcome of a pair of judgements, each the one object for all its equals. */
  outcomeOf(published: Judgement, draft: Judgement): Outcome {
    let ofPublished = this.outcomes.get(published);
    if (ofPublished === undefined) {
      ofPublished = new Map();
      this.outcomes.set(published, ofPublished);
    }
    let outcome = ofPublished.get(draft);
    if (outcome === undefined) {
      const none = () => COUNTED_RESULTS.map(() => 0);
      outcome = { published, draft, accepted: none(), others: none(), refusedBy: refusedBy(draft.ends) };
      ofPublished.set(draft, outcome);
    }
    return outcome;
  }

  add({ id, time, clientId, result, fate }: ReplayRow, outcome: Outcome): void {
    this.messages++;
    (ACCEPTED_FATES.includes(fate) ? outcome.accepted : outcome.others)[result]!++;
    const group = this.groupOf(clientId!, outcome, time);
    if (group === null) return;
    group.messages++;
    group.first = Math.min(group.first, time);
    group.last = Math.max(group.last, time);
    keepNewest(group.examples, { id, time });
  }

  /** Messages per [result published][result drafted]. */
  matrix(): number[][] {
    const matrix = SPF_RESULTS.map(() => SPF_RESULTS.map(() => 0));
    for (const { published, draft, accepted, others } of this.all())
      matrix[place(published.result)]![place(draft.result)]! += sum(accepted) + sum(others);
    return matrix;
  }

  /** Messages per [result logged, 7 where none][result drafted]. */
  loggedMatrix(): number[][] {
    const matrix = COUNTED_RESULTS.map(() => SPF_RESULTS.map(() => 0));
    for (const { draft, accepted, others } of this.all())
      for (const [logged, row] of matrix.entries())
        row[place(draft.result)]! += accepted[logged]! + others[logged]!;
    return matrix;
  }

  /** What each end of the draft would have refused. */
  async enforcement(breather: Breather): Promise<Enforcement[]> {
    /** Clients by what refuses any of their mail. */
    const clients = new Map<number, number>();
    let seen = 0;
    for (const groups of this.clients.values()) {
      if (++seen % STEP === 0) await breather.ifDue();
      const by = groups.reduce((bits, group) => bits | group.refusedBy, 0);
      clients.set(by, (clients.get(by) ?? 0) + 1);
    }
    return this.ends.map((all, end) => ({
      all,
      refusingFail: this.refused(bitOf(end, false), clients),
      refusingSoftfail: this.refused(bitOf(end, true), clients),
    }));
  }

  *groups(): Generator<ClientGroup> {
    for (const groups of this.clients.values()) yield* groups;
  }

  private *all(): Generator<Outcome> {
    for (const ofPublished of this.outcomes.values()) yield* ofPublished.values();
  }

  private refused(bit: number, clients: ReadonlyMap<number, number>): Refused {
    const refused = { messages: 0, clients: 0, newly: 0 };
    for (const { refusedBy: by, accepted, others } of this.all()) {
      if ((by & bit) === 0) continue;
      refused.messages += sum(accepted) + sum(others);
      refused.newly += sum(accepted);
    }
    for (const [by, count] of clients) if ((by & bit) !== 0) refused.clients += count;
    return refused;
  }

  /** The group of a client's messages with the change of `outcome`; null for a client too many. */
  private groupOf(clientId: number, outcome: Outcome, time: number): ClientGroup | null {
    let groups = this.clients.get(clientId);
    if (groups === undefined) {
      if (this.clients.size >= this.mostClients) {
        this.hasMoreClients = true;
        return null;
      }
      groups = [];
      this.clients.set(clientId, groups);
    }
    let group = groups.find((one) => isSameChange(one.outcome, outcome));
    if (group === undefined) {
      group = { clientId, outcome, refusedBy: 0, messages: 0, first: time, last: time, examples: [] };
      groups.push(group);
    }
    group.refusedBy |= outcome.refusedBy;
    return group;
  }
}

function isSameChange(a: Outcome, b: Outcome): boolean {
  return a === b || (a.published.result === b.published.result && a.draft.result === b.draft.result);
}

function refusedBy(ends: SpfResult[]): number {
  let bits = 0;
  for (const [end, result] of ends.entries()) {
    if (result === "fail") bits |= bitOf(end, false);
    if (result === "fail" || result === "softfail") bits |= bitOf(end, true);
  }
  return bits;
}

const place = (result: SpfResult) => SPF_RESULTS.indexOf(result);

function sum(counts: number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function keepNewest(examples: ClientGroup["examples"], one: { id: number; time: number }): void {
  if (examples.length === EXAMPLES && one.time <= examples[EXAMPLES - 1]!.time) return;
  const at = examples.findIndex(({ time }) => time < one.time);
  examples.splice(at < 0 ? examples.length : at, 0, one);
  if (examples.length > EXAMPLES) examples.pop();
}
