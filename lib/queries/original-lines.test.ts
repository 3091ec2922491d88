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
import { type LogPlace, originalLines, type WantedLine } from "./original-lines";

const root = mkdtempSync(join(tmpdir(), "whyspf-lines-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const LINES = [
  "Nov 24 12:00:00 spf one: first",
  "Nov 24 12:00:01 spf one: second",
  "Nov 24 12:00:02 spf one: third",
];
const CONTENT = `${LINES.join("\n")}\n`;
const SECOND = LINES[0]!.length + 1;

let folder: string;
let path: string;
let log: LogPlace;

beforeEach(() => {
  folder = mkdtempSync(join(root, "t-"));
  path = join(folder, "maillog");
  log = placeOf(CONTENT);
});

function placeOf(content: string | Buffer): LogPlace {
  const head = Buffer.from(content as string, "latin1").subarray(0, 1024);
  return { id: 7, path, headHash: fingerprint(head), headLength: head.length };
}

const at = (offset: number, changes: Partial<WantedLine> = {}): WantedLine => {
  return { ref: `7:${offset.toString(36)}`, count: 1, isIt: () => true, ...changes };
};

/** What is found of the second line: its text, or why there is none. */
async function second(changes: Partial<WantedLine> = {}, limits?: { bytes: number; ms: number }) {
  const [line] = await originalLines([log], [at(SECOND, changes)], limits);
  return line!.text ?? line!.missing;
}

describe("a line is found", () => {
  test("in the log itself", async () => {
    writeFileSync(path, CONTENT);
    const lines = await originalLines([log], [at(SECOND), at(0)]);
    expect(lines).toEqual([
      {
        ref: `7:${SECOND.toString(36)}`,
        log: 7,
        path,
        offset: SECOND,
        text: LINES[1],
        earlier: [],
        missing: null,
      },
      { ref: "7:0", log: 7, path, offset: 0, text: LINES[0], earlier: [], missing: null },
    ]);
  });

  test.each(["maillog.1", "maillog-20261124", "maillog.12"])("in its rotated copy %s", async (name) => {
    writeFileSync(path, "another log\n".repeat(200));
    writeFileSync(join(folder, "maillog.2"), "an older log\n".repeat(200));
    writeFileSync(join(folder, name), CONTENT);
    const [line] = await originalLines([log], [at(SECOND)]);
    expect(line).toMatchObject({ text: LINES[1], path: join(folder, name) });
  });

  test.each(["maillog.1.gz", "maillog-20261124.gz"])(
    "in its packed copy %s, its own name gone",
    async (name) => {
      writeFileSync(join(folder, name), gzipSync(CONTENT));
      const [line] = await originalLines([log], [at(SECOND)]);
      expect(line).toMatchObject({ text: LINES[1], path: join(folder, name) });
    },
  );

  test("in a copy of a log that was itself read as a copy", async () => {
    log = { ...log, path: `${path}.1` };
    writeFileSync(`${path}.1`, "newer log\n".repeat(200));
    writeFileSync(`${path}.2.gz`, gzipSync(CONTENT));
    expect(await second()).toBe(LINES[1]);
  });

  test("far inside a packed log of several parts", async () => {
    const before = "x".repeat(99).concat("\n").repeat(30_000);
    log = placeOf(before);
    writeFileSync(path, Buffer.concat([gzipSync(before), gzipSync(CONTENT)]));
    const [line] = await originalLines([log], [at(before.length + SECOND)]);
    expect(line!.text).toBe(LINES[1]);
  });

  test("after the log has grown, and where it is reached by a link", async () => {
    writeFileSync(join(folder, "real"), CONTENT);
    symlinkSync(join(folder, "real"), path);
    appendFileSync(path, "more\n");
    expect(await second()).toBe(LINES[1]);
  });

  test("without a newline at the end, and with Windows' line ends", async () => {
    writeFileSync(path, CONTENT.slice(0, -1).replaceAll("\n", "\r\n"));
    log = placeOf(CONTENT.slice(0, -1).replaceAll("\n", "\r\n"));
    const lines = await originalLines([log], [at(SECOND + 1), at(CONTENT.length + 1 - LINES[2]!.length)]);
    expect(lines.map(({ text }) => text)).toEqual(LINES.slice(1));
  });

  test("byte for byte, cut at 64 kB", async () => {
    const hostile = `\x1b[31m\x00\xff\xfe${"\xed\xa0\x80".repeat(40_000)}`;
    writeFileSync(path, `${hostile}\n`, "latin1");
    log = placeOf(`${hostile}\n`);
    const [line] = await originalLines([log], [at(0)]);
    expect(line!.text).toBe(hostile.slice(0, 65_536));
  });

  test("with those after it that belong to it", async () => {
    writeFileSync(path, CONTENT);
    expect(await second({ count: 2 })).toBe(`${LINES[1]}\n${LINES[2]}`);
  });

  test("with the pieces before it, where sendmail split a text", async () => {
    const pieces = ["1]: from=<a@b.example>, ...", "2]: relay=x ...", "3]: the end"].map(
      (rest) => `Nov 24 12:00:00 spf sendmail[9]: 6AO373Ww000680[${rest}`,
    );
    const content = `${[pieces[0], LINES[0], pieces[1], pieces[2]].join("\n")}\n`;
    writeFileSync(path, content);
    log = placeOf(content);
    const [line] = await originalLines([log], [at(content.indexOf(pieces[2]!))]);
    expect(line).toMatchObject({ text: pieces[2], earlier: pieces.slice(0, 2) });
  });

  test("in an export of the journal, as a line of JSON", async () => {
    const record = (text: string) =>
      `__CURSOR=s=1\n__REALTIME_TIMESTAMP=1795490916000000\n_HOSTNAME=spf\nSYSLOG_IDENTIFIER=sendmail\nMESSAGE=${text}\n\n`;
    const content = record("first") + record("second");
    writeFileSync(path, content);
    log = placeOf(content);
    const lines = await originalLines([log], [at(record("first").length - 1), at(content.length - 1)]);
    expect(lines.map(({ text }) => JSON.parse(text!).MESSAGE)).toEqual(["first", "second"]);
  });
});

describe("a line is missing", () => {
  test("because its log is gone", async () => {
    expect(await second()).toBe("gone");
    log = { ...log, path: join(folder, "no", "such", "maillog") };
    expect(await second()).toBe("gone");
    expect((await originalLines([], [at(0)]))[0]).toMatchObject({ missing: "gone" });
  });

  test("because another log has its name", async () => {
    writeFileSync(path, "another log\n".repeat(200));
    expect(await second()).toBe("rotated");
  });

  test("because the log came through a pipe", async () => {
    log = { ...log, path: "-" };
    expect(await second()).toBe("piped");
  });

  test("because a pipe, a folder or a device stands in its place, and nobody waits for it", async () => {
    execFileSync("mkfifo", [path]);
    expect(await second()).toBe("unreadable");
    rmSync(path);
    mkdirSync(path);
    expect(await second()).toBe("unreadable");
    log = { ...log, path: "/dev/zero" };
    expect(await second()).toBe("unreadable");
    log = { ...log, path: "no\0name" };
    expect(await second()).toBe("unreadable");
  });

  test("because a rotated copy is a link to elsewhere, or a pipe", async () => {
    writeFileSync(join(folder, "elsewhere"), CONTENT);
    symlinkSync(join(folder, "elsewhere"), `${path}.1`);
    execFileSync("mkfifo", [`${path}.2`]);
    expect(await second()).toBe("unreadable");
  });

  test.runIf(process.getuid?.() !== 0)("because this user may not read it", async () => {
    writeFileSync(path, CONTENT);
    chmodSync(path, 0);
    expect(await second()).toBe("unreadable");
  });

  test("because the log was cut short, or something else stands there", async () => {
    const filler = "x".repeat(1100).concat("\n");
    writeFileSync(path, filler + CONTENT);
    log = placeOf(filler);
    const offset = filler.length + SECOND;
    const read = async (changes = {}) => (await originalLines([log], [at(offset, changes)]))[0]!;
    expect((await read()).text).toBe(LINES[1]);
    expect((await read({ isIt: (text: string) => text === LINES[0] })).missing).toBe("changed");
    expect((await originalLines([log], [at(offset + 3)]))[0]!.missing).toBe("changed");
    truncateSync(path, offset);
    expect((await read()).missing).toBe("changed");
    truncateSync(path, offset - 20);
    expect((await read()).missing).toBe("changed");
    truncateSync(path, 3);
    expect((await read()).missing).toBe("rotated");
  });

  test("because it lies too far inside a packed log", async () => {
    const before = "x".repeat(99).concat("\n").repeat(30_000);
    log = placeOf(before);
    writeFileSync(path, gzipSync(before + CONTENT));
    const wanted = [at(before.length + SECOND), at(100)];
    const lines = await originalLines([log], wanted, { bytes: 1 << 20, ms: 60_000 });
    expect(lines.map(({ text, missing }) => missing ?? text)).toEqual(["tooFar", "x".repeat(99)]);
    const late = await originalLines([log], wanted, { bytes: 1 << 30, ms: -1 });
    expect(late[0]).toMatchObject({ missing: "tooFar" });
  });

  test("because the packed log is damaged before it", async () => {
    const noise = Array.from({ length: 40_000 }, (_, n) => `${(n * 7919) % 10_007} line\n`).join("");
    log = placeOf(noise);
    const whole = gzipSync(noise + CONTENT);
    writeFileSync(path, whole.subarray(0, whole.length - 40_000));
    const lines = await originalLines([log], [at(0), at(noise.length + SECOND)]);
    expect(lines.map(({ text, missing }) => missing ?? text)).toEqual(["0 line", "unreadable"]);
  });
});
