import { looksLikeJournalExport } from "@/lib/logs/journal-export";
import { fingerprint } from "@/lib/store/fingerprint";
import type { LogFileRow } from "@/lib/store/log-files";
import { rotatedCopies } from "@/lib/store/rotated-copies";
import {
  headOf,
  type OpenLog,
  openLog,
  readSpans,
  type SpanBytes,
  type UnpackLimits,
} from "./original-bytes";
import { journalRecordIn } from "./original-journal";
import { splitPieceOf } from "./story-facts";

/** What must be known of a log to find a line of it again. */
export type LogPlace = Pick<LogFileRow, "id" | "path" | "headHash" | "headLength">;

/**
 * Why a line is not shown: its log is gone; another log has its name now and no rotated copy is it; the log may not be
 * read; the log holds something else there; it is packed and the line too far in; it came through a pipe.
 */
export type Missing = "gone" | "rotated" | "unreadable" | "changed" | "tooFar" | "piped";

/** A line that is asked for; `isIt` tells whether what stands there now (latin1) is still it. */
export interface WantedLine {
  /** `file:offset` in base 36. */
  ref: string;
  /** How many lines from there on belong to it. */
  count: number;
  isIt: (text: string) => boolean;
}

/** A line as it was found, or why it was not. */
export interface OriginalLine {
  ref: string;
  /** LogFile.id. */
  log: number;
  /** Where the line stands now; where it is missing, the log's name as it was read. */
  path: string;
  offset: number;
  /** Latin1, without its ending; lines that belong together are joined by newlines. */
  text: string | null;
  /** The pieces before it of a text that sendmail split for syslog. */
  earlier: string[];
  missing: Missing | null;
}

const LIMITS: UnpackLimits = { bytes: 1 << 30, ms: 5000 };
const LONGEST = 1 << 16;
const MOST_COPIES = 100;

/** Reads lines from the logs that they came from, whatever these are called now. Never throws. */
export async function originalLines(
  logs: readonly LogPlace[],
  wanted: readonly WantedLine[],
  limits = LIMITS,
): Promise<OriginalLine[]> {
  const found = new Map<string, OriginalLine>();
  for (const id of new Set(wanted.map(({ ref }) => placeOf(ref).log))) {
    const own = wanted.filter(({ ref }) => placeOf(ref).log === id);
    const log = logs.find((known) => known.id === id);
    const lines = log ? await linesOf(log, own, limits) : own.map(({ ref }) => missing(ref, "", "gone"));
    for (const line of lines) found.set(line.ref, line);
  }
  return wanted.map(({ ref }) => found.get(ref)!);
}

/** The log and the offset that a reference names. */
export function placeOf(ref: string): { log: number; offset: number } {
  const [log = "", offset = ""] = ref.split(":");
  return { log: Number.parseInt(log, 36), offset: Number.parseInt(offset, 36) };
}

function missing(ref: string, path: string, reason: Missing): OriginalLine {
  return { ref, ...placeOf(ref), path, text: null, earlier: [], missing: reason };
}

async function linesOf(log: LogPlace, wanted: WantedLine[], limits: UnpackLimits): Promise<OriginalLine[]> {
  if (log.path === "-") return wanted.map(({ ref }) => missing(ref, log.path, "piped"));
  const opened = await findLog(log);
  if (typeof opened === "string") return wanted.map(({ ref }) => missing(ref, log.path, opened));
  try {
    const head = await headOf(opened, log.headLength);
    const isExport = looksLikeJournalExport(head.toString("latin1").split("\n"));
    const offsets = wanted.map(({ ref }) => placeOf(ref).offset);
    const spans = offsets.map((offset) => ({ from: Math.max(0, offset - LONGEST), to: offset + LONGEST }));
    const read = await readSpans(opened, spans, limits);
    return wanted.map((line, n) =>
      lineIn(read[n]!, offsets[n]! - spans[n]!.from, line, opened.path, isExport),
    );
  } catch {
    return wanted.map(({ ref }) => missing(ref, log.path, "unreadable"));
  } finally {
    await opened.handle.close().catch(() => {});
  }
}

/** The file that begins as the log did: its own name first, then the rotated copies beside it. */
async function findLog(log: LogPlace): Promise<OpenLog | "gone" | "rotated" | "unreadable"> {
  let reason: "gone" | "rotated" | "unreadable" = "gone";
  for (const path of candidates(log.path)) {
    const opened = await openLog(path, path === log.path);
    if (typeof opened === "string") {
      if (opened === "unreadable" && reason === "gone") reason = opened;
      continue;
    }
    if (await isSame(opened, log)) return opened;
    await opened.handle.close().catch(() => {});
    if (path === log.path) reason = "rotated";
  }
  return reason;
}

function candidates(path: string): string[] {
  const first = path.replace(/(?:\.\d{1,4}|-\d{8}(?:-\d+)?)?(?:\.gz)?$/, "");
  try {
    return [...new Set([path, first, ...rotatedCopies(first)])].slice(0, MOST_COPIES);
  } catch {
    return [path];
  }
}

async function isSame(opened: OpenLog, { headHash, headLength }: LogPlace): Promise<boolean> {
  try {
    const head = await headOf(opened, headLength);
    return head.length === headLength && fingerprint(head) === headHash;
  } catch {
    return false;
  }
}

/** The line that starts at `start` in what was read around it. */
function lineIn(
  { bytes, fault }: SpanBytes,
  start: number,
  { ref, count, isIt }: WantedLine,
  path: string,
  isExport: boolean,
): OriginalLine {
  const all = bytes.toString("latin1");
  if (isExport && fault === null) {
    const record = journalRecordIn(all.slice(0, start));
    return record !== null && isIt(record) ? found(ref, path, record, []) : missing(ref, path, "changed");
  }
  const end = endOfLines(all, start, count);
  if (fault !== null && end === all.length) return missing(ref, path, fault);
  const startsLine = start === 0 || all[start - 1] === "\n";
  const text = withoutReturns(all.slice(start, end));
  if (!startsLine || text === "" || !isIt(text)) return missing(ref, path, "changed");
  return found(ref, path, text, earlierPieces(all.slice(0, start), text));
}

function found(ref: string, path: string, text: string, earlier: string[]): OriginalLine {
  return { ref, ...placeOf(ref), path, text, earlier, missing: null };
}

function endOfLines(text: string, start: number, count: number): number {
  let end = start - 1;
  for (let n = 0; n < count; n++) {
    const next = text.indexOf("\n", end + 1);
    if (next < 0) return text.length;
    end = next;
  }
  return end;
}

function withoutReturns(text: string): string {
  return text.replaceAll("\r\n", "\n").replace(/\r$/, "");
}

/** The pieces that come before a later one of a split text. */
function earlierPieces(before: string, line: string): string[] {
  const last = splitPieceOf(line);
  if (last === null || last.number === 1) return [];
  const pieces: string[] = [];
  let wanted = last.number - 1;
  for (const candidate of before.split("\n").reverse()) {
    if (wanted === 0) break;
    const piece = splitPieceOf(withoutReturns(candidate));
    if (piece?.key !== last.key || piece.number !== wanted) continue;
    pieces.unshift(withoutReturns(candidate));
    wanted--;
  }
  return pieces;
}
