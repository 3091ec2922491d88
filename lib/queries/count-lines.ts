import { constants, createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { isAbsolute } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** How many lines a file has by its own newlines. */
export type LineCount =
  /** `withNul`: some line holds NUL bytes, which part it for the reader. */
  | { kind: "counted"; newlines: number; withNul: boolean }
  /** Counting would take longer or read more than is granted. */
  | { kind: "tooMuch" }
  /** The file ends before the place it was read to. */
  | { kind: "short" }
  | { kind: "unreadable" };

/** What counting may cost: bytes of content, and ms. */
export interface CountLimits {
  bytes: number;
  ms: number;
}

const LIMITS: CountLimits = { bytes: 2 * 1024 ** 3, ms: 20_000 };

/** Counts the newlines in the first `position` bytes of a log, of a packed one in its content. Never throws. */
export async function countLines(path: string, position: number, limits = LIMITS): Promise<LineCount> {
  if (position > limits.bytes) return { kind: "tooMuch" };
  const deadline = performance.now() + limits.ms;
  let content: Readable | null = null;
  try {
    content = await contentOf(path);
    if (content === null) return { kind: "unreadable" };
    let left = position;
    let newlines = 0;
    let withNul = false;
    for await (const chunk of content as AsyncIterable<Buffer>) {
      const part = chunk.subarray(0, left);
      newlines += newlinesIn(part);
      withNul ||= part.includes(0);
      left -= part.length;
      if (left === 0) break;
      if (performance.now() > deadline) return { kind: "tooMuch" };
    }
    return left === 0 ? { kind: "counted", newlines, withNul } : { kind: "short" };
  } catch {
    return { kind: "unreadable" };
  } finally {
    content?.destroy();
  }
}

/** The bytes of a regular file, unpacked where they are gzip; null where it is none. */
async function contentOf(path: string): Promise<Readable | null> {
  if (!isAbsolute(path)) return null;
  const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  if (!(await file.stat()).isFile()) {
    await file.close();
    return null;
  }
  const magic = Buffer.alloc(2);
  await file.read(magic, 0, 2, 0);
  const bytes = createReadStream(path, { fd: file, start: 0, highWaterMark: 1 << 18 });
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return bytes;
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  bytes.on("error", (error) => gunzip.destroy(error));
  gunzip.on("close", () => bytes.destroy());
  return bytes.pipe(gunzip);
}

function newlinesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count++;
  return count;
}
