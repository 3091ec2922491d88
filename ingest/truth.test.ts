import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Message } from "@/lib/logs/message";
import { queueIdTime } from "@/lib/logs/queue-id";
import { fixedZone } from "@/lib/logs/zone";
import { askWriter } from "@/lib/queries/ask";
import { NO_FILTER } from "@/lib/queries/filter-sql";
import { messagesInOrder } from "@/lib/queries/messages-in-order";
import { EVER } from "@/lib/queries/range";
import { Store } from "@/lib/store/store";
import { type ImportSummary, importLogs } from "./import-logs";
import { readTruth, runFolders } from "./truth.fixture";

const options = { year: null, zone: null, fallbackZone: fixedZone(0), defaultHost: "here", demo: false };
const FORMS = ["maillog", "maillog.iso", "maillog.rfc5424"];

describe.each(runFolders().map((folder) => [basename(folder), folder]))("the run %s", (_name, folder) => {
  describe.each(FORMS)("as %s", (form) => {
    const messages = new Map<string, Message>();
    const temporary = mkdtempSync(join(tmpdir(), "whyspf-truth-"));
    let summary: ImportSummary;

    beforeAll(async () => {
      const store = await Store.open(`file:${join(temporary, "x.db")}`);
      summary = await importLogs(store, [join(folder, form), join(folder, "procmail")], options);
      for await (const message of messagesInOrder(askWriter(store.writer), EVER, NO_FILTER))
        messages.set(message.queueId, message);
      await store.close();
    });
    afterAll(() => rmSync(temporary, { recursive: true }));

    test("no line is unknown", () => {
      expect(summary.faults).toEqual([]);
      expect(summary.unknown).toBe(0);
    });

    test("every event of the truth table is a message, and no other message is there", () => {
      const known = readTruth(folder).map(({ queueId }) => queueId);
      const expected = known.filter((id) => id !== "-");
      expect(expected.filter((id) => !messages.has(id))).toEqual([]);
      const others = [...messages.keys()].filter((id) => !expected.includes(id));
      expect(others.length).toBeLessThanOrEqual(known.length - expected.length);
    });

    test.each(
      readTruth(folder)
        .filter(({ queueId }) => queueId !== "-")
        .map((truth) => [truth.case, truth] as const),
    )("%s", (_case, truth) => {
      const message = messages.get(truth.queueId)!;
      const [action, stage = null] = truth.disposition
        .replace("accepted", "accept")
        .replace("rejected", "reject")
        .split("@");
      expect({
        action: message.action,
        stage: message.stage,
        by: message.rejectedBy ?? "",
        ip: message.clientIp,
      }).toEqual({
        action,
        stage,
        by: truth.rejectedBy,
        ip: truth.clientIp,
      });
      // What no header states may still be told by the reply; it must be true then.
      if (truth.spfInLog !== "-") expect(message.result).toBe(truth.spfInLog);
      else expect([null, truth.spfTrue]).toContain(message.result);
      expect(Math.abs(message.time - queueIdTime(truth.queueId, message.time)!)).toBeLessThan(5000);
      expect(message.utcOffset).toBe(540);
      expect(message.stampMismatch).toBe(false);
      const tags = Object.fromEntries(
        message.recipients.map(({ address, tagged }) => [address.split("@")[0]!, tagged]),
      );
      for (const [user, tagged] of Object.entries(truth.tags)) expect(tags[user], user).toBe(tagged);
    });
  });
});
