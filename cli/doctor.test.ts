import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { importLogs } from "@/ingest/import-logs";
import { readConfig } from "@/lib/config/config";
import { fixedZone } from "@/lib/logs/zone";
import type { SourceFinding } from "@/lib/queries/source-findings";
import { Store } from "@/lib/store/store";
import { doctor } from "./doctor";
import { FAILED, OK } from "./fault";
import { findingSentence } from "./finding-sentences";

const root = mkdtempSync(join(tmpdir(), "whyspf-doctor-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const LOG = readFileSync(
  join(import.meta.dirname, "..", "e2e", "fixtures", "samples", "s8138-a-mark-0.93-add", "maillog"),
);

let folder: string;
let url: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(root, "t-"));
  url = `file:${join(folder, "whyspf.db")}`;
  path = join(folder, "maillog");
  writeFileSync(path, LOG);
});

async function load(...paths: string[]) {
  const store = await Store.open(url);
  const zone = { zone: null, fallbackZone: fixedZone(0), year: null };
  await importLogs(store, paths, { ...zone, defaultHost: "here", demo: false });
  return store;
}

/** What the doctor says, of the sample log too, which has nothing wrong. */
async function say(...args: string[]) {
  let said = "";
  const out = new Writable({
    write(chunk, _, done) {
      said += chunk;
      done();
    },
  });
  const stop = new AbortController().signal;
  const input = (async function* () {})();
  const code = await doctor.run({
    args,
    config: readConfig({ DATABASE_URL: url }),
    out,
    err: out,
    input,
    stop,
  });
  return { code, said };
}

describe("whyspf doctor", () => {
  test("has nothing to say of what is read to its end", async () => {
    await (await load(path)).close();
    const { code, said } = await say(path);
    expect(said).toContain("21 messages of 1 logs");
    expect(said).toContain("Nothing needs attention.");
    expect(code).toBe(OK);
  });

  test("says that nothing was read yet, which is no fault", async () => {
    const { code, said } = await say(path);
    expect(said).toContain("Good to know:\n  No log was read yet");
    expect(code).toBe(OK);
  });

  test("finds a log that nobody reads on, and one without a known line", async () => {
    const odd = join(folder, "odd");
    writeFileSync(odd, "hello\n".repeat(30));
    const store = await load(path, odd);
    await store.transaction(() => store.writer.run('UPDATE "LogFile" SET "readAt" = 0'));
    await store.close();
    appendFileSync(path, LOG.subarray(0, 100));
    const { code, said } = await say("--json", path);
    const { findings, problems, notes } = JSON.parse(said);
    expect(findings).toMatchObject([
      { kind: "nothingMatched", severity: "error", log: { path: odd } },
      { kind: "unread", severity: "warning", bytes: 100, sentence: problems[1] },
    ]);
    expect(problems).toHaveLength(2);
    expect(notes).toEqual([]);
    expect(code).toBe(FAILED);
  });

  test("tells what is wrong with the database", async () => {
    writeFileSync(join(folder, "whyspf.db"), "no database ".repeat(500));
    const { code, said } = await say(path);
    expect(said).toMatch(/Needs attention:\n {2}The database .* is damaged/);
    expect(code).toBe(FAILED);
  });
});

const of = { severity: "note", log: { id: 1, path: "/var/log/\u001b[31mmaillog" } } as const;
const at = { severity: "note", host: "mx\u202e1" } as const;

test.each<[SourceFinding, RegExp]>([
  [{ kind: "noLogs", severity: "note" }, /npm start -- FILE/],
  [{ kind: "nothingMatched", lines: 9, mostly: "unknown", ...of }, /maillog: none of its 9 lines/],
  [{ kind: "nothingMatched", lines: 9, mostly: "ignored", ...of }, /LogLevel 9/],
  [{ kind: "manyUnknown", lines: 90, unknown: 30, ...of }, /33\.3 % of its lines \(30\)/],
  [{ kind: "gone", readAt: 0, ...of }, /not on this machine .* 1970-01-01 00:00 UTC/],
  [{ kind: "unreadable", readAt: 0, ...of }, /cannot be read/],
  [{ kind: "relative", readAt: 0, ...of }, /without its folder/],
  [{ kind: "unread", readAt: 0, bytes: 7, ...of }, /7 bytes .* whyspf follow/],
  [{ kind: "replaced", readAt: 9e99, bytes: 7, ...of }, /another log now, of 7 bytes.* an unknown time/],
  [{ kind: "future", lastTime: 0, ...of }, /future/],
  [{ kind: "silent", since: 0, hours: 5, ...at }, /^mx⟨U\+202E⟩1: no message since/],
  [{ kind: "noVerdicts", accepted: 20, unverified: 19, ...at }, /19 of 20/],
  [{ kind: "unchecked", accepted: 20, unchecked: 3, ...at }, /3 of 20 .* milter/],
  [{ kind: "clock", sampled: 20, contradicted: 3, ...at }, /3 of 20/],
  [{ kind: "gap", from: 0, to: 1, hours: 5, more: 2, ...at }, /5 hours.*; 2 more/],
  [{ kind: "gap", from: 0, to: 1, hours: 5, more: 0, ...at }, /habit\.$/],
])("the doctor's sentence for %j", (finding, expected) => {
  const sentence = findingSentence(finding);
  expect(sentence).toMatch(expected);
  expect(sentence).not.toMatch(/[\u0000-\u001f\u202e]|undefined|NaN/);
});
