import { constants } from "node:fs";
import { type FileHandle, lstat, open, stat } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";

/** How much of a packed log is unpacked for a page: bytes, and ms. */
export interface UnpackLimits {
  bytes: number;
  ms: number;
}

/** A part of a log's content, [from, to). */
export interface Span {
  from: number;
  to: number;
}

/** A log that is open; `packed` is gzip. */
export interface OpenLog {
  path: string;
  handle: FileHandle;
  packed: boolean;
}

const CHUNK = 1 << 16;

/** Opens a regular file for reading; a link is followed only where `follow` says so. Nothing else is waited for. */
export async function openLog(path: string, follow: boolean): Promise<OpenLog | "gone" | "unreadable"> {
  let handle: FileHandle | null = null;
  try {
    if (!(await (follow ? stat(path) : lstat(path))).isFile()) return "unreadable";
    // A pipe that took the file's place in between must not keep the page waiting.
    const flags = constants.O_RDONLY | constants.O_NONBLOCK | (follow ? 0 : constants.O_NOFOLLOW);
    handle = await open(path, flags);
    if (!(await handle.stat()).isFile()) throw new Error("no regular file");
    const magic = await readSpan(handle, { from: 0, to: 2 });
    return { path, handle, packed: magic[0] === 0x1f && magic[1] === 0x8b };
  } catch (error) {
    await handle?.close().catch(() => {});
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" || code === "ENOTDIR" ? "gone" : "unreadable";
  }
}

/** The first bytes of the content; fewer where it has no more, or is damaged. */
export async function headOf(log: OpenLog, length: number): Promise<Buffer> {
  if (!log.packed) return readSpan(log.handle, { from: 0, to: length });
  const [head] = await unpackSpans(log.handle, [{ from: 0, to: length }], { bytes: length, ms: 1000 });
  return head!.bytes;
}

/** What was read of a span; `fault` tells why it is not all that the log holds of it. */
export interface SpanBytes {
  bytes: Buffer;
  fault: "unreadable" | "tooFar" | null;
}

/** The bytes of spans, in their order. */
export async function readSpans(
  { handle, packed }: OpenLog,
  spans: readonly Span[],
  limits: UnpackLimits,
): Promise<SpanBytes[]> {
  if (packed) return unpackSpans(handle, spans, limits);
  return Promise.all(
    spans.map(async (span) => {
      try {
        return { bytes: await readSpan(handle, span), fault: null };
      } catch {
        return { bytes: Buffer.alloc(0), fault: "unreadable" as const };
      }
    }),
  );
}

async function readSpan(handle: FileHandle, { from, to }: Span): Promise<Buffer> {
  const buffer = Buffer.alloc(to - from);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, from + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return buffer.subarray(0, length);
}

/** Unpacks up to the end of the last span within the limits. */
async function unpackSpans(
  handle: FileHandle,
  spans: readonly Span[],
  limits: UnpackLimits,
): Promise<SpanBytes[]> {
  const parts: Buffer[][] = spans.map(() => []);
  const end = Math.max(...spans.map(({ to }) => to));
  const until = performance.now() + limits.ms;
  let at = 0;
  let fault = null as SpanBytes["fault"];
  try {
    await pipeline(
      chunksOf(handle),
      createGunzip({ chunkSize: 1 << 18 }),
      async (unpacked: AsyncIterable<Buffer>) => {
        for await (const chunk of unpacked) {
          spans.forEach(({ from, to }, n) => {
            const [start, stop] = [Math.max(0, from - at), Math.min(chunk.length, to - at)];
            if (start < stop) parts[n]!.push(Buffer.from(chunk.subarray(start, stop)));
          });
          at += chunk.length;
          if (at >= end) return;
          if (at >= limits.bytes || performance.now() > until) {
            fault = "tooFar";
            return;
          }
        }
      },
    );
  } catch {
    fault ??= "unreadable";
  }
  return spans.map(({ to }, n) => ({ bytes: Buffer.concat(parts[n]!), fault: at < to ? fault : null }));
}

async function* chunksOf(handle: FileHandle): AsyncGenerator<Buffer> {
  for (let at = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(CHUNK), 0, CHUNK, at);
    if (bytesRead === 0) return;
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
