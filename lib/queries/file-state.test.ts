import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { fingerprint } from "@/lib/store/fingerprint";
import { countLines } from "./count-lines";
import { fileState } from "./file-state";

const root = mkdtempSync(join(tmpdir(), "whyspf-files-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const TEXT = Buffer.from("Nov 24 12:00:00 mx1 sendmail[1]: one\n".repeat(60));
let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(root, "t-")), "maillog");
});

function recorded(content = TEXT, changes: Partial<Parameters<typeof fileState>[0]> = {}) {
  const head = content.subarray(0, 1024);
  const known = { headHash: fingerprint(head), headLength: head.length };
  return { path, ...known, position: content.length, partial: 0, ...changes };
}

describe("a log's file", () => {
  test("that did not change has nothing unread", async () => {
    writeFileSync(path, TEXT);
    expect(await fileState(recorded())).toMatchObject({ kind: "same", size: TEXT.length, unread: 0 });
  });

  test("that grew has the rest unread, but for what was read of its last line", async () => {
    writeFileSync(path, TEXT);
    appendFileSync(path, "half a line");
    expect(await fileState(recorded())).toMatchObject({ kind: "same", unread: 11 });
    expect(await fileState(recorded(TEXT, { partial: 11 }))).toMatchObject({ kind: "same", unread: 0 });
  });

  test("that was rotated, cut, or begun anew is another one", async () => {
    writeFileSync(path, "Nov 25 00:00:00 mx1 sendmail[1]: another\n".repeat(90));
    expect(await fileState(recorded())).toMatchObject({ kind: "replaced" });
    writeFileSync(path, TEXT);
    truncateSync(path, 1500);
    expect(await fileState(recorded())).toMatchObject({ kind: "replaced", size: 1500 });
    truncateSync(path, 0);
    expect(await fileState(recorded())).toMatchObject({ kind: "replaced", size: 0 });
  });

  test("that is packed is known by its content", async () => {
    const long = Buffer.concat(Array.from({ length: 3000 }, (_, n) => Buffer.from(`${n} ${Math.sin(n)}\n`)));
    writeFileSync(path, gzipSync(long));
    expect(await fileState(recorded(long))).toMatchObject({ kind: "same", unread: null });
    expect(await fileState(recorded())).toMatchObject({ kind: "replaced" });
    writeFileSync(path, gzipSync(TEXT).subarray(0, 20));
    expect(await fileState(recorded())).toMatchObject({ kind: "replaced" });
  });

  test("that is gone is gone", async () => {
    expect(await fileState(recorded())).toEqual({ kind: "gone" });
    expect(await fileState(recorded(TEXT, { path: join(path, "below") }))).toEqual({ kind: "gone" });
  });

  test("that nobody can read is said to be so", async () => {
    symlinkSync(path, path);
    expect(await fileState(recorded())).toEqual({ kind: "unreadable" });
    expect(await fileState(recorded(TEXT, { path: `/tmp/\0` }))).toEqual({ kind: "unreadable" });
  });

  test.runIf(process.getuid?.() !== 0)("that this user may not read is unreadable", async () => {
    writeFileSync(path, TEXT);
    chmodSync(path, 0);
    expect(await fileState(recorded())).toEqual({ kind: "unreadable" });
  });

  test("that is a pipe, a directory or a device is not opened", async () => {
    execFileSync("mkfifo", [path]);
    expect(await fileState(recorded())).toEqual({ kind: "pipe" });
    expect(await fileState(recorded(TEXT, { path: "-" }))).toEqual({ kind: "pipe" });
    const folder = `${path}.d`;
    mkdirSync(folder);
    expect(await fileState(recorded(TEXT, { path: folder }))).toEqual({ kind: "special" });
    expect(await fileState(recorded(TEXT, { path: "/dev/null" }))).toEqual({ kind: "special" });
    expect(await fileState(recorded(TEXT, { path: "maillog" }))).toEqual({ kind: "relative" });
  });
});

describe("the lines of a file", () => {
  test("are counted up to a position, packed or not", async () => {
    writeFileSync(path, TEXT);
    expect(await countLines(path, TEXT.length)).toEqual({ kind: "counted", newlines: 60, withNul: false });
    expect(await countLines(path, 40)).toEqual({ kind: "counted", newlines: 1, withNul: false });
    expect(await countLines(path, 0)).toEqual({ kind: "counted", newlines: 0, withNul: false });
    writeFileSync(path, gzipSync(TEXT));
    expect(await countLines(path, TEXT.length)).toEqual({ kind: "counted", newlines: 60, withNul: false });
  });

  test("are many in a large file", async () => {
    writeFileSync(path, Buffer.alloc(3_000_000, "0123456\n"));
    expect(await countLines(path, 2_999_999)).toMatchObject({ newlines: 374_999 });
  });

  test("with NUL bytes are told of", async () => {
    writeFileSync(path, "one\0\0two\n");
    expect(await countLines(path, 9)).toEqual({ kind: "counted", newlines: 1, withNul: true });
  });

  test("are not counted beyond what is granted, nor where there is no such file", async () => {
    writeFileSync(path, TEXT);
    expect(await countLines(path, TEXT.length + 1)).toEqual({ kind: "short" });
    expect(await countLines(path, 100, { bytes: 99, ms: 1000 })).toEqual({ kind: "tooMuch" });
    writeFileSync(path, Buffer.alloc(1_000_000));
    expect(await countLines(path, 1_000_000, { bytes: 2_000_000, ms: -1 })).toEqual({ kind: "tooMuch" });
    expect(await countLines(`${path}.gone`, 1)).toEqual({ kind: "unreadable" });
    expect(await countLines("maillog", 1)).toEqual({ kind: "unreadable" });
    execFileSync("mkfifo", [`${path}.pipe`]);
    expect(await countLines(`${path}.pipe`, 1)).toEqual({ kind: "unreadable" });
    writeFileSync(path, gzipSync(TEXT).subarray(0, 40));
    expect((await countLines(path, TEXT.length)).kind).not.toBe("counted");
  });
});
