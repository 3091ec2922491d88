import { existsSync, openSync, readSync } from "node:fs";
import { PerformanceObserver } from "node:perf_hooks";

/** What was worked between two turns of the event loop: `ms` of CPU, of which `gc` ms stood by the clock for the collector; `at` says in what. */
export interface Slice {
  ms: number;
  gc: number;
  at: string;
  from: number;
  to: number;
}

/** Watches, until it is ended, how much is worked between two turns of the event loop. */
export class SliceWatch {
  /** What is worked on now. */
  at = "";
  private readonly slices: Slice[] = [];
  private readonly collections: { startTime: number; duration: number }[] = [];
  private readonly observer = new PerformanceObserver((list) => this.collections.push(...list.getEntries()));
  private before = mainThreadMs();
  private since = performance.now();
  private isOver = false;

  constructor() {
    this.observer.observe({ entryTypes: ["gc"] });
    this.look();
  }

  /** All slices, the longest last. */
  async end(): Promise<Slice[]> {
    this.isOver = true;
    await new Promise((resolve) => setTimeout(resolve, 50));
    this.observer.disconnect();
    for (const { startTime, duration } of this.collections) {
      const slice = this.slices.find(({ from, to }) => startTime >= from && startTime < to);
      if (slice) slice.gc += duration;
    }
    return this.slices.sort((a, b) => a.ms - b.ms);
  }

  private look(): void {
    const [now, ms] = [performance.now(), mainThreadMs()];
    this.slices.push({ ms: ms - this.before, gc: 0, at: this.at, from: this.since, to: now });
    this.before = ms;
    this.since = now;
    // A timer that is due has its turn in each round of the loop; an immediate would keep it going round while nothing is done.
    if (!this.isOver) setTimeout(() => this.look(), 1);
  }
}

const OWN = `/proc/self/task/${process.pid}/schedstat`;
const ownFile = existsSync(OWN) ? openSync(OWN, "r") : null;
const buffer = Buffer.alloc(80);

/** CPU of the main thread, ms, for that is what others wait for; where the system does not tell, of the process with the collector's threads. */
function mainThreadMs(): number {
  if (ownFile === null) {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
  return Number(buffer.toString("latin1", 0, readSync(ownFile, buffer, 0, 80, 0)).split(" ")[0]) / 1e6;
}
