import { Joiner, messageKey } from "@/lib/logs/joiner";
import type { Message } from "@/lib/logs/message";
import type { FilterLine, ProcmailBlock } from "@/lib/logs/procmail";
import type { Entry, FateCounts, UnknownSample } from "@/lib/logs/reader";
import {
  addHostLines,
  addProgramCounts,
  addUnknownLines,
  type HostLines,
  type LogFileRow,
  saveLogFile,
} from "@/lib/store/log-files";
import { markRetries } from "@/lib/store/retries";
import type { Store, StoredMessage } from "@/lib/store/store";
import type { RunMemory } from "./run-memory";
import { saveProcmail } from "./save-procmail";

/** Everything that one transaction stores. */
export interface Batch {
  /** The log, with the position that holds once the batch is stored. */
  row: LogFileRow;
  entries: Entry[];
  blocks: ProcmailBlock[];
  /** Filter lines that belong to no block so far. */
  loneLines: FilterLine[];
  counts: Map<string, FateCounts>;
  samples: UnknownSample[];
  firstTime: number | null;
  lastTime: number | null;
}

export interface CommitResult extends FateCounts {
  /** Messages that were not known before. */
  messages: number;
  /** Messages that were stored before this run and to which its lines added nothing. */
  duplicates: number;
}

/** Another process has read on in the same log: open it again and go on from there. */
export class PositionTaken extends Error {}

/** Stores messages, rollups and position in one transaction, or nothing at all. Throws DatabaseFault, PositionTaken. */
export async function commitBatch(
  store: Store,
  batch: Batch,
  memory: RunMemory,
  before: number,
): Promise<CommitResult> {
  const totals = { matched: 0, ignored: 0, unknown: 0 };
  for (const counts of batch.counts.values()) {
    for (const fate of ["matched", "ignored", "unknown"] as const) totals[fate] += counts[fate];
  }
  return store.transaction(async () => {
    await checkPosition(store, batch.row.id, before);
    const messages = await joinBatch(store, batch.entries, memory);
    await saveProcmail(store.writer, batch, messages.saved);
    const row = batch.row;
    row.lines += totals.matched + totals.ignored + totals.unknown;
    for (const fate of ["matched", "ignored", "unknown"] as const) row[fate] += totals[fate];
    row.firstTime ??= batch.firstTime;
    row.lastTime = batch.lastTime ?? row.lastTime;
    row.readAt = Date.now();
    await saveLogFile(store.writer, row);
    await addProgramCounts(store.writer, row.id, batch.counts);
    await saveHostLines(store, row.id, batch.entries);
    await addUnknownLines(store.writer, row.id, batch.samples);
    return { ...totals, messages: messages.created, duplicates: messages.duplicates };
  });
}

async function checkPosition(store: Store, fileId: number, expected: number): Promise<void> {
  const [row] = await store.writer.all('SELECT "position" FROM "LogFile" WHERE "id" = ?', [fileId]);
  if (Number(row?.position) !== expected) throw new PositionTaken();
}

async function saveHostLines(store: Store, fileId: number, entries: readonly Entry[]): Promise<void> {
  const ids = await store.hostIds(new Set(entries.map(({ host }) => host)));
  await addHostLines(store.writer, fileId, linesByHost(entries, ids));
}

/** The entries of one line share its place. A line that only shows a filter at work is not matched. */
function linesByHost(entries: readonly Entry[], ids: ReadonlyMap<string, number>): Map<number, HostLines> {
  const hosts = new Map<number, HostLines>();
  let last: Entry["at"] | null = null;
  for (const { host, at, fact } of entries) {
    if (at === last || fact.kind === "filterSeen") continue;
    last = at;
    const id = ids.get(host)!;
    const lines = hosts.get(id);
    if (!lines) hosts.set(id, { lines: 1, firstTime: at.time, lastTime: at.time });
    else {
      lines.lines++;
      lines.firstTime = Math.min(lines.firstTime, at.time);
      lines.lastTime = Math.max(lines.lastTime, at.time);
    }
  }
  return hosts;
}

async function joinBatch(store: Store, entries: Entry[], memory: RunMemory) {
  const keys = Joiner.keysOf(entries);
  const stored = await store.messages(keys);
  const known = new Map<string, StoredMessage>();
  const before = new Map<string, string>();
  const messages = new Map<string, Message>();
  stored.forEach((found, i) => {
    if (!found) return;
    const key = messageKey(keys[i]!.host, keys[i]!.queueId);
    known.set(key, found);
    messages.set(key, found.message);
    before.set(key, contentOf(found.message));
  });
  memory.joiner.apply(entries, messages);
  const saved: StoredMessage[] = [];
  let duplicates = 0;
  for (const [key, message] of messages) {
    const found = known.get(key);
    if (!found) saved.push({ id: null, message, counted: null });
    else if (before.get(key) !== contentOf(message)) saved.push(found);
    else if (!memory.isOwn(found.id!)) duplicates++;
  }
  await markRetries(store, saved);
  await store.save(saved);
  const created = messages.size - known.size;
  memory.created(
    saved.slice(0).filter((message) => !known.has(messageKey(message.message.host, message.message.queueId))),
  );
  return { saved, created, duplicates };
}

/** What a message says, without the lines that prove it: those change with every copy of a log. */
function contentOf(message: Message): string {
  return JSON.stringify({ ...message, lines: 0 });
}
