import type { SyslogLine } from "./syslog-line";

/** Lines of several open transactions, given out in the order of their times (a heap; equal times as they came). */
export class LineQueue {
  private readonly heap: { line: SyslogLine; order: number }[] = [];
  private count = 0;

  push(line: SyslogLine): void {
    const entry = { line, order: this.count++ };
    let at = this.heap.push(entry) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!isBefore(entry, this.heap[above]!)) break;
      this.heap[at] = this.heap[above]!;
      at = above;
    }
    this.heap[at] = entry;
  }

  /** The earliest line if it is not later than `time`; null else. */
  takeUntil(time: number): SyslogLine | null {
    const first = this.heap[0];
    if (first === undefined || first.line.time > time) return null;
    const last = this.heap.pop()!;
    if (this.heap.length > 0) this.sink(last);
    return first.line;
  }

  private sink(entry: { line: SyslogLine; order: number }): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++;
      if (!isBefore(heap[below]!, entry)) break;
      heap[at] = heap[below]!;
      at = below;
    }
    heap[at] = entry;
  }
}

function isBefore(a: { line: SyslogLine; order: number }, b: { line: SyslogLine; order: number }): boolean {
  return a.line.time === b.line.time ? a.order < b.order : a.line.time < b.line.time;
}
