import { randomBytes } from "node:crypto";
import { readRecordsAddress, recordsHref } from "@/components/records/address";
import { DatabaseFault } from "@/lib/db/faults";
import type { PrismaClient } from "@/lib/db/reader";
import { askReader } from "@/lib/queries/ask";
import { dataSpan } from "@/lib/queries/data-span";
import { lastDays } from "@/lib/queries/range";
import { replay } from "@/lib/queries/replay";
import type { ReplayProgress, ReplayReport } from "@/lib/queries/replay-report";
import { ask } from "../database";
import { ownResolver } from "../dns";

/** What to replay: a draft of a domain's record, over the messages of so many days. */
export interface ReplayOrder {
  domain: string;
  record: string;
  days: number;
}

/** A replay in the background of this process; `fault` says why one failed. */
export interface ReplayJob {
  id: string;
  order: ReplayOrder;
  state: "waiting" | "running" | "done" | "cancelled" | "failed";
  progress: ReplayProgress;
  report: ReplayReport | null;
  fault: string | null;
}

interface Job extends ReplayJob {
  stop: AbortController;
}

/** Replays that are remembered, and that may wait for their turn. */
const KEPT = 30;
const WAITING = 5;
/** For all questions of one replay. */
const BUDGET = { milliseconds: 120_000, queries: 20_000 };

// On globalThis, since pages and route handlers are bundled apart and see the same replays.
const shared = globalThis as { whyspfReplays?: { jobs: Map<string, Job>; line: Promise<void> } };

function replays() {
  shared.whyspfReplays ??= { jobs: new Map(), line: Promise.resolve() };
  return shared.whyspfReplays;
}

/** Begins a replay, one at a time; that of the same order if it is under way. Null where too many wait already. */
export function startReplay(order: ReplayOrder): ReplayJob | null {
  const known = replays();
  const open = [...known.jobs.values()].filter(({ state }) => state === "waiting" || state === "running");
  const same = open.find((job) => JSON.stringify(job.order) === JSON.stringify(order));
  if (same) return same;
  if (open.length > WAITING) return null;
  const job: Job = {
    id: randomBytes(12).toString("base64url"),
    order,
    state: "waiting",
    progress: { messages: 0, total: null, triples: 0 },
    report: null,
    fault: null,
    stop: new AbortController(),
  };
  known.jobs.set(job.id, job);
  forgetOldest(known.jobs);
  known.line = known.line.then(() => run(job));
  return job;
}

/** A replay by its id; null for one that is not remembered, as after a restart. */
export function replayJob(id: string): ReplayJob | null {
  return replays().jobs.get(id) ?? null;
}

/** Where a replay of an order is shown; `id` null where none could be begun. */
export function replayHref({ domain, record, days }: ReplayOrder, id: string | null): string {
  const address = readRecordsAddress({ domain, record, view: "replay", days: String(days) });
  return recordsHref(address, { job: id ?? "busy" });
}

/** Ends a replay; one that has ended stays as it is. */
export function cancelReplay(id: string): void {
  const job = replays().jobs.get(id);
  if (job?.state !== "waiting" && job?.state !== "running") return;
  job.state = "cancelled";
  job.stop.abort();
}

async function run(job: Job): Promise<void> {
  if (job.state !== "waiting") return;
  job.state = "running";
  try {
    const report = await ask((reader) => work(job, reader));
    if (job.stop.signal.aborted) return;
    if (report instanceof DatabaseFault) fail(job, report.message);
    else Object.assign(job, { state: "done", report });
  } catch (error) {
    if (!job.stop.signal.aborted) fail(job, (error as Error).message);
  }
}

async function work(job: Job, reader: PrismaClient): Promise<ReplayReport | null> {
  const { domain, record, days } = job.order;
  const { signal } = job.stop;
  const range = lastDays(days, await dataSpan(reader), Date.now());
  const resolver = ownResolver({ ...BUDGET, signal });
  const order = { domain, draft: record, range, clock: Date.now };
  const steps = replay(askReader(reader), resolver, order, signal);
  for (;;) {
    const step = await steps.next();
    if (signal.aborted) return null;
    if (step.done) return step.value;
    job.progress = step.value;
  }
}

function fail(job: Job, fault: string): void {
  Object.assign(job, { state: "failed", fault });
}

function forgetOldest(jobs: Map<string, Job>): void {
  for (const [id, { state }] of jobs) {
    if (jobs.size <= KEPT) return;
    if (state !== "waiting" && state !== "running") jobs.delete(id);
  }
}
