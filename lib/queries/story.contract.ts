import { cpSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importLogs } from "@/ingest/import-logs";
import { readTruth, runFolders } from "@/ingest/truth.fixture";
import { openReader, type PrismaClient } from "@/lib/db/reader";
import { fixedZone } from "@/lib/logs/zone";
import { message } from "@/lib/store/messages.fixture";
import { Store } from "@/lib/store/store";
import type { Step } from "./message-story";
import { type ToldMessage, toldMessage } from "./story";

const OPTIONS = { year: null, zone: null, fallbackZone: fixedZone(0), defaultHost: "here", demo: false };
const HOUR = 3_600_000;

/** What stories must tell, on every database; `newDatabase` gives the URL of an empty one. */
export function storyContract(newDatabase: () => Promise<string>): void {
  describe.each(runFolders().map((folder) => [basename(folder), folder]))("the run %s", (_name, folder) => {
    const truths = readTruth(folder).filter(({ queueId }) => queueId !== "-");
    const logs = mkdtempSync(join(tmpdir(), "whyspf-story-"));
    let reader: PrismaClient;
    beforeAll(async () => {
      for (const name of ["maillog", "procmail"]) cpSync(join(folder, name), join(logs, name));
      const url = await newDatabase();
      const store = await Store.open(url);
      await importLogs(store, [join(logs, "maillog"), join(logs, "procmail")], OPTIONS);
      await store.close();
      renameSync(join(logs, "maillog"), join(logs, "maillog.1"));
      reader = await openReader(url);
    });
    afterAll(async () => {
      await reader?.$disconnect();
      rmSync(logs, { recursive: true, force: true });
    });

    test.each(truths.map((truth) => [truth.case, truth] as const))("%s", async (_case, truth) => {
      const told = (await toldMessage(reader, "spf", truth.queueId))!;
      expect(told.story.lines.filter(({ missing }) => missing !== null)).toEqual([]);
      expect(told.story.lines.length).toBeGreaterThan(0);
      const verdict = stepOf(told, "verdict");
      if (truth.spfInLog !== "-") {
        expect(verdict).toMatchObject({ result: truth.spfInLog, others: [] });
        expect(textOf(told, verdict)).toMatch(/Received-SPF|spf/i);
      } else if (verdict.result === null) expect(verdict.gap).not.toBeNull();
      const connected = stepOf(told, "connected");
      expect(connected.clientIp).toBe(truth.clientIp);
      expect(connected.proof.lines).not.toEqual([]);
      const [action, stage] = truth.disposition.split("@");
      const refused = told.story.steps.filter(({ kind }) => kind === "refused");
      expect(refused.length).toBe(action === "accepted" ? 0 : 1);
      if (refused[0]) expect(textOf(told, refused[0])).toMatch(/reject=|discard|Milter|User unknown/);
      if (stage === "RCPT") expect(stepOf(told, "recipient").refusal?.stage).toBe("RCPT");
      for (const [user, tagged] of Object.entries(truth.tags)) {
        const recipient = told.story.steps.find(
          (step) => step.kind === "recipient" && step.recipient.address.startsWith(`${user}@`),
        )!;
        expect(recipient).toMatchObject({ recipient: { tagged } });
        const text = textOf(told, recipient);
        expect(text).toContain(user);
        if (tagged === false) expect(text).not.toContain("====SPF_filter(");
      }
    });

    test("deliveries have their lines of procmail's log, where few of one sender come at once", async () => {
      for (const { queueId } of truths) {
        const { story } = (await toldMessage(reader, "spf", queueId))!;
        for (const step of story.steps) {
          if (step.kind !== "recipient" || step.fitting === null) continue;
          const text = step.proof.lines.flatMap((n) => story.lines[n]!.texts).join("\n");
          const shown = step.fitting <= 4;
          expect(text.includes("Folder: ") || text.includes("====SPF_filter("), text).toBe(shown);
          if (shown && step.recipient.tagged && !step.recipient.folder)
            expect(text).toContain("====SPF_filter(");
        }
      }
    });
  });

  describe("tries at one delivery", () => {
    let reader: PrismaClient;
    const time = Date.UTC(2026, 10, 24);
    beforeAll(async () => {
      const url = await newDatabase();
      const store = await Store.open(url);
      const first = message({ queueId: "first", time, action: "tempfail", stage: "RCPT", lines: [] });
      const given = [
        first,
        message({ queueId: "second", time: time + HOUR, retryOf: "first", lines: ["1:0", "x:y:z"] }),
        message({ queueId: "third", time: time + 2 * HOUR, retryOf: "first", host: "mx2" }),
        message({ queueId: "late", time: time + 30 * HOUR, retryOf: "first" }),
        message({ queueId: "other", time: time + HOUR, retryOf: "first", clientIp: "192.0.2.99" }),
        message({ queueId: "lost", retryOf: "never stored" }),
      ];
      await store.transaction(() =>
        store.save(given.map((one) => ({ id: null, message: one, counted: null }))),
      );
      await store.close();
      reader = await openReader(url);
    });
    afterAll(() => reader?.$disconnect());

    test("are named in both directions, on the same host only", async () => {
      const first = (await toldMessage(reader, "mx1", "first"))!;
      expect(first.later).toEqual([{ queueId: "second", time: time + HOUR, action: "accept" }]);
      expect(first.story.steps.at(-1)).toMatchObject({ kind: "retried", proof: { unproven: "follows" } });
      const second = (await toldMessage(reader, "mx1", "second"))!;
      expect(second.earlier).toEqual({ queueId: "first", time, action: "tempfail" });
      expect(second.story.steps[0]).toMatchObject({ kind: "retryOf", queueId: "first" });
      expect((await toldMessage(reader, "mx1", "lost"))!.story.steps[0]).toMatchObject({
        kind: "retryOf",
        attempt: null,
      });
    });

    test("whose logs are not known say where their lines are missing", async () => {
      const { story } = (await toldMessage(reader, "mx1", "second"))!;
      expect(story.lines.map(({ missing }) => missing)).toEqual(["gone", "gone"]);
    });

    test.each([
      ["mx1", "nothing"],
      ["nowhere", "first"],
      ["mx2", "first"],
      ["mx1\0", "first"],
      ["mx1", "\0"],
      ["", ""],
      ["mx1", "' OR 1=1 --"],
      ["\ud800", "\udfff"],
    ])("%j, %j is no message", async (host, queueId) => {
      expect(await toldMessage(reader, host, queueId)).toBeNull();
    });
  });
}

function stepOf<K extends Step["kind"]>(told: ToldMessage, kind: K): Step & { kind: K } {
  return told.story.steps.find((step) => step.kind === kind) as Step & { kind: K };
}

/** All lines that prove a step. */
function textOf(told: ToldMessage, { proof }: Step): string {
  return proof.lines.flatMap((n) => told.story.lines[n]!.texts).join("\n");
}
