import { constants, createReadStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { isAbsolute } from "node:path";
import { createGunzip } from "node:zlib";
import { fingerprint } from "@/lib/store/fingerprint";
import type { LogSource } from "./log-sources";

/** What stands at a log's path now, on this machine; sizes in bytes, times in epoch ms. */
export type FileState =
  /** The same log; `unread` is null where it is packed: its size says nothing of its content. */
  | { kind: "same"; size: number; changedAt: number; unread: number | null }
  /** Another log, or this one cut and begun anew. */
  | { kind: "replaced"; size: number; changedAt: number }
  | { kind: "gone" }
  | { kind: "unreadable" }
  /** Something that is no regular file and is not opened. */
  | { kind: "special" }
  /** It was read from standard input. */
  | { kind: "pipe" }
  /** The path was given without its folder, which nobody knows any more. */
  | { kind: "relative" };

type Recorded = Pick<LogSource, "path" | "headHash" | "headLength" | "position" | "partial">;

/** So many packed bytes hold the beginning that a log is known by. */
const PACKED_HEAD = 1 << 16;

/** Looks at the recorded path, and at nothing else. Never throws. */
export async function fileState(log: Recorded): Promise<FileState> {
  if (log.path === "-") return { kind: "pipe" };
  if (!isAbsolute(log.path)) return { kind: "relative" };
  let file: FileHandle | null = null;
  try {
    const found = await stat(log.path);
    // To open a pipe would wait for its writer.
    if (!found.isFile()) return { kind: found.isFIFO() ? "pipe" : "special" };
    file = await open(log.path, constants.O_RDONLY | constants.O_NONBLOCK);
    const opened = await file.stat();
    if (!opened.isFile()) return { kind: "special" };
    return await stateOf(log, file, opened.size, opened.mtimeMs);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: code === "ENOENT" || code === "ENOTDIR" ? "gone" : "unreadable" };
  } finally {
    await file?.close().catch(() => {});
  }
}

async function stateOf(log: Recorded, file: FileHandle, size: number, changedAt: number): Promise<FileState> {
  const head = Buffer.alloc(Math.max(2, log.headLength));
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  const isPacked = bytesRead >= 2 && head[0] === 0x1f && head[1] === 0x8b;
  const start = isPacked
    ? await unpackedHead(log.path, log.headLength)
    : head.subarray(0, Math.min(bytesRead, log.headLength));
  const isSame = start.length === log.headLength && fingerprint(start) === log.headHash;
  if (!isSame || (!isPacked && size < log.position)) return { kind: "replaced", size, changedAt };
  const unread = isPacked ? null : Math.max(0, size - log.position - log.partial);
  return { kind: "same", size, changedAt, unread };
}

async function unpackedHead(path: string, length: number): Promise<Buffer> {
  const packed = createReadStream(path, { end: PACKED_HEAD - 1 });
  const gunzip = createGunzip();
  packed.on("error", (error) => gunzip.destroy(error));
  const parts: Buffer[] = [];
  try {
    for await (const part of packed.pipe(gunzip) as AsyncIterable<Buffer>) {
      parts.push(part);
      if (parts.reduce((sum, { length }) => sum + length, 0) >= length) break;
    }
  } catch {
    // What came before the damage, or before the end of what is read here, may be enough.
  } finally {
    packed.destroy();
  }
  return Buffer.concat(parts).subarray(0, length);
}
