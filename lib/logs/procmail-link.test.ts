import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readSpfResult, type SpfResult } from "@/lib/spf/result";
import { type FilterLine, type ProcmailBlock, ProcmailReader } from "./procmail";
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

const T = Date.UTC(2026, 10, 24, 12, 6, 20);

function deliver(given: Partial<LocalDelivery> = {}): LocalDelivery {
  const usual = { messageRef: 1, ordinal: 0, address: "kisa@example.kr", sender: "ceo@fail.example" };
  return { ...usual, time: T, seconds: 0, size: 200, result: "fail", ...given };
}

let offset = 0;
function block(subject: string | null, given: Partial<ProcmailBlock> = {}): ProcmailBlock {
  offset += 100;
  const usual = { offset, time: T, sender: "ceo@fail.example", folder: "/var/mail/kisa", size: 800 };
  return { ...usual, subject, filter: null, ...given };
}

function line(subject: string, result: SpfResult | null = "fail"): FilterLine {
  offset += 100;
  return { offset, time: null, result, from: "ceo@fail.example", subject };
}

const tagged = () => block("[SPAM] a", { filter: line("a") });
const told = (mark: boolean | null, folder: string | null = "/var/mail/kisa") => ({ tagged: mark, folder });
const UNTOLD = told(null, null);

test.each<[string, LocalDelivery[], ProcmailBlock[], object[]]>([
  ["no block", [deliver()], [], [UNTOLD]],
  ["a filter's line and a mark", [deliver()], [tagged()], [told(true)]],
  ["a filter's line and no mark", [deliver()], [block(null, { filter: line("") })], [told(false)]],
  ["neither", [deliver()], [block("a")], [told(false)]],
  [
    "a mark that the sender set before, kept",
    [deliver()],
    [block("[SPAM] a", { filter: line("[SPAM] a") })],
    [told(true)],
  ],
  ["a passing sender's own mark", [deliver({ result: "pass" })], [block("[SPAM] a")], [told(false)]],
  ["a failing mail's mark without a line", [deliver()], [block("[SPAM] a")], [told(null)]],
  ["a mark without a line or a verdict", [deliver({ result: null })], [block("[SPAM] a")], [told(null)]],
  ["another sender's block", [deliver()], [block("a", { sender: "x@y.example" })], [UNTOLD]],
  ["the domain in other letters", [deliver({ sender: "ceo@FAIL.example" })], [tagged()], [told(true)]],
  ["the local part in other letters", [deliver({ sender: "CEO@fail.example" })], [tagged()], [UNTOLD]],
  ["the null sender", [deliver({ sender: "" })], [block("a", { sender: "" })], [told(false)]],
  ["a block from before it began", [deliver()], [block("a", { time: T - 3000 })], [UNTOLD]],
  ["a block from after its end", [deliver()], [block("a", { time: T + 2000 })], [UNTOLD]],
  ["a wait for the lock", [deliver({ seconds: 8 })], [block("a", { time: T - 8000 })], [told(false)]],
  ["a line that contradicts the verdict", [deliver({ result: "pass" })], [tagged()], [UNTOLD]],
  ["another failure than the verdict", [deliver({ result: "softfail" })], [tagged()], [UNTOLD]],
  ["an incomplete block", [deliver()], [block("a", { folder: null, size: null })], [told(null, null)]],
  ["two deliveries and one block", [deliver(), deliver({ messageRef: 2 })], [tagged()], [UNTOLD, UNTOLD]],
  [
    "two deliveries and one block that names the recipient",
    [deliver(), deliver({ ordinal: 1, address: "webmaster@example.kr" })],
    [tagged()],
    [told(true), UNTOLD],
  ],
  [
    "two deliveries that cannot be told apart but agree",
    [deliver(), deliver({ messageRef: 2 })],
    [tagged(), tagged()],
    [told(true), told(true)],
  ],
  [
    "two deliveries that cannot be told apart and do not agree",
    [deliver(), deliver({ messageRef: 2 })],
    [tagged(), block(null, { filter: line("") })],
    [told(null), told(null)],
  ],
  [
    "two recipients of one message",
    [deliver(), deliver({ ordinal: 1, address: "webmaster@example.kr" })],
    [tagged(), { ...tagged(), folder: "/var/mail/webmaster" }],
    [told(true), told(true, "/var/mail/webmaster")],
  ],
  [
    "a spoofed and a genuine mail of one sender at one time",
    [deliver({ result: "pass" }), deliver({ messageRef: 2, result: "softfail" })],
    [block("[SPAM] a", { filter: line("a", "softfail") }), block("a")],
    [told(false), told(true)],
  ],
  [
    "the order of deliveries",
    [deliver({ seconds: 8, time: T + 8000 }), deliver({ messageRef: 2, seconds: 1 })],
    [block(null, { filter: line("") }), tagged()],
    [told(true), told(false)],
  ],
])("%s", (_, deliveries, blocks, expected) => {
  const links = linkProcmail(deliveries, blocks);
  expect(links.map(({ tagged, folder }) => ({ tagged, folder }))).toEqual(expected);
});

test("a line at the end of one log belongs to the block at the head of the next", () => {
  const lost = { ...line("a"), log: 1 };
  const head = { ...block("[SPAM] a"), log: 2 };
  expect(linkProcmail([deliver()], [head], [lost])[0]).toMatchObject(told(true));
  expect(linkProcmail([deliver()], [head], [{ ...lost, subject: "b" }])[0]).toMatchObject(told(null));
});
