import type { Store } from "@/lib/store/store";
import { PositionTaken } from "./commit";
import { linkPending } from "./link-pending";
import { type ImportCounts, type ImportOptions, LogImport } from "./log-import";
import { RunMemory } from "./run-memory";
import { openSource, type Source, SourceFault, StandardInput } from "./source";

/** What an import of several logs did; `faults` has a sentence for each log that could not be read to its end. */
export interface ImportSummary extends ImportCounts {
  files: number;
  faults: string[];
}

export interface ImportProgress {
  file: string;
  /** Bytes of this file so far, and in all (null for a pipe). */
  bytes: number;
  size: number | null;
}

export interface LogsOptions extends ImportOptions {
  standardInput?: AsyncIterable<Buffer>;
  onFile?: (progress: ImportProgress) => void;
}

/** Imports logs one after the other; a log that cannot be read does not keep the others back. Throws DatabaseFault. */
export async function importLogs(
  store: Store,
  paths: readonly string[],
  options: LogsOptions,
): Promise<ImportSummary> {
  const summary: ImportSummary = {
    files: 0,
    lines: 0,
    bytes: 0,
    matched: 0,
    ignored: 0,
    unknown: 0,
    messages: 0,
    duplicates: 0,
    faults: [],
  };
  const memory = new RunMemory();
  for (const path of oldestFirst(paths)) {
    if (options.isStopped?.()) break;
    summary.files++;
    await importOne(store, path, options, memory, summary);
  }
  await linkPending(store);
  return summary;
}

async function importOne(
  store: Store,
  path: string,
  options: LogsOptions,
  memory: RunMemory,
  summary: ImportSummary,
) {
  let source: Source | null = null;
  try {
    source =
      path === "-"
        ? new StandardInput(options.standardInput ?? process.stdin, Date.now())
        : await openSource(path);
    const onProgress = (bytes: number) => options.onFile?.({ file: path, bytes, size: source?.size ?? null });
    const counts = await readLog(store, source, { ...options, onProgress }, memory, (part) =>
      add(summary, part),
    );
    if (counts.lines > 0 && counts.matched === 0 && counts.unknown > counts.ignored) {
      summary.faults.push(notUnderstood(path, counts.lines));
    }
  } catch (error) {
    if (!(error instanceof SourceFault)) throw error;
    summary.faults.push(error.message);
  } finally {
    source?.close();
  }
}

/** Reads one log to its end, again from the stored position should another process have read on in it. */
async function readLog(
  store: Store,
  source: Source,
  options: ImportOptions,
  memory: RunMemory,
  count: (counts: ImportCounts) => void,
): Promise<ImportCounts> {
  for (;;) {
    const log = await LogImport.open(store, source, options, memory);
    try {
      if (!log.isUnchanged) await log.readAvailable();
      if (!options.isStopped?.()) await log.finish();
      return log.counts;
    } catch (error) {
      if (!(error instanceof PositionTaken) || source.path === "-") throw error;
    } finally {
      count(log.counts);
    }
  }
}

/** The sentence for a log in which no line was understood. */
export function notUnderstood(path: string, lines: number): string {
  return `${path}: none of its ${lines} lines is of a known form; whyspf reads the mail log of sendmail or postfix and procmail's log (see: whyspf doctor ${path}).`;
}

function add(summary: ImportCounts, counts: ImportCounts): void {
  for (const key of Object.keys(counts) as (keyof ImportCounts)[]) summary[key] += counts[key];
}

/** Rotated logs hold what came before: `maillog.2.gz`, `maillog.1`, `maillog`; other names keep their order. */
export function oldestFirst(paths: readonly string[]): string[] {
  const groups = new Map<string, { path: string; age: number; date: string }[]>();
  for (const path of paths) {
    const match = /^(.*?)(?:\.(\d{1,4})|-(\d{8})(?:-\d+)?)?(?:\.gz)?$/.exec(path)!;
    const age = match[3] ? 1 : Number(match[2] ?? -1);
    const group = groups.get(match[1]!) ?? [];
    group.push({ path, age, date: match[3] ?? "" });
    groups.set(match[1]!, group);
  }
  return [...groups.values()].flatMap((group) =>
    group.sort((a, b) => b.age - a.age || a.date.localeCompare(b.date)).map(({ path }) => path),
  );
}
