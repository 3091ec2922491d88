import type { FileState } from "./file-state";
import type { LogSource } from "./log-sources";
import type { HostActivity } from "./sources-hosts";

/** error: nothing works; warning: something is missing or will be; note: good to know. */
export const SEVERITIES = ["error", "warning", "note"] as const;
export type Severity = (typeof SEVERITIES)[number];

type OfLog = { log: Pick<LogSource, "id" | "path"> };
type OfHost = { host: string };

/** What deserves attention; times in epoch ms, sizes in bytes. */
export type SourceFinding = { severity: Severity } & (
  | { kind: "noLogs" }
  /** `mostly`: what its lines are; ignored ones are known and tell of no mail. */
  | ({ kind: "nothingMatched"; lines: number; mostly: "unknown" | "ignored" } & OfLog)
  | ({ kind: "manyUnknown"; lines: number; unknown: number } & OfLog)
  | ({ kind: "gone" | "unreadable" | "relative"; readAt: number } & OfLog)
  /** `bytes` are not read: the rest of the log, or all of the one that stands there now. */
  | ({ kind: "unread" | "replaced"; bytes: number; readAt: number } & OfLog)
  | ({ kind: "future"; lastTime: number } & OfLog)
  | ({ kind: "silent"; since: number; hours: number } & OfHost)
  | ({ kind: "noVerdicts"; accepted: number; unverified: number } & OfHost)
  | ({ kind: "unchecked"; accepted: number; unchecked: number } & OfHost)
  | ({ kind: "clock"; sampled: number; contradicted: number } & OfHost)
  /** `more`: other gaps before this one. */
  | ({ kind: "gap"; from: number; to: number; hours: number; more: number } & OfHost)
);

const MINUTE = 60_000;
const DAY = 86_400_000;
/** A log that nobody read for so long is not followed. */
const FOLLOWED = 10 * MINUTE;
const MANY_UNKNOWN = { share: 0.05, lines: 20 };
/** So many lines of no interest are too many for a log that was only just begun. */
const MANY_IGNORED = 100;
const WITHOUT_VERDICT = { share: 0.95, messages: 20 };
const CONTRADICTED = { share: 0.05, messages: 10 };
const COPY = /\.\d{1,4}$|-\d{8}(-\d+)?$|\.gz$/;

/** Whether a log was read while it was written: its newest line was new then. */
export function isLive({ lastTime, readAt, demo }: LogSource): boolean {
  return !demo && lastTime !== null && Math.abs(readAt - lastTime) < DAY;
}

/** What deserves attention, worst first. `states` by the log's number; a log without one is not looked at. */
export function sourceFindings(
  logs: readonly LogSource[],
  states: ReadonlyMap<number, FileState>,
  hosts: readonly HostActivity[],
  now: number,
): SourceFinding[] {
  if (logs.length === 0) return [{ kind: "noLogs", severity: "note" }];
  const newest = newestOfPaths(logs);
  const ofFiles = logs.flatMap((log) => ofFile(log, states.get(log.id), newest.has(log.id), now));
  const behind = new Set(ofFiles.flatMap((finding) => ("log" in finding ? [finding.log.id] : [])));
  const found = [
    ...logs.flatMap((log) => ofLines(log, now)),
    ...ofFiles,
    ...hosts.flatMap((host) => ofHost(host, isBehind(host, logs, behind))),
  ];
  return found.sort((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity));
}

/** Several logs may have been read from one path, one after the other; the first is the newest. */
function newestOfPaths(logs: readonly LogSource[]): Set<number> {
  const paths = new Map<string, number>();
  for (const { id, path } of logs) if (!paths.has(path)) paths.set(path, id);
  return new Set(paths.values());
}

function ofLines(log: LogSource, now: number): SourceFinding[] {
  const { id, path, lines, matched, ignored, unknown, lastTime } = log;
  const found: SourceFinding[] = [];
  const of = { log: { id, path } };
  const mostly = unknown > ignored ? "unknown" : "ignored";
  if (matched === 0 && mostly === "unknown")
    found.push({ kind: "nothingMatched", severity: "error", lines, mostly, ...of });
  else if (matched === 0 && lines >= MANY_IGNORED)
    found.push({ kind: "nothingMatched", severity: "warning", lines, mostly, ...of });
  else if (unknown >= MANY_UNKNOWN.lines && unknown > MANY_UNKNOWN.share * lines)
    found.push({ kind: "manyUnknown", severity: "warning", lines, unknown, ...of });
  if (lastTime !== null && lastTime > now + DAY)
    found.push({ kind: "future", severity: "warning", lastTime, ...of });
  return found;
}

/** Rotated copies come and go, and what was imported once may be gone: only logs that grow are watched. */
function ofFile(
  log: LogSource,
  state: FileState | undefined,
  isNewest: boolean,
  now: number,
): SourceFinding[] {
  const { id, path, readAt } = log;
  const of = { log: { id, path }, readAt };
  const isLate = now - readAt > FOLLOWED;
  if (state === undefined || log.demo) return [];
  if (state.kind === "same") {
    const bytes = state.unread ?? 0;
    return bytes > 0 && isLate ? [{ kind: "unread", severity: "warning", bytes, ...of }] : [];
  }
  if (!isNewest || !isLive(log) || COPY.test(path)) return [];
  if (state.kind === "replaced") {
    const bytes = state.size;
    return bytes > 0 && isLate ? [{ kind: "replaced", severity: "warning", bytes, ...of }] : [];
  }
  if (state.kind === "relative") return [{ kind: "relative", severity: "note", ...of }];
  if (state.kind === "gone" || state.kind === "unreadable")
    return [{ kind: state.kind, severity: "warning", ...of }];
  return [];
}

/** Whether more of a host may stand in logs that were not read on. */
function isBehind(host: HostActivity, logs: readonly LogSource[], behind: ReadonlySet<number>): boolean {
  return logs.some(({ id, kind, hosts }) => {
    if (!behind.has(id) || kind === "procmail") return false;
    return hosts.length === 0 || hosts.some(({ hostId }) => hostId === host.hostId);
  });
}

function ofHost(host: HostActivity, isBehind: boolean): SourceFinding[] {
  const { name, accepted, unverified, unchecked, sampled, contradicted, silent, gaps } = host;
  const found: SourceFinding[] = [];
  const of = { host: name };
  if (silent !== null && !isBehind)
    found.push({ kind: "silent", severity: "warning", since: silent.from, hours: silent.hours, ...of });
  if (unchecked > 0) found.push({ kind: "unchecked", severity: "warning", accepted, unchecked, ...of });
  const isUnverified = accepted >= WITHOUT_VERDICT.messages && unverified >= WITHOUT_VERDICT.share * accepted;
  if (isUnverified && unchecked < unverified / 2)
    found.push({ kind: "noVerdicts", severity: "warning", accepted, unverified, ...of });
  if (contradicted >= CONTRADICTED.messages && contradicted >= CONTRADICTED.share * sampled)
    found.push({ kind: "clock", severity: "note", sampled, contradicted, ...of });
  const gap = gaps.find(({ to }) => to !== null);
  if (gap) {
    const { from, hours } = gap;
    found.push({ kind: "gap", severity: "note", from, to: gap.to!, hours, more: gaps.length - 1, ...of });
  }
  return found;
}
