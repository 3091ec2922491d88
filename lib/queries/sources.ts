import type { PrismaClient } from "@/lib/db/reader";
import { type FileState, fileState } from "./file-state";
import { type LogSource, logSources } from "./log-sources";
import { isLive, type SourceFinding, sourceFindings } from "./source-findings";
import { type HostActivities, hostActivities } from "./sources-hosts";

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
