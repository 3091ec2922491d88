import { looksLikeJournalExport } from "@/lib/logs/journal-export";
import { looksLikeProcmail } from "@/lib/logs/procmail";
import type { Zone } from "@/lib/logs/zone";
import { fingerprint } from "@/lib/store/fingerprint";
import { addLogFile, type LogFileRow, logFiles } from "@/lib/store/log-files";
import type { Store } from "@/lib/store/store";
import { type Batch, commitBatch } from "./commit";
import { firstTimeNear } from "./file-year";
import { findLogFile, Tail, tailAt } from "./identity";
import { LineSplitter } from "./line-splitter";
import { collectWhenLarge } from "./memory";
import { ProcmailParser } from "./procmail-parser";
import type { RunMemory } from "./run-memory";
import { type Source, SourceFault } from "./source";
import { SyslogParser, type SyslogState } from "./syslog-parser";

/** What the caller says of the logs, and how the import talks back. */
export interface ImportOptions {
  year: number | null;
  zone: Zone | null;
  fallbackZone: Zone;
  defaultHost: string;
  demo: boolean;
  onProgress?: (bytes: number) => void;
  /** Asked between chunks; true ends the import after what is read was stored. */
  isStopped?: () => boolean;
}

/** What an import of one log did. */
export interface ImportCounts {
  lines: number;
  bytes: number;
  matched: number;
  ignored: number;
  unknown: number;
  messages: number;
  duplicates: number;
}

/** Reads a grammar's lines and hands over what to store with the position. */
export interface LogParser {
  readonly kind: LogFileRow["kind"];
  read(line: string, offset: number): void;
  /** Entries waiting to be stored. */
  readonly pending: number;
  /** Everything since the last call. */
  take(final: boolean): Omit<Batch, "row">;
  state(): unknown;
}

interface SavedState {
  partial: number;
  parser: unknown;
}

const BATCH_ENTRIES = 25_000;
const BATCH_BYTES = 8 << 20;
const PRIME_LINES = 2000;

/** Reads one log from where it was left to where it ends now; the store holds every step with its position. */
export class LogImport {
  readonly counts: ImportCounts = {
    lines: 0,
    bytes: 0,
    matched: 0,
    ignored: 0,
    unknown: 0,
    messages: 0,
    duplicates: 0,
  };
  private uncommitted = 0;

  private constructor(
    private readonly store: Store,
    private readonly source: Source,
    private readonly options: ImportOptions,
    private readonly memory: RunMemory,
    private row: LogFileRow,
    private readonly parser: LogParser,
    private readonly splitter: LineSplitter,
    private readonly tail: Tail,
    private partial: number,
  ) {}

  /** Finds out what the log is and how far it was read. Throws SourceFault and DatabaseFault. */
  static async open(
    store: Store,
    source: Source,
    options: ImportOptions,
    memory: RunMemory,
  ): Promise<LogImport> {
    const head = await source.head();
    const known = await findLogFile(source, head, await logFiles(store.writer));
    const row = known ?? (await newRow(store, source, head, options));
    const saved = JSON.parse(row.state || '{"partial":0,"parser":null}') as SavedState;
    const parser = await parserFor(source, head, row, saved.parser, options, memory);
    row.kind = parser.kind;
    row.path = source.path;
    refreshHead(row, head);
    const splitter = new LineSplitter(row.position, (line, offset) => parser.read(line, offset));
    const tail = (await tailAt(source, row.position)) ?? new Tail();
    return new LogImport(store, source, options, memory, row, parser, splitter, tail, saved.partial);
  }

  get fileId(): number {
    return this.row.id;
  }

  /** How far the log is read, in bytes. */
  get position(): number {
    return this.splitter.offset + this.splitter.pending;
  }

  get kind(): string {
    return this.row.kind;
  }

  /** The log was cut and begun anew in place (copytruncate), even if it has grown beyond where it was. */
  async isBegunAnew(): Promise<boolean> {
    if ((this.source.size ?? 0) < this.position) return true;
    const { headHash, headLength } = this.row;
    return fingerprint((await this.source.head()).subarray(0, headLength)) !== headHash;
  }

  /** Nothing was added since the log was last read to its end. */
  get isUnchanged(): boolean {
    return !this.source.closed && this.source.size === this.row.position + this.partial;
  }

  /** Reads whatever is there now. */
  async readAvailable(): Promise<void> {
    try {
      for await (const chunk of this.source.chunks(this.splitter.offset + this.splitter.pending)) {
        this.tail.push(chunk);
        this.splitter.push(chunk);
        this.uncommitted += chunk.length;
        this.options.onProgress?.(this.splitter.offset);
        if (this.parser.pending >= BATCH_ENTRIES || this.uncommitted >= BATCH_BYTES) await this.commit(false);
        if (this.options.isStopped?.()) break;
      }
    } finally {
      if (this.uncommitted > 0) await this.commit(false);
    }
  }

  /** Reads a last line without a newline too. It is read again should the log grow. */
  async finish(): Promise<void> {
    const pending = this.splitter.pending;
    if (pending === this.partial && !this.source.closed) return;
    this.splitter.flush();
    this.partial = pending;
    await this.commit(true);
  }

  private async commit(final: boolean): Promise<void> {
    const before = this.row.position;
    const position = this.splitter.offset;
    const batch: Batch = { ...this.parser.take(final), row: this.row };
    const state: SavedState = { partial: final ? this.partial : 0, parser: this.parser.state() };
    Object.assign(this.row, {
      position,
      state: JSON.stringify(state),
      tailHash: this.tail.hash(this.splitter.pending),
    });
    const done = await commitBatch(this.store, batch, this.memory, before);
    this.uncommitted = 0;
    collectWhenLarge();
    this.counts.bytes += position - before;
    for (const key of ["matched", "ignored", "unknown"] as const) this.counts[key] += done[key];
    this.counts.lines += done.matched + done.ignored + done.unknown;
    this.counts.messages += done.messages;
    this.counts.duplicates += done.duplicates;
  }
}

function refreshHead(row: LogFileRow, head: Buffer): void {
  if (head.length <= row.headLength) return;
  row.headLength = head.length;
  row.headHash = fingerprint(head);
}

async function newRow(
  store: Store,
  source: Source,
  head: Buffer,
  options: ImportOptions,
): Promise<LogFileRow> {
  if (isBinary(head))
    throw new SourceFault(`${source.path} is no text: whyspf reads mail logs, plain or gzip.`);
  const row = {
    path: source.path,
    kind: "unknown",
    headHash: fingerprint(head),
    headLength: head.length,
    tailHash: new Tail().hash(),
    position: 0,
    lines: 0,
    matched: 0,
    ignored: 0,
    unknown: 0,
    firstTime: null,
    lastTime: null,
    readAt: Date.now(),
    state: "",
    demo: options.demo,
  };
  return { ...row, id: await store.transaction(() => addLogFile(store.writer, row)) };
}

/** More than a few control characters that no log holds; runs of NUL are a crash's traces. */
function isBinary(head: Buffer): boolean {
  let odd = 0;
  for (const byte of head)
    if ((byte > 0 && byte < 9) || (byte > 13 && byte < 27) || (byte > 27 && byte < 32)) odd++;
  return odd > 8 + head.length / 20;
}

async function parserFor(
  source: Source,
  head: Buffer,
  row: LogFileRow,
  saved: unknown,
  options: ImportOptions,
  memory: RunMemory,
): Promise<LogParser> {
  const lines = head.toString("latin1").split("\n").slice(0, 40);
  if (row.kind === "procmail" || (row.kind === "unknown" && looksLikeProcmail(lines)))
    return new ProcmailParser(saved, options.zone ?? options.fallbackZone);
  const first = saved === null ? await firstLines(source, PRIME_LINES) : [];
  const near = saved === null ? await firstTimeNear(source, first) : source.mtime;
  const clock = { year: options.year, zone: options.zone, fallback: options.fallbackZone, near };
  const reader = {
    fileId: row.id,
    defaultHost: options.defaultHost,
    continuations: memory.continuations,
    journalExport: looksLikeJournalExport(lines),
  };
  const parser = new SyslogParser(reader, clock, memory, saved as SyslogState | null);
  parser.prime(first);
  return parser;
}

async function firstLines(source: Source, count: number): Promise<string[]> {
  if (source.path === "-") return (await source.head()).toString("latin1").split("\n");
  for await (const chunk of source.chunks(0)) return chunk.toString("latin1").split("\n", count);
  return [];
}
