import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSpfResult, type SpfResult } from "@/lib/spf/result";
import { ProcmailReader } from "./procmail";
import { type LocalDelivery, linkProcmail } from "./procmail-link";

const SAMPLES = "e2e/fixtures/samples";
const RUNS = readdirSync(SAMPLES).filter((run) => run !== "edge");

function readBlocks(run: string) {
  const reader = new ProcmailReader();
  let offset = 0;
  for (const line of readFileSync(`${SAMPLES}/${run}/procmail`, "latin1").split("\n")) {
    reader.push(line, offset);
    offset += line.length + 1;
  }
  return {
    blocks: [...reader.take(), ...reader.flush()],
    lines: [...reader.takeLines(), ...reader.flushLines()],
  };
}

/** Local deliveries of a run's maillog, and the queue ids behind their messageRefs. */
function readDeliveries(run: string, withResult: boolean) {
  const ids: string[] = [];
  const senders = new Map<string, { sender: string; size: number }>();
  const results = new Map<string, SpfResult | null>();
  const deliveries: LocalDelivery[] = [];
  for (const line of readFileSync(`${SAMPLES}/${run}/maillog`, "latin1").split("\n")) {
    const [, clock, id, text] = /^Nov 24 (\S+) spf sendmail\[\d+\]: (\w+): (.*)/.exec(line) ?? [];
    if (!clock || !id || !text) continue;
    const from = /^from=<?(.*?)>?, size=(\d+)/.exec(text);
    if (from) senders.set(id, { sender: from[1]!, size: Number(from[2]) });
    const result = /^Milter .*? header: (?:Received-SPF: |.*? spf=)(\w+)/.exec(text);
    if (result) results.set(id, readSpfResult(result[1]!));
    const to = /^to=<?(.*?)>?, delay=\S+, xdelay=\d\d:\d\d:(\d\d), mailer=local.* stat=Sent/.exec(text);
    if (!to) continue;
    if (!ids.includes(id)) ids.push(id);
    const messageRef = ids.indexOf(id);
    const ordinal = deliveries.filter((other) => other.messageRef === messageRef).length;
    const time = Date.parse(`2026-11-24T${clock}Z`);
    // Without brackets the log of this client has no size line; its sender stands in the truth.
    const { sender, size } = senders.get(id) ?? { sender: null, size: null };
    deliveries.push({
      messageRef,
      ordinal,
      address: to[1]!,
      sender: sender ?? truthOf(run).find((row) => row.qid === id)!.mail_from!,
      time,
      seconds: Number(to[2]),
      size,
      result: withResult ? (results.get(id) ?? null) : null,
    });
  }
  return { ids, deliveries };
}

function truthOf(run: string): Record<string, string>[] {
  const [head, ...rows] = readFileSync(`${SAMPLES}/${run}/truth.tsv`, "utf8").trimEnd().split("\n");
  const names = head!.split("\t");
  return rows.map((row) => Object.fromEntries(row.split("\t").map((cell, i) => [names[i]!, cell])));
}

/** `qid user` to tagged, of the deliveries that the truth knows. */
function truthTags(run: string): Map<string, boolean> {
  const tags = truthOf(run).flatMap(({ qid, procmail_tag }) =>
    procmail_tag === "-"
      ? []
      : procmail_tag!.split(",").map((pair): [string, boolean] => {
          const [user, tag] = pair.split(":");
          return [`${qid} ${user}`, tag === "tagged"];
        }),
  );
  return new Map(tags);
}

function linkRun(run: string, withResult: boolean) {
  const { blocks, lines } = readBlocks(run);
  const { ids, deliveries } = readDeliveries(run, withResult);
  return linkProcmail(deliveries, blocks, lines).map((link, i) => {
    const user = deliveries[i]!.address.split("@")[0]!;
    return { key: `${ids[link.messageRef]} ${user}`, user, ...link };
  });
}

test.each(RUNS)("every tag and folder of %s is told, and as the truth has it", (run) => {
  const links = linkRun(run, true);
  expect(new Map(links.map(({ key, tagged }) => [key, tagged]))).toEqual(truthTags(run));
  for (const { user, folder } of links) expect(folder).toBe(`/var/mail/${user}`);
});

test.each(RUNS)("without any verdict in the log of %s no tag is wrong", (run) => {
  const truth = truthTags(run);
  const links = linkRun(run, false);
  for (const { key, tagged } of links) expect([truth.get(key), null]).toContain(tagged);
  expect(links.filter(({ tagged }) => tagged === null).map(({ key }) => key)).toEqual([]);
});
