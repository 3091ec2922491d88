import type { ImportProgress } from "@/ingest/import-logs";

const EVERY = 200;
const BAR = 24;

/** A line on a terminal that tells how far an import is: share, rate, time left. */
export class Progress {
  private drawn = 0;
  private file = "";
  private startedAt = 0;
  private startedFrom = 0;

  constructor(
    private readonly terminal: NodeJS.WritableStream & { isTTY?: boolean },
    private readonly now: () => number = Date.now,
  ) {}

  readonly show = ({ file, bytes, size }: ImportProgress): void => {
    if (!this.terminal.isTTY) return;
    const now = this.now();
    if (file !== this.file) [this.file, this.startedAt, this.startedFrom] = [file, now, bytes];
    if (now - this.drawn < EVERY) return;
    this.drawn = now;
    const seconds = Math.max(0.1, (now - this.startedAt) / 1000);
    const rate = (bytes - this.startedFrom) / seconds;
    this.terminal.write(`\r\x1b[K${line(file, bytes, size, rate)}`);
  };

  clear(): void {
    if (this.terminal.isTTY && this.drawn > 0) this.terminal.write("\r\x1b[K");
  }
}

function line(file: string, bytes: number, size: number | null, rate: number): string {
  const speed = `${megabytes(bytes)} MB  ${megabytes(rate)} MB/s`;
  const name = file.length > 30 ? `…${file.slice(-29)}` : file;
  // The size of a packed log is not that of its content.
  if (size === null || bytes > size) return `${name}  ${speed}`;
  const share = size === 0 ? 1 : bytes / size;
  const full = Math.round(share * BAR);
  const left = rate > 0 ? `  ${duration((size - bytes) / rate)} left` : "";
  return `${name}  [${"=".repeat(full)}${" ".repeat(BAR - full)}] ${Math.floor(share * 100)} %  ${speed}${left}`;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
