import { closeSync, createReadStream, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

const CHUNK = 1 << 20;
/** So much of a log's beginning tells it from others. */
export const HEAD_LENGTH = 1024;

/** A log that cannot be read; the message is one sentence for its reader. */
export class SourceFault extends Error {}

/** A log as a stream of bytes that can be read from any position. */
export interface Source {
  readonly path: string;
  /** Bytes, of the file itself; null where it is not known (a pipe). */
  readonly size: number | null;
  /** Epoch ms of the last change. */
  readonly mtime: number;
  /** The content cannot grow while it is read: what stands after the last newline is a whole line. */
  readonly closed: boolean;
  /** The first bytes, up to HEAD_LENGTH. */
  head(): Promise<Buffer>;
  /** The content from a position on, up to where it ends now. Buffers are overwritten by the next one. */
  chunks(from: number): AsyncIterable<Buffer>;
  close(): void;
}

const REASONS: Record<string, string> = {
  ENOENT: "does not exist: check the name",
  EACCES: "may not be read by this user: run whyspf as a user who may (group adm or root)",
  EPERM: "may not be read by this user: run whyspf as a user who may (group adm or root)",
  EISDIR: "is a directory: name the log files in it",
  EIO: "cannot be read from its disk (input/output error)",
};

/** One sentence for what the system says of a file. */
export function faultOf(path: string, error: unknown): SourceFault {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return new SourceFault(
    `${path} ${REASONS[code] ?? `cannot be read (${code || (error as Error).message})`}.`,
  );
}

class PlainFile implements Source {
  readonly closed = false;

  constructor(
    readonly path: string,
    private readonly fd: number,
    readonly stats: Stats,
  ) {}

  get size(): number {
    return fstatSync(this.fd).size;
  }

  get mtime(): number {
    return fstatSync(this.fd).mtimeMs;
  }

  async head(): Promise<Buffer> {
    return readAt(this.path, this.fd, 0, HEAD_LENGTH);
  }

  async *chunks(from: number): AsyncIterable<Buffer> {
    const buffer = Buffer.allocUnsafe(CHUNK);
    for (let at = from; ; ) {
      const length = read(this.path, this.fd, buffer, at);
      if (length === 0) return;
      at += length;
      yield buffer.subarray(0, length);
    }
  }

  close(): void {
    closeSync(this.fd);
  }
}

function read(path: string, fd: number, buffer: Buffer, at: number): number {
  try {
    return readSync(fd, buffer, 0, buffer.length, at);
  } catch (error) {
    throw faultOf(path, error);
  }
}

function readAt(path: string, fd: number, at: number, length: number): Buffer {
  const buffer = Buffer.alloc(length);
  return buffer.subarray(0, read(path, fd, buffer, at));
}

class GzipFile implements Source {
  readonly closed = true;

  constructor(
    readonly path: string,
    readonly size: number,
    readonly mtime: number,
  ) {}

  async head(): Promise<Buffer> {
    let head = Buffer.alloc(0);
    for await (const chunk of this.chunks(0)) {
      head = Buffer.concat([head, chunk.subarray(0, HEAD_LENGTH)]);
      if (head.length >= HEAD_LENGTH) break;
    }
    return head.subarray(0, HEAD_LENGTH);
  }

  async *chunks(from: number): AsyncIterable<Buffer> {
    const gunzip = createGunzip({ chunkSize: 1 << 18 });
    const stream = pipeline(createReadStream(this.path, { highWaterMark: 1 << 18 }), gunzip, () => {});
    let skip = from;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        if (skip >= chunk.length) skip -= chunk.length;
        else {
          yield chunk.subarray(skip);
          skip = 0;
        }
      }
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "";
      if (!code.startsWith("Z_")) throw faultOf(this.path, error);
      throw new SourceFault(`${this.path} is a damaged gzip file: everything before the damage was read.`);
    }
  }

  close(): void {}
}

/** Standard input, read once from its beginning. */
export class StandardInput implements Source {
  readonly path = "-";
  readonly size = null;
  readonly closed = true;
  private first: Buffer[] = [];

  constructor(
    private readonly input: AsyncIterable<Buffer>,
    readonly mtime: number,
  ) {}

  private readonly iterator = (): AsyncIterator<Buffer> => {
    this.shared ??= this.input[Symbol.asyncIterator]();
    return this.shared;
  };
  private shared: AsyncIterator<Buffer> | null = null;

  async head(): Promise<Buffer> {
    const iterator = this.iterator();
    let length = 0;
    while (length < HEAD_LENGTH) {
      const next = await iterator.next();
      if (next.done) break;
      this.first.push(next.value);
      length += next.value.length;
    }
    return Buffer.concat(this.first).subarray(0, HEAD_LENGTH);
  }

  async *chunks(from: number): AsyncIterable<Buffer> {
    let skip = from;
    const iterator = this.iterator();
    for (;;) {
      const chunk = this.first.shift() ?? (await iterator.next()).value;
      if (chunk === undefined) return;
      if (skip >= chunk.length) skip -= chunk.length;
      else {
        yield chunk.subarray(skip);
        skip = 0;
      }
    }
  }

  close(): void {}
}

const PACKED: [number[], string][] = [
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], "xz"],
  [[0x42, 0x5a, 0x68], "bzip2"],
  [[0x28, 0xb5, 0x2f, 0xfd], "zstd"],
  [[0x50, 0x4b, 0x03, 0x04], "zip"],
];

/** Opens a log file, plain or gzip by its content. Throws SourceFault. */
export async function openSource(path: string): Promise<Source> {
  let fd: number;
  try {
    if (statSync(path).isDirectory()) throw Object.assign(new Error(), { code: "EISDIR" });
    fd = openSync(path, "r");
  } catch (error) {
    throw faultOf(path, error);
  }
  const stats = fstatSync(fd);
  if (!stats.isFile()) {
    closeSync(fd);
    if (stats.isFIFO()) return new StandardInput(createReadStream(path) as AsyncIterable<Buffer>, Date.now());
    throw new SourceFault(`${path} is no regular file: name a log file, or - for standard input.`);
  }
  const magic = readAt(path, fd, 0, 6);
  const packed = PACKED.find(([bytes]) => bytes.every((byte, i) => magic[i] === byte));
  if (packed) {
    closeSync(fd);
    throw new SourceFault(
      `${path} is packed with ${packed[1]}: unpack it and pipe it in (… | whyspf import -).`,
    );
  }
  if (magic[0] !== 0x1f || magic[1] !== 0x8b) return new PlainFile(path, fd, stats);
  closeSync(fd);
  return new GzipFile(path, stats.size, stats.mtimeMs);
}
