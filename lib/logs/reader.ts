import type { Clock, LineTime } from "./clock";
import { contradictsQueueId } from "./clock";
import type { Continuations } from "./continuation";
import type { Fact, LineFate } from "./fact";
import { hash53 } from "./hash";
import type { LineRef } from "./join";
import { JournalExportReader, type JournalState } from "./journal-export";
import { grammarOf } from "./programs";
import { queueIdEnd } from "./queue-id";
import { EnvelopeReader, type LogLine } from "./syslog";

/** One fact with its place: which message of which host, stated when and where. */
export interface Entry {
  host: string;
  pid: number | null;
  /** Queue id, or "~…" for an event without one; null where the fact belongs to no message by itself. */
  queueId: string | null;
  fact: Fact;
  at: LineRef;
  /** The line's stamp contradicts the queue id. */
  mismatch: boolean;
}

export interface FateCounts {
  matched: number;
  ignored: number;
  unknown: number;
}

export interface UnknownSample {
  program: string;
  offset: number;
  text: string;
}

export interface ReaderOptions {
  fileId: number;
  clock: Clock;
  /** Stands in where lines name no host. */
  defaultHost: string;
  continuations: Continuations;
  /** The file is an export of the journal (`journalctl -o export`). */
  journalExport: boolean;
}

export interface ReaderState {
  second: number;
  ordinals: [number, number][];
  lastText: string;
  journal: JournalState | null;
}

const MAX_PROGRAMS = 300;
const MAX_SAMPLES = 20;
const SAMPLE_LENGTH = 500;
const REPEATED = /^message repeated (\d{1,6}) times: \[ (.*)\]$/s;
const LAST_REPEATED = /(?:^|^\S{1,255} )last message repeated (\d{1,6}) times?$/;
const MAX_REPEATS = 1000;

/** Turns the lines of one log into entries, and counts what it understood; lines are latin1 without newline. */
export class LogReader {
  entries: Entry[] = [];
  readonly counts = new Map<string, FateCounts>();
  samples: UnknownSample[] = [];
  firstTime: number | null = null;
  lastTime: number | null = null;

  private readonly envelopes = new EnvelopeReader();
  private readonly journal: JournalExportReader | null;
  private readonly filePrefix: string;
  private line: LogLine = { stamp: null, host: null, program: "", pid: null, text: "" };
  private lastText = "";
  private at: LineRef = { time: 0, offset: 0, line: "" };
  private host = "";
  private second = -1;
  private ordinals = new Map<number, number>();

  constructor(
    private readonly options: ReaderOptions,
    saved: ReaderState | null = null,
  ) {
    this.filePrefix = `${options.fileId.toString(36)}:`;
    this.journal = options.journalExport ? new JournalExportReader(saved?.journal ?? undefined) : null;
    if (saved === null) return;
    this.second = saved.second;
    this.ordinals = new Map(saved.ordinals);
    this.lastText = saved.lastText;
  }

  /** What must be remembered between two lines, as JSON takes it. */
  state(): ReaderState {
    const journal = this.journal?.state() ?? null;
    return {
      second: this.second,
      ordinals: [...this.ordinals],
      lastText: this.lastText.slice(0, 4096),
      journal,
    };
  }

  /** Learns the zone of the stamps from the first lines, before any of them is read for good. */
  prime(lines: readonly string[]): void {
    const envelopes = new EnvelopeReader();
    for (const text of lines) this.learn(envelopes.read(text));
  }

  /** Reads one line that starts at byte `offset` of the log. */
  read(text: string, offset: number): void {
    if (this.journal) {
      const entry = this.journal.push(text);
      if (entry) this.readLine({ ...entry, program: entry.program ?? "" }, offset);
      else this.count("", "ignored", offset);
      return;
    }
    // A crash leaves runs of NUL where lines were not yet written: what stands on either side is a line.
    if (!text.includes("\0")) return this.readLine(this.envelopes.read(text), offset);
    const pieces = text.split("\0").filter((piece) => piece !== "");
    for (const piece of pieces.length > 0 ? pieces : [""]) this.readLine(this.envelopes.read(piece), offset);
  }

  private readLine(line: LogLine, offset: number): void {
    this.line = line;
    this.learn(line);
    const time = this.options.clock.read(line.stamp, yearlessQueueId(line));
    if (time === null) return this.count("", line.text.trim() === "" ? "ignored" : "unknown", offset);
    this.place(time, offset);
    const repeated = LAST_REPEATED.exec(line.text);
    if (repeated && line.program.length < 10)
      return this.repeat(Number(repeated[1]), this.lastText, offset, "ignored");
    const bracketed = line.text.startsWith("message repeated ") ? REPEATED.exec(line.text) : null;
    if (bracketed) return this.repeat(Number(bracketed[1]), bracketed[2]!, offset, null);
    this.lastText = line.text;
    this.count(line.program, this.understand(line.text), offset);
  }

  private place({ time, offset }: LineTime, position: number): void {
    this.at = { time, offset, line: this.filePrefix + position.toString(36) };
    this.host = this.line.host ?? this.options.defaultHost;
    this.firstTime ??= time;
    this.lastTime = time;
    const second = Math.floor(time / 1000);
    if (second === this.second) return;
    this.second = second;
    this.ordinals.clear();
  }

  private repeat(times: number, text: string, offset: number, fate: LineFate | null): void {
    let last: LineFate = "ignored";
    for (let n = Math.min(times, MAX_REPEATS); n > 0; n--) last = this.understand(text);
    this.count(this.line.program, fate ?? last, offset);
  }

  private understand(text: string): LineFate {
    const { program, pid } = this.line;
    if (program === "") return text.trim() === "" ? "ignored" : "unknown";
    const whole = this.options.continuations.push(`${this.host} ${pid}`, text);
    return whole === null ? "matched" : grammarOf(program)(whole, this.emit);
  }

  private readonly emit = (fact: Fact): void => {
    const named = fact.kind === "filterSeen" ? null : fact.queueId;
    const queueId = named ?? (fact.kind === "refusal" ? this.syntheticId(fact) : null);
    const mismatch = fact.kind === "envelope" && contradictsQueueId(this.at.time, fact.queueId);
    this.entries.push({ host: this.host, pid: this.line.pid, queueId, fact, at: this.at, mismatch });
  };

  /** Names an event without queue id by its second, its text, and its place among equal ones of that second. */
  private syntheticId(fact: Fact): string {
    const hash = hash53(`${this.second} ${this.line.program} ${JSON.stringify(fact)}`);
    const ordinal = this.ordinals.get(hash) ?? 0;
    this.ordinals.set(hash, ordinal + 1);
    return `~${hash.toString(36)}.${ordinal}`;
  }

  private learn(line: LogLine): void {
    if (!line.stamp || line.stamp.offset !== null) return;
    const end = queueIdEnd(line.text);
    if (end > 0 && line.text.startsWith(": from=", end))
      this.options.clock.learn(line.stamp, line.text.slice(0, end));
  }

  private count(program: string, fate: LineFate, offset: number): void {
    let counts = this.counts.get(program);
    if (!counts) {
      const name = this.counts.size < MAX_PROGRAMS ? program.slice(0, 64) : "…";
      counts = this.counts.get(name) ?? { matched: 0, ignored: 0, unknown: 0 };
      this.counts.set(name, counts);
    }
    counts[fate]++;
    if (fate !== "unknown" || counts.unknown > MAX_SAMPLES) return;
    this.samples.push({
      program: program.slice(0, 64),
      offset,
      text: this.line.text.slice(0, SAMPLE_LENGTH),
    });
  }
}

function yearlessQueueId(line: LogLine): string | null {
  if (!line.stamp || line.stamp.hasYear) return null;
  const end = queueIdEnd(line.text);
  return end < 0 ? null : line.text.slice(0, end);
}
