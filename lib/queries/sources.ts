import type { PrismaClient } from "@/lib/db/reader";
import { countLines } from "./count-lines";
import { type FileState, fileState } from "./file-state";
import { type LogSource, logSource, logSources } from "./log-sources";
import { isLive, type SourceFinding, sourceFindings } from "./source-findings";
import { type HostActivities, hostActivities } from "./sources-hosts";
import { type Reconciliation, reconcile } from "./sources-reconcile";
import { type ProgramLines, unknownLines } from "./unknown-lines";

/** Where the data comes from, and what is the matter with it. */
export interface Sources {
  logs: LogSource[];
  /** How many logs there are in all. */
  total: number;
  /** What stands at each log's path now, by the log's number. */
  states: Map<number, FileState>;
  activity: HostActivities;
  /** Worst first. */
  findings: SourceFinding[];
}

/** The logs, the machines they tell of, and what deserves attention. */
export async function sources(reader: PrismaClient, now: number): Promise<Sources> {
  const { logs, total } = await logSources(reader);
  const states = new Map<number, FileState>();
  for (const log of logs) states.set(log.id, await fileState(log));
  const activity = await hostActivities(reader, now, logs.some(isLive) ? now : null);
  return { logs, total, states, activity, findings: sourceFindings(logs, states, activity.hosts, now) };
}

/** One log with all that is known of it. */
export interface SourceDetail {
  log: LogSource;
  state: FileState;
  programs: ProgramLines[];
  /** How many programs there are in all. */
  total: number;
  findings: SourceFinding[];
  /** Null where counting was not asked for. */
  reconciliation: Reconciliation | null;
}

/** One log; null where none has this number. `count` reads the file through. */
export async function sourceDetail(
  reader: PrismaClient,
  id: number,
  now: number,
  count: boolean,
): Promise<SourceDetail | null> {
  const log = await logSource(reader, id);
  if (log === null) return null;
  const state = await fileState(log);
  const { findings } = await sources(reader, now);
  return {
    log,
    state,
    ...(await unknownLines(reader, id)),
    findings: findings.filter((finding) => "log" in finding && finding.log.id === id),
    reconciliation: count ? await reconciled(log, state) : null,
  };
}

async function reconciled(log: LogSource, state: FileState): Promise<Reconciliation> {
  if (state.kind !== "same") return { kind: "other" };
  return reconcile(log, await countLines(log.path, log.position));
}
