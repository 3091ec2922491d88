import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { looksLikeProcmail, type ProcmailBlock, ProcmailReader } from "./procmail";
import { abstract, CHATTER, FOLDER, FROM, HOSTILE, log, read } from "./procmail.fixture";

const SAMPLES = "e2e/fixtures/samples";
const TIME = Date.UTC(2026, 10, 24, 12, 6, 15);
test("one delivery with its filter's line is one block", () => {
  const [own, ...rest] = [log("hello"), CHATTER[1]!, ...abstract("[SPAM] hello")];
  const { blocks, lines, fates } = read([own, ...rest]);
  const filter = {
    offset: 0,
    time: null,
    result: "fail",
    from: '"TESTER" <ceo@fail.example>',
    subject: "hello",
  };
  const offset = own.length + CHATTER[1]!.length + 2;
  expect(blocks).toEqual([
    {
      offset,
      time: TIME,
      sender: "ceo@fail.example",
      subject: "[SPAM] hello",
      folder: "/var/mail/kisa",
      size: 866,
      filter,
    },
  ]);
  expect(lines).toEqual([]);
  expect(fates).toEqual(["matched", "ignored", "matched", "matched", "matched"]);
});

const LONG = "A".repeat(80);
test.each<[string, string[], [subject: string | null, result: string | null][]]>([
  ["no subject", [log(""), ...abstract(null)], [[null, "fail"]]],
  ["an empty subject", [log(""), ...abstract("[SPAM] ")], [["[SPAM] ", "fail"]]],
  ["a cut subject", [log(LONG), ...abstract(`[SPAM] ${LONG}`)], [[`[SPAM] ${LONG.slice(0, 62)}`, "fail"]]],
  ["tabs", [log("a\tb"), ...abstract("[SPAM] a b")], [["[SPAM] a b", "fail"]]],
  ["a mark of the sender's that stays", [log("[SPAM] a"), ...abstract("[SPAM] a")], [["[SPAM] a", "fail"]]],
  ["a mark of the sender's alone", abstract("[SPAM] a"), [["[SPAM] a", null]]],
  ["the old name of permerror", [log("a", "unknown"), ...abstract("[SPAM] a")], [["[SPAM] a", "permerror"]]],
  ["smf-spf's capitals", [log("a", "SoftFail"), ...abstract("[SPAM] a")], [["[SPAM] a", "softfail"]]],
  ["F that imitates S", [log("a", "fail", "x, S=b <y@z>"), ...abstract("[SPAM] a")], [["[SPAM] a", "fail"]]],
  ["F that quotes S", [log("a", "fail", '"x, S=b" <y@z>'), ...abstract("[SPAM] a")], [["[SPAM] a", "fail"]]],
  [
    "another delivery in between",
    [log("a"), ...abstract("b"), ...abstract("[SPAM] a")],
    [
      ["b", null],
      ["[SPAM] a", "fail"],
    ],
  ],
  [
    "two lines before their blocks, in the other order",
    [log("a"), log("b", "softfail"), ...abstract("[SPAM] b"), ...abstract("[SPAM] a")],
    [
      ["[SPAM] b", "softfail"],
      ["[SPAM] a", "fail"],
    ],
  ],
  [
    "equal subjects told apart by the sender",
    [
      log("a", "softfail", "x@y.example"),
      log("a"),
      ...abstract("[SPAM] a"),
      ...abstract("[SPAM] a", FROM.replace("ceo@fail", "x@y")),
    ],
    [
      ["[SPAM] a", "fail"],
      ["[SPAM] a", "softfail"],
    ],
  ],
  [
    "equal subjects that nothing tells apart",
    [log("a", "softfail", "x"), log("a", "fail", "x"), ...abstract("[SPAM] a"), ...abstract("[SPAM] a")],
    [
      ["[SPAM] a", null],
      ["[SPAM] a", null],
    ],
  ],
  [
    "a marked block after an unmarked one of the same subject",
    [log("a"), ...abstract("a"), ...abstract("[SPAM] a")],
    [
      ["a", "fail"],
      ["[SPAM] a", "fail"],
    ],
  ],
  [
    "no line break after LOG, then an own report",
    [`${log("a")}${CHATTER[1]}`, ...abstract("[SPAM] a")],
    [["[SPAM] a", "fail"]],
  ],
  [
    "no line break after LOG, then the abstract",
    [`${log("a")}${FROM}`, " Subject: [SPAM] a", FOLDER],
    [["[SPAM] a", "fail"]],
  ],
  ["no line break after LOG of a mail without a subject", [`${log("")}${FROM}`, FOLDER], [[null, "fail"]]],
  [
    "VERBOSE=yes",
    [
      "procmail: [1147] Tue Nov 24 12:09:02 2026",
      'procmail: Assigning "LOG=',
      `${log("a")}`,
      '"',
      "",
      log("a"),
      ...abstract("[SPAM] a"),
      'procmail: Notified comsat: "kisa@0:/var/mail/kisa"',
    ],
    [["[SPAM] a", "fail"]],
  ],
  ["CR LF", [log("a"), ...abstract("[SPAM] a")].map((line) => `${line}\r`), [["[SPAM] a", "fail"]]],
  ["a subject in lower case and without a blank", [FROM, " subject:a", FOLDER], [["a", null]]],
  ["the head cut away", [" Subject: a", FOLDER, ...abstract("b")], [["b", null]]],
  [
    "mixed abstracts",
    [FROM, FROM, " Subject: [SPAM] a", " Subject: b", FOLDER, FOLDER, ...abstract("c")],
    [["c", null]],
  ],
])("blocks with %s", (_, lines, expected) => {
  const { blocks, lines: free, fates } = read(lines);
  expect(blocks.map(({ subject, filter }) => [subject, filter?.result ?? null])).toEqual(expected);
  expect(free).toEqual([]);
  expect(fates).not.toContain("unknown");
});

test.each(HOSTILE)("the subject %j makes no other block, and changes none", (subject) => {
  const { blocks, lines } = read([
    log(subject),
    CHATTER[1]!,
    ...abstract(`[SPAM] ${subject}`),
    log("after"),
    ...abstract("[SPAM] after"),
    ...abstract(subject),
  ]);
  expect(blocks.map((block) => [block.sender, block.folder, block.size])).toEqual(
    Array(3).fill(["ceo@fail.example", "/var/mail/kisa", 866]),
  );
  expect(blocks.map(({ filter }) => filter?.subject)).toEqual([subject, "after", undefined]);
  expect(lines).toEqual([]);
});

test.each([
  ["From ceo@fail.example", "unknown"],
  ["From x  Foo Nov 24 12:06:15 2026", "unknown"],
  ["  Folder: /var/mail/kisa", "unknown"],
  ["====SPF_filter(fail)", "unknown"],
  ["/bin/sh: formail: not found", "unknown"],
  ['procmail: Lock failure on "/var/mail/kisa.lock"', "ignored"],
  ["", "ignored"],
])("%j alone is %s and gives no block", (line, fate) => {
  const { blocks, fates } = read([line]);
  expect(fates).toEqual([fate]);
  expect(blocks).toEqual([]);
});

test("the null sender and a program as folder", () => {
  const [block] = read([
    "From MAILER-DAEMON  Tue Nov  3 00:00:00 2026",
    "  Folder: | formail -r\t     12",
  ]).blocks;
  expect(block).toMatchObject({ sender: "", time: Date.UTC(2026, 10, 3), folder: "| formail -r", size: 12 });
});

test("what a log leaves pending keeps its place when the log grows", () => {
  const reader = new ProcmailReader();
  reader.push(log("a"), 0);
  reader.push(FROM, 100);
  expect(reader.flush()).toEqual([]);
  reader.push(" Subject: [SPAM] a", 200);
  const [early] = reader.flush();
  expect(early).toMatchObject({ offset: 100, folder: null, filter: { result: "fail" } });
  reader.push(FOLDER, 300);
  expect(reader.take()).toEqual([{ ...early, folder: "/var/mail/kisa", size: 866 }]);
  expect(reader.flush()).toEqual([]);
});

test("a filter's line whose block never comes is given up, so that it claims no later one", () => {
  const later = FROM.replace("12:06:15", "12:46:15");
  const { blocks, lines } = read([
    log("a"),
    ...abstract("b"),
    ...abstract("c", later),
    ...abstract("[SPAM] a", later),
  ]);
  expect(blocks.map(({ filter }) => filter)).toEqual([null, null, null]);
  expect(lines.map(({ subject }) => subject)).toEqual(["a"]);
});

test("memory and state stay small whatever is never completed", () => {
  const reader = new ProcmailReader();
  for (let i = 0; i < 20_000; i++) {
    reader.push(log(`${i}${"x".repeat(5000)}`), i);
    reader.push(FROM, i);
  }
  expect(reader.state().length).toBeLessThan(1_000_000);
});

const runs = readdirSync(SAMPLES).filter((run) => run !== "edge");
const runLines = (run: string) => readFileSync(`${SAMPLES}/${run}/procmail`, "latin1").trimEnd().split("\n");

test.each(runs)("%s is known by its content, and every line of it", (run) => {
  expect(looksLikeProcmail(runLines(run).slice(0, 20))).toBe(true);
  expect(read(runLines(run)).fates).not.toContain("unknown");
  const maillog = readFileSync(`${SAMPLES}/${run}/maillog`, "latin1").split("\n");
  expect(looksLikeProcmail(maillog)).toBe(false);
});

test("a mailbox is no procmail log, an abstract alone is", () => {
  expect(looksLikeProcmail([FROM, "Return-Path: <ceo@fail.example>", "Subject: a"])).toBe(false);
  expect(looksLikeProcmail([FROM, " Subject: a"])).toBe(true);
});

test.each(runs)("reading %s may stop and go on at any line", (run) => {
  const lines = runLines(run);
  const whole = read(lines).blocks;
  const blocks: ProcmailBlock[] = [];
  let state: string | undefined;
  let offset = 0;
  for (const line of lines) {
    const reader = new ProcmailReader(state);
    reader.push(line, offset);
    offset += line.length + 1;
    blocks.push(...reader.take());
    state = reader.state();
  }
  expect(blocks).toEqual(whole);
});
