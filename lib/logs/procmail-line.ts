import { endOfQuoted } from "@/lib/mail/quoted";
import { readSpfResult, type SpfResult } from "@/lib/spf/result";

/** What a recipe's `LOG="====SPF_filter(RESULT) F=FROM, S=SUBJECT"` wrote; F and S are the sender's own raw bytes. */
export interface FilterLine {
  /** File offset of the line. */
  offset: number;
  /** The latest From_ time seen in the log before it, wall clock as epoch ms; null where there is none. */
  time: number | null;
  /** Null where it is not told, or where two results compete. */
  result: SpfResult | null;
  from: string;
  subject: string;
}

const DAYS = "SunMonTueWedThuFriSat";
const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
const CTIME_LENGTH = 24;
const CTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ 0-3]\d [0-2]\d:[0-5]\d:[0-6]\d \d{4}$/;
const LOG_HEAD = "====SPF_filter(";
const LONGEST_RESULT = 32;
/** More than procmail's line buffer holds. */
const LONGEST_SUBJECT = 2100;
const LONGEST_FROM = 300;

/** `From ADDRESS  Tue Nov 24 12:28:05 2026`; the time is the wall clock as if UTC, sender "" for MAILER-DAEMON. */
export function readFromLine(line: string): { sender: string; time: number } | null {
  if (!line.startsWith("From ")) return null;
  const at = line.length - CTIME_LENGTH;
  if (at < 7 || line.charCodeAt(at - 1) !== 32) return null;
  const time = readCtime(line.slice(at));
  const sender = line.slice(5, at).trim();
  if (time === null || sender === "") return null;
  return { sender: sender === "MAILER-DAEMON" || sender === "<>" ? "" : sender, time };
}

function readCtime(text: string): number | null {
  if (!CTIME.test(text) || DAYS.indexOf(text.slice(0, 3)) % 3 !== 0) return null;
  const month = MONTHS.indexOf(text.slice(4, 7));
  if (month % 3 !== 0) return null;
  const part = (from: number, to: number) => Number(text.slice(from, to));
  return Date.UTC(part(20, 24), month / 3, part(8, 10), part(11, 13), part(14, 16), part(17, 19));
}

/** ` Subject: …` as an abstract shows it: the value, without the one blank behind the colon. */
export function readSubjectLine(line: string): string | null {
  if (line.charCodeAt(0) !== 32 || line.slice(1, 9).toLowerCase() !== "subject:") return null;
  return line.slice(line.charCodeAt(9) === 32 ? 10 : 9);
}

/** `  Folder: NAME<TABs>SIZE`. */
export function readFolderLine(line: string): { folder: string; size: number } | null {
  if (!line.startsWith("  Folder: ")) return null;
  let digits = line.length;
  while (digits > 0 && isDigit(line.charCodeAt(digits - 1))) digits--;
  const size = line.length - digits;
  const blank = line.charCodeAt(digits - 1);
  if (size === 0 || size > 15 || digits < 11 || (blank !== 9 && blank !== 32)) return null;
  return { folder: line.slice(10, digits).trim(), size: Number(line.slice(digits)) };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** `====SPF_filter(RESULT) F=FROM, S=SUBJECT`; F ends at the first `, S=` outside its quoted strings. */
export function readFilterLine(line: string, offset: number, time: number | null): FilterLine | null {
  if (!line.startsWith(LOG_HEAD)) return null;
  const close = line.indexOf(")", LOG_HEAD.length);
  if (close < 0 || close - LOG_HEAD.length > LONGEST_RESULT) return null;
  if (!line.startsWith(" F=", close + 1)) return null;
  const from = close + 4;
  let subject = endOfFrom(line, from);
  // A quotation mark that never closes hides nothing.
  if (subject < 0) subject = line.indexOf(", S=", from);
  if (subject < 0) return null;
  return {
    offset,
    time,
    result: readSpfResult(line.slice(LOG_HEAD.length, close).trim()),
    from: line.slice(from, Math.min(subject, from + LONGEST_FROM)),
    subject: line.slice(subject + 4, subject + 4 + LONGEST_SUBJECT),
  };
}

function endOfFrom(line: string, from: number): number {
  let at = from;
  while (at < line.length) {
    const code = line.charCodeAt(at);
    if (code === 44 && line.startsWith(", S=", at)) return at;
    at = code === 34 ? endOfQuoted(line, at) : at + 1;
  }
  return -1;
}

/** Whether text can be what procmail writes next when a LOG value ends without a line break. */
export function isGlued(text: string): boolean {
  return text.startsWith("procmail: ") || text.startsWith(LOG_HEAD) || readFromLine(text) !== null;
}

/** Whether these first lines (latin1) are a procmail log's: its own reports, a filter's line, or an abstract. */
export function looksLikeProcmail(firstLines: readonly string[]): boolean {
  return firstLines.some((text, i) => {
    const line = withoutReturn(text);
    if (line.startsWith("procmail: ") || readFilterLine(line, 0, null) || readFolderLine(line)) return true;
    const next = firstLines[i + 1];
    // A mailbox has From_ lines too, but never an abstract's next line.
    return readFromLine(line) !== null && next !== undefined && readSubjectLine(next) !== null;
  });
}

export function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
