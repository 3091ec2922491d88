import { fingerprint } from "@/lib/store/fingerprint";
import type { LogFileRow } from "@/lib/store/log-files";
import type { Source } from "./source";

const TAIL_LENGTH = 1024;
const KEPT = TAIL_LENGTH + (1 << 20) + 4096;

/** Keeps the last bytes that went by, so that the place where reading stopped can be known again. */
export class Tail {
  private chunks: Buffer[] = [];
  private length = 0;

  push(chunk: Buffer): void {
    const part = Buffer.from(chunk.subarray(Math.max(0, chunk.length - KEPT)));
    this.chunks.push(part);
    this.length += part.length;
    while (this.chunks.length > 1 && this.length - this.chunks[0]!.length >= KEPT)
      this.length -= this.chunks.shift()!.length;
  }

  /** The hash of the bytes before the last `unread` ones. */
  hash(unread = 0): string {
    const bytes = Buffer.concat(this.chunks);
    const end = Math.max(0, bytes.length - unread);
    return fingerprint(bytes.subarray(Math.max(0, end - TAIL_LENGTH), end));
  }
}

/** The tail of what lies before `position`; null where the log is shorter. */
export async function tailAt(source: Source, position: number): Promise<Tail | null> {
  const tail = new Tail();
  const from = source.closed ? 0 : Math.max(0, position - TAIL_LENGTH);
  let left = position - from;
  if (left === 0) return tail;
  for await (const chunk of source.chunks(from)) {
    const part = chunk.subarray(0, left);
    tail.push(part);
    left -= part.length;
    if (left === 0) return tail;
  }
  return null;
}

/**
 * Finds the log among those already read, whatever it is called now: same beginning, and the same bytes before the
 * position that was reached. The one read furthest wins.
 */
export async function findLogFile(
  source: Source,
  head: Buffer,
  rows: LogFileRow[],
): Promise<LogFileRow | null> {
  if (head.length === 0) return null;
  const hashes = new Map<number, string>();
  const hashOf = (length: number) => {
    const hash = hashes.get(length) ?? fingerprint(head.subarray(0, length));
    hashes.set(length, hash);
    return hash;
  };
  const alike = rows
    .filter(
      (row) => row.headLength > 0 && row.headLength <= head.length && hashOf(row.headLength) === row.headHash,
    )
    .sort((a, b) => b.position - a.position);
  for (const row of alike) {
    if (!source.closed && source.size !== null && source.size < row.position) continue;
    const tail = await tailAt(source, row.position);
    if (tail?.hash() === row.tailHash) return row;
  }
  return null;
}
