import { Clock, type ClockOptions } from "@/lib/logs/clock";
import { LogReader, type ReaderOptions, type ReaderState } from "@/lib/logs/reader";
import type { Batch } from "./commit";
import type { LogParser } from "./log-import";
import type { RunMemory } from "./run-memory";

/** What a mail log's reader must remember between two batches. */
export interface SyslogState {
  clock: string;
  reader: ReaderState;
  continuations: [string, string][];
  hosts: Record<string, unknown>;
}

/** Reads the lines of a mail log. */
export class SyslogParser implements LogParser {
  readonly kind = "syslog";
  private readonly clock: Clock;
  private readonly reader: LogReader;

  constructor(
    options: Omit<ReaderOptions, "clock">,
    clock: ClockOptions,
    private readonly memory: RunMemory,
    saved: SyslogState | null,
  ) {
    this.clock = new Clock(clock, saved?.clock ?? null);
    this.reader = new LogReader({ ...options, clock: this.clock }, saved?.reader ?? null);
    if (saved === null) return;
    memory.continuations.adopt(saved.continuations);
    memory.joiner.adopt(saved.hosts);
  }

  prime(lines: readonly string[]): void {
    this.reader.prime(lines);
  }

  read(line: string, offset: number): void {
    this.reader.read(line, offset);
  }

  get pending(): number {
    return this.reader.entries.length;
  }

  take(): Omit<Batch, "row"> {
    const { entries, samples, firstTime, lastTime } = this.reader;
    const counts = new Map(this.reader.counts);
    this.reader.entries = [];
    this.reader.samples = [];
    this.reader.counts.clear();
    return { entries, blocks: [], loneLines: [], counts, samples, firstTime, lastTime };
  }

  state(): SyslogState {
    return {
      clock: this.clock.state(),
      reader: this.reader.state(),
      continuations: this.memory.continuations.state(),
      hosts: this.memory.joiner.state(),
    };
  }
}
