import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { importLogs } from "@/ingest/import-logs";
import { openReader } from "@/lib/db/reader";
import { fixedZone } from "@/lib/logs/zone";
import { Store } from "@/lib/store/store";
import { type ToldMessage, toldMessage } from "./story";

const SAMPLES = join(import.meta.dirname, "..", "..", "e2e", "fixtures", "samples");
const OPTIONS = { year: null, zone: null, fallbackZone: fixedZone(540), defaultHost: "here", demo: false };

const root = mkdtempSync(join(tmpdir(), "whyspf-forms-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const sample = (name: string) => readFileSync(join(SAMPLES, name));
const journal = sample("edge/journald.json").toString("utf8").trimEnd().split("\n");

/** The same entries as `journalctl -o export` writes them. */
const journalExport = journal
  .map(
    (line) =>
      `${Object.entries(JSON.parse(line))
        .map(([name, value]) => `${name}=${value}\n`)
        .join("")}\n`,
  )
  .join("");

/** All messages of a log, told. */
async function toldOf(name: string, content: Buffer | string): Promise<ToldMessage[]> {
  const folder = mkdtempSync(join(root, "t-"));
  writeFileSync(join(folder, name), content);
  const url = `file:${join(folder, "x.db")}`;
  const store = await Store.open(url);
  await importLogs(store, [join(folder, name)], OPTIONS);
  await store.close();
  const reader = await openReader(url);
  try {
    const rows = await reader.message.findMany({ include: { host: true } });
    return await Promise.all(
      rows.map(async ({ host, queueId }) => (await toldMessage(reader, host.name, queueId))!),
    );
  } finally {
    await reader.$disconnect();
  }
}

test.each([
  ["traditional stamps", "s8138-c-reject-mail/maillog", null],
  ["ISO stamps", "s8138-c-reject-mail/maillog.iso", null],
  ["RFC 5424", "s8138-c-reject-mail/maillog.rfc5424", null],
  ["Windows' line ends", "edge/crlf.log", null],
  ["runs of NUL", "edge/nul-after-crash.log", null],
  ["a turn of the year", "edge/year-rollover.log", null],
  ["journald's JSON", "edge/journald.json", null],
  ["an export of the journal", "journal.export", journalExport],
  ["gzip", "maillog.gz", gzipSync(sample("s8138-c-reject-mail/maillog"))],
])(
  "every message of a log with %s has its lines, and its client from one of them",
  async (_, name, content) => {
    const told = await toldOf(name.slice(name.lastIndexOf("/") + 1), content ?? sample(name));
    expect(told.length).toBeGreaterThan(5);
    for (const { message, story } of told) {
      expect(story.lines.map(({ missing }) => missing)).toEqual(message.lines.map(() => null));
      const connected = story.steps.find(({ kind }) => kind === "connected")!;
      if (message.clientIp !== null) expect(connected.proof.lines.length).toBeGreaterThan(0);
      for (const { time } of story.steps)
        if (time !== null) expect(Math.abs(time - message.time)).toBeLessThan(86_400_000);
    }
  },
);

test("a verdict that its checker logged without a queue id says how it was matched", async () => {
  const head = "Nov 24 12:00:00 mx";
  const told = await toldOf(
    "maillog",
    [
      `${head} policyd-spf[5]: prepend Received-SPF: Softfail (mailfrom) identity=mailfrom; client-ip=192.0.2.25; helo=mail.example.com; envelope-from=lee@example.com; receiver=kim@corp.example`,
      `${head} postfix/smtpd[6]: 4XyZ12abcdEF: client=mail.example.com[192.0.2.25]`,
      `${head} postfix/qmgr[7]: 4XyZ12abcdEF: from=<lee@example.com>, size=900, nrcpt=1 (queue active)`,
      "",
    ].join("\n"),
  );
  expect(told).toHaveLength(1);
  const verdict = told[0]!.story.steps.find(({ kind }) => kind === "verdict");
  expect(verdict).toMatchObject({ result: "softfail", proof: { lines: [], unproven: "matched" } });
});
