import { type ProcmailBlock, ProcmailReader } from "@/lib/logs/procmail";
import type { FateCounts } from "@/lib/logs/reader";
import type { Zone } from "@/lib/logs/zone";
import { instantOf } from "@/lib/queries/calendar";
import type { Batch } from "./commit";
import type { LogParser } from "./log-import";

/** Reads the lines of procmail's log. */
export class ProcmailParser implements LogParser {
  readonly kind = "procmail";
  private readonly reader: ProcmailReader;
  private counts: FateCounts = { matched: 0, ignored: 0, unknown: 0 };
  private samples: Batch["samples"] = [];
  private lines = 0;

  /** Its times name no zone: `zone` is that of the clock that most likely wrote them. */
  constructor(
    saved: unknown,
    private readonly zone: Zone,
  ) {
    this.reader = new ProcmailReader(typeof saved === "string" ? saved : undefined);
  }

  read(line: string, offset: number): void {
    const fate = this.reader.push(line, offset);
    this.counts[fate]++;
    this.lines++;
    if (fate === "unknown" && this.samples.length < 20)
      this.samples.push({ program: "procmail", offset, text: line.slice(0, 500) });
  }

  get pending(): number {
    return this.lines;
  }

  take(final: boolean): Omit<Batch, "row"> {
    const blocks: ProcmailBlock[] = [...this.reader.take(), ...(final ? this.reader.flush() : [])];
    const loneLines = [...this.reader.takeLines(), ...(final ? this.reader.flushLines() : [])];
    const times = blocks.flatMap(({ time }) => (time === null ? [] : [instantOf(time, this.zone)]));
    const batch = {
      entries: [],
      blocks,
      loneLines,
      counts: new Map([["procmail", this.counts]]),
      samples: this.samples,
      firstTime: times[0] ?? null,
      lastTime: times.at(-1) ?? null,
    };
    this.counts = { matched: 0, ignored: 0, unknown: 0 };
    this.samples = [];
    this.lines = 0;
    return batch;
  }

  state(): string {
    return this.reader.state();
  }
}
