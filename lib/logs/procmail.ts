import type { LineFate } from "./fact";
import {
  type FilterLine,
  readFilterLine,
  readFolderLine,
  readFromLine,
  readSubjectLine,
  withoutReturn,
} from "./procmail-line";
import { fitSubject } from "./procmail-pairing";
import { addWaiting, dropStale, takeLine, unused, type Waiting } from "./procmail-pending";

export { type FilterLine, looksLikeProcmail } from "./procmail-line";

/** One delivery as procmail's abstract tells it. */
export interface ProcmailBlock {
  /** File offset of its first line: its identity within the log. */
  offset: number;
  /** From_ time, the wall clock as epoch ms as if UTC. */
  time: number | null;
  /** Envelope sender, "" for MAILER-DAEMON. */
  sender: string;
  /** Raw bytes (one per character) as cut by procmail; null where the mail has no Subject. */
  subject: string | null;
  /** Null where the log ends before it is told. */
  folder: string | null;
  /** Bytes as stored, added headers included. */
  size: number | null;
  /** The filter's line that belongs to it; one that the recipe did not mark may share it with the true owner. */
  filter: FilterLine | null;
}

interface Open {
  offset: number;
  time: number;
  sender: string;
  /** Undefined until told. */
  subject?: string;
}

/** All that must be remembered between two lines; JSON. */
interface State {
  open: Open | null;
  /** Abstracts whose lines are mixed: how many still lack their Folder line, and the latest From_ time. */
  tangled: { count: number; time: number } | null;
  waiting: Waiting[];
  /** The last line was a filter's, so that text may be glued to it. */
  afterFilter: boolean;
  /** Lines that may still follow within a quoted value (VERBOSE=yes). */
  quoted: number;
  lastTime: number | null;
  blocks: ProcmailBlock[];
  lines: FilterLine[];
}

const QUOTED_LINES = 16;
const MOST_TANGLED = 64;
/** An abstract that is not complete after this time (From_ times) never will be. */
const TANGLE_END = 5 * 60_000;
const MOST_GLUE_TRIES = 8;
const MOST_LINES = 200;

/**
 * Reads a procmail log line by line: LOGABSTRACT's three lines, the recipe's filter lines, procmail's own reports.
 * Memory is bounded; reading may stop behind any line and go on elsewhere from `state()`. Abstracts whose lines are
 * mixed with another's are left out, because nothing tells whose Subject is whose.
 */
export class ProcmailReader {
  private readonly s: State;

  /** Starts at the head of a log, or goes on where `state` was taken. */
  constructor(state?: string) {
    this.s = state === undefined ? emptyState() : { ...emptyState(), ...(JSON.parse(state) as State) };
  }

  static resume(state: string): ProcmailReader {
    return new ProcmailReader(state);
  }

  state(): string {
    return JSON.stringify(this.s);
  }

  /** Blocks that are complete since the last call. */
  take(): ProcmailBlock[] {
    return this.s.blocks.splice(0);
  }

  /** Filter lines that no block claimed, given up since the last call; the last 200 are kept. */
  takeLines(): FilterLine[] {
    return this.s.lines.splice(0);
  }

  /**
   * The block that a log that ends here leaves incomplete, if its subject is told. The state stays: if the log grows
   * after all, the complete block has the same offset and replaces this one.
   */
  flush(): ProcmailBlock[] {
    if (this.s.open?.subject === undefined) return [];
    const copy = structuredClone(this.s);
    finish(copy, null, null);
    return copy.blocks.slice(-1);
  }

  /** Filter lines that still wait for their block; one of them is void once a block's filter has its offset. */
  flushLines(): FilterLine[] {
    return structuredClone(unused(this.s.waiting));
  }

  /** Takes one line (latin1, without its line end) that starts at `offset` in the file. */
  push(text: string, offset: number): LineFate {
    const line = withoutReturn(text);
    const wasFilter = this.s.afterFilter;
    this.s.afterFilter = false;
    if (this.s.quoted > 0 && isQuoted(this.s, line)) return "ignored";
    switch (line.charCodeAt(0)) {
      case 70: // F
        return this.pushFrom(line, offset);
      case 32:
        return this.pushDetail(line, wasFilter);
      case 61: // =
        return this.pushFilter(line, offset);
      default:
        return pushOther(this.s, line);
    }
  }

  private pushFrom(line: string, offset: number): LineFate {
    const from = readFromLine(line);
    if (!from) return "unknown";
    giveUp(this.s, dropStale(this.s.waiting, from.time));
    this.s.lastTime = Math.max(this.s.lastTime ?? from.time, from.time);
    openBlock(this.s, { offset, ...from });
    return "matched";
  }

  private pushFilter(line: string, offset: number): LineFate {
    const filter = readFilterLine(line, offset, this.s.lastTime);
    if (!filter) return "unknown";
    giveUp(this.s, addWaiting(this.s.waiting, filter));
    this.s.afterFilter = true;
    return "matched";
  }

  private pushDetail(line: string, wasFilter: boolean): LineFate {
    const subject = readSubjectLine(line);
    const folder = subject === null ? readFolderLine(line) : null;
    if (subject === null && folder === null) return "unknown";
    if (this.s.tangled) return untangle(this.s, folder !== null);
    if (!this.s.open && wasFilter) this.s.open = unglue(this.s.waiting, subject);
    const { open } = this.s;
    if (!open) return "ignored";
    if (folder) finish(this.s, folder.folder, folder.size);
    else if (open.subject === undefined) open.subject = subject!;
    else return "ignored";
    return "matched";
  }
}

function emptyState(): State {
  return {
    open: null,
    tangled: null,
    waiting: [],
    afterFilter: false,
    quoted: 0,
    lastTime: null,
    blocks: [],
    lines: [],
  };
}

/** Who never takes the lines keeps the latest of them. */
function giveUp(s: State, lines: FilterLine[]): void {
  s.lines.push(...lines);
  if (s.lines.length > MOST_LINES) s.lines.splice(0, s.lines.length - MOST_LINES);
}

function openBlock(s: State, next: Open): void {
  const { open, tangled } = s;
  const since = tangled?.time ?? open?.time ?? Number.NEGATIVE_INFINITY;
  const over = next.time > since + TANGLE_END || (tangled?.count ?? 0) >= MOST_TANGLED;
  if ((!open && !tangled) || over) {
    s.open = next;
    s.tangled = null;
    return;
  }
  s.open = null;
  s.tangled = { count: (tangled?.count ?? 1) + 1, time: Math.max(since, next.time) };
}

function untangle(s: State, isFolder: boolean): LineFate {
  if (isFolder && --s.tangled!.count === 0) s.tangled = null;
  return "ignored";
}

function finish(s: State, folder: string | null, size: number | null): void {
  const { offset, time, sender, subject = null } = s.open!;
  s.open = null;
  const filter = takeLine(s.waiting, sender, subject);
  s.blocks.push({ offset, time, sender, subject, folder, size, filter });
}

/**
 * A From_ line that stands behind a LOG value without a line break. A sender can write one into his subject, so it
 * counts only if the abstract's next line follows at once and shows the subject without it.
 */
function unglue(waiting: readonly Waiting[], subject: string | null): Open | null {
  const line = waiting.at(-1)?.line;
  if (!line) return null;
  let at = line.subject.length;
  for (let i = 0; i < MOST_GLUE_TRIES && at > 0; i++) {
    at = line.subject.lastIndexOf("From ", at - 1);
    if (at < 0) return null;
    const from = readFromLine(line.subject.slice(at));
    if (!from || fitSubject(line.subject.slice(0, at), subject) === null) continue;
    line.subject = line.subject.slice(0, at);
    return { offset: line.offset, ...from };
  }
  return null;
}

/** procmail's own reports, and the rests of quoted values among them. */
function pushOther(s: State, line: string): LineFate {
  if (!line.startsWith("procmail: ")) return line === "" || line === '"' ? "ignored" : "unknown";
  if (line.startsWith('procmail: Assigning "') && !line.endsWith('"')) s.quoted = QUOTED_LINES;
  return "ignored";
}

/** Whether the line still belongs to a quoted value of several lines; what procmail reports next ends it. */
function isQuoted(s: State, line: string): boolean {
  const ends = line.startsWith("procmail: ") || readFromLine(line) !== null;
  s.quoted = ends || line.endsWith('"') ? 0 : s.quoted - 1;
  return !ends;
}
