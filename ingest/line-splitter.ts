const NEWLINE = 10;
const RETURN = 13;

/** Longer lines are cut here: no log line that this product reads comes near it. */
export const MAX_LINE = 1 << 20;

/** Cuts a stream of bytes into lines, as latin1 strings without their ending, each with its offset in the stream. */
export class LineSplitter {
  private rest: Buffer[] = [];
  private restLength = 0;
  private dropped = 0;

  /** `offset`: where in the stream the first byte to come lies. */
  constructor(
    public offset: number,
    private readonly onLine: (line: string, offset: number) => void,
  ) {}

  push(chunk: Buffer): void {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from);
      if (end < 0) break;
      if (this.restLength === 0) {
        this.emit(chunk, from, end);
        this.offset += end + 1 - from;
      } else this.finishRest(chunk, end);
      from = end + 1;
    }
    if (from < chunk.length) this.keep(from === 0 ? chunk : Buffer.from(chunk.subarray(from)));
  }

  /** The bytes after the last newline. */
  get pending(): number {
    return this.restLength + this.dropped;
  }

  /** Hands on what came after the last newline, without moving past it. */
  flush(): void {
    if (this.restLength > 0) this.emit(Buffer.concat(this.rest), 0, this.restLength);
  }

  private finishRest(chunk: Buffer, end: number): void {
    const whole = Buffer.concat([...this.rest, chunk.subarray(0, end)]);
    this.emit(whole, 0, whole.length);
    this.offset += whole.length + this.dropped + 1;
    this.rest = [];
    this.restLength = 0;
    this.dropped = 0;
  }

  private keep(bytes: Buffer): void {
    const room = MAX_LINE - this.restLength;
    if (room > 0) this.rest.push(Buffer.from(bytes.subarray(0, room)));
    this.restLength += Math.max(0, Math.min(room, bytes.length));
    this.dropped += Math.max(0, bytes.length - Math.max(0, room));
  }

  private emit(bytes: Buffer, from: number, to: number): void {
    const end = to > from && bytes[to - 1] === RETURN ? to - 1 : to;
    this.onLine(bytes.toString("latin1", from, Math.min(end, from + MAX_LINE)), this.offset);
  }
}
