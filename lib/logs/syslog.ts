import { type JsonEntry, readJsonLine } from "./json-line";
import { readStamp, type Stamp } from "./stamp";

/** One log line taken apart, all text as latin1. */
export interface LogLine {
  stamp: Stamp | null;
  /** The machine that wrote the line; null where the line does not say. */
  host: string | null;
  /** Tag without pid; "" where there is none. */
  program: string;
  pid: number | null;
  text: string;
}

const FACILITY =
  /^<?(?:kern|user|mail|daemon|auth|syslog|lpr|news|uucp|cron|authpriv|ftp|local[0-7])\.[a-z]+>?$/;
const SOLARIS_ID = "[ID ";
const MAX_TOKENS = 6;

/** Reads the syslog envelope of lines in every form this product knows; remembers the last stamp for speed. */
export class EnvelopeReader {
  private stampText = "";
  private stamp: Stamp | null = null;
  private readonly names = new Map<string, string>();

  /** Total: a line of no known form comes back with all of it as `text` and no program. */
  read(line: string): LogLine {
    let from = line.charCodeAt(0) === 0xef && line.startsWith("\xef\xbb\xbf") ? 3 : 0;
    while (line.charCodeAt(from) === 0) from++;
    const first = line.charCodeAt(from);
    if (first === 123) return this.readJson(line.slice(from));
    if (first === 60) {
      const close = line.indexOf(">", from);
      if (close > 0 && close - from <= 4) {
        if (line.startsWith("1 ", close + 1)) return this.readRfc5424(line, close + 3);
        from = close + 1;
      }
    }
    return this.readPlain(line, from);
  }

  private readPlain(line: string, from: number): LogLine {
    const stamp = this.stampAt(line, from);
    if (!stamp) return this.readTag(line, from, null, 1) ?? bare(line.slice(from), null);
    const at = skipSpaces(line, stamp.end);
    if (line.startsWith("stdout ", at) || line.startsWith("stderr ", at))
      return this.readCri(line, at, stamp);
    return this.readTag(line, at, stamp, MAX_TOKENS) ?? bare(line.slice(at), stamp);
  }

  /** `host program[pid]: text`, with facility words, a forwarding host or a second stamp before the tag. */
  private readTag(line: string, from: number, stamp: Stamp | null, tokens: number): LogLine | null {
    let host: string | null = null;
    let at = from;
    for (let n = 0; n < tokens; n++) {
      const space = line.indexOf(" ", at);
      const end = space < 0 ? line.length : space;
      if (end - at > 255) return null;
      if (end > at && line.charCodeAt(end - 1) === 58) return this.tagged(line, at, end, stamp, host);
      if (space < 0) return null;
      const inner = n > 0 ? readStamp(line, at) : null;
      if (inner && stamp) {
        stamp = inner.hasYear || !stamp.hasYear ? inner : stamp;
        at = skipSpaces(line, inner.end);
        continue;
      }
      const token = line.slice(at, end);
      if (!FACILITY.test(token)) host = this.name(hostOf(token));
      at = skipSpaces(line, end);
    }
    return null;
  }

  private tagged(line: string, at: number, end: number, stamp: Stamp | null, host: string | null): LogLine {
    const tag = line.slice(at, end - 1);
    const bracket = tag.charCodeAt(tag.length - 1) === 93 ? tag.lastIndexOf("[") : -1;
    const program = this.name(bracket > 0 ? tag.slice(0, bracket) : tag);
    let text = skipSpaces(line, end);
    if (line.startsWith(SOLARIS_ID, text)) {
      const close = line.indexOf("] ", text);
      if (close > 0 && close - text < 40) text = close + 2;
    }
    return {
      stamp,
      host,
      program,
      pid: bracket > 0 ? pidOf(tag, bracket + 1) : null,
      text: line.slice(text),
    };
  }

  /** `STAMP HOST APP PROCID MSGID SD MSG` (RFC 5424 section 6). */
  private readRfc5424(line: string, from: number): LogLine {
    const fields: string[] = [];
    let at = from;
    while (fields.length < 5) {
      const space = line.indexOf(" ", at);
      if (space < 0) return bare(line.slice(from), null);
      fields.push(line.slice(at, space));
      at = space + 1;
    }
    const [stampText, host, program, procId] = fields as [string, string, string, string, string];
    let text = endOfStructuredData(line, at);
    if (line.charCodeAt(text) === 32) text++;
    if (line.startsWith("\xef\xbb\xbf", text)) text += 3;
    return {
      stamp: stampText === "-" ? null : readStamp(stampText, 0),
      host: host === "-" ? null : this.name(host),
      program: program === "-" ? "" : this.name(program),
      pid: /^\d{1,9}$/.test(procId) ? Number(procId) : null,
      text: line.slice(text),
    };
  }

  /** `STAMP stdout F text`, as container runtimes write it; the text may be a syslog line of its own. */
  private readCri(line: string, from: number, stamp: Stamp): LogLine {
    const flag = from + 7;
    const marked = line.charCodeAt(flag + 1) === 32 && (line[flag] === "F" || line[flag] === "P");
    return this.readInner(line.slice(marked ? flag + 2 : flag), stamp, null);
  }

  private readJson(line: string): LogLine {
    const entry: JsonEntry | null = readJsonLine(line);
    if (!entry) return bare(line, null);
    if (entry.program === null) return this.readInner(entry.text, entry.stamp, entry.host);
    return { ...entry, host: entry.host && this.name(entry.host), program: this.name(entry.program) };
  }

  private readInner(text: string, stamp: Stamp | null, host: string | null): LogLine {
    const inner = text.charCodeAt(0) === 123 ? bare(text, null) : this.read(text);
    return {
      ...inner,
      stamp: inner.stamp?.hasYear ? inner.stamp : (stamp ?? inner.stamp),
      host: inner.host ?? host,
    };
  }

  private stampAt(line: string, from: number): Stamp | null {
    const known = this.stampText;
    if (known !== "" && from === 0 && line.startsWith(known) && line.charCodeAt(known.length) === 32)
      return this.stamp;
    const stamp = readStamp(line, from);
    if (stamp && from === 0) {
      this.stampText = line.slice(0, stamp.end);
      this.stamp = stamp;
    }
    return stamp;
  }

  /** Keeps one copy of each host and program name, so that no name holds on to a whole line. */
  private name(text: string): string {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size > 10_000) this.names.clear();
    // No host's name is longer (RFC 1035 section 2.3.4); names that a database would make equal are one from here on.
    const copy = Buffer.from(text.slice(0, 255).replaceAll("\0", ""), "latin1").toString("latin1");
    this.names.set(text.length <= 255 ? text : copy, copy);
    return copy;
  }
}

function bare(text: string, stamp: Stamp | null): LogLine {
  return { stamp, host: null, program: "", pid: null, text };
}

function skipSpaces(line: string, at: number): number {
  while (line.charCodeAt(at) === 32) at++;
  return at;
}

/** The origin of `source@relay` and `relay/source`, as syslog-ng chains host names. */
function hostOf(token: string): string {
  const at = token.lastIndexOf("@");
  const last = token.lastIndexOf("/");
  return last >= 0 ? token.slice(last + 1) : token.slice(at + 1);
}

function pidOf(tag: string, from: number): number | null {
  let pid = 0;
  const end = tag.length - 1;
  if (end - from > 9 || end === from) return null;
  for (let i = from; i < end; i++) {
    const digit = tag.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return null;
    pid = pid * 10 + digit;
  }
  return pid;
}

function endOfStructuredData(line: string, at: number): number {
  if (line.charCodeAt(at) !== 91) return line.charCodeAt(at) === 45 ? at + 1 : at;
  let quoted = false;
  for (let i = at; i < line.length; i++) {
    const code = line.charCodeAt(i);
    if (quoted && code === 92) i++;
    else if (code === 34) quoted = !quoted;
    else if (code === 93 && !quoted && line.charCodeAt(i + 1) !== 91) return i + 1;
  }
  return line.length;
}
