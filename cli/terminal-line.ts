const EVERY = 200;

/** A line on a terminal that is written over again and again; nothing where there is no terminal. */
export class TerminalLine {
  private drawn = 0;

  constructor(
    private readonly terminal: NodeJS.WritableStream & { isTTY?: boolean },
    private readonly now: () => number = Date.now,
  ) {}

  /** Shows a text of one line, not more often than one can read. */
  show(text: string): void {
    const now = this.now();
    if (!this.terminal.isTTY || now - this.drawn < EVERY) return;
    this.drawn = now;
    this.terminal.write(`\r\x1b[K${text}`);
  }

  clear(): void {
    if (this.terminal.isTTY && this.drawn > 0) this.terminal.write("\r\x1b[K");
  }
}
