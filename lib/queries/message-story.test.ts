import { describe, expect, test } from "vitest";
import type { Message } from "@/lib/logs/message";
import { message, recipient } from "@/lib/store/messages.fixture";
import { messageStory, type ProcmailLines, type Step, type Story } from "./message-story";
import type { Missing, OriginalLine } from "./original-lines";

const ID = "6AO373Ww000680";
const TIME = Date.UTC(2026, 10, 24, 3, 7, 3);
const HEAD = "Nov 24 12:07:03 mx1 sendmail[680]: ";

function line(text: string | null, missing: Missing | null = null, earlier: string[] = []): OriginalLine {
  return { ref: `1:${text}`, log: 1, path: "/var/log/maillog", offset: 0, text, earlier, missing };
}

function storyOf(
  changes: Partial<Message>,
  lines: OriginalLine[] = [],
  procmail: ProcmailLines[] = [],
): Story {
  const stored = message({ queueId: ID, time: TIME, recipients: [], ...changes });
  return messageStory({ message: stored, earlier: null, later: [] }, lines, procmail);
}

function step<K extends Step["kind"]>({ steps }: Story, kind: K): Step & { kind: K } {
  return steps.find((one) => one.kind === kind) as Step & { kind: K };
}

const FROM = line(
  `${HEAD}${ID}: from=<lee@Example.com>, size=1234, class=0, nrcpts=1, msgid=<1@example.com>, relay=mail.example.com [192.0.2.25]`,
);
const VERDICT = line(
  `${HEAD}${ID}: Milter (spfmilter) insert (0): header: Received-SPF: pass (mx1: ok) client-ip=192.0.2.25; helo=mail.example.com; envelope-from=lee@Example.com;`,
);
const SENT = line(
  `Nov 25 09:00:00 mx1 sendmail[9]: ${ID}: to=<kim@corp.example>, delay=00:00:05, xdelay=00:00:02, mailer=local, dsn=2.0.0, stat=Sent`,
);
const DEFERRED = line(
  `${HEAD}${ID}: to=<kim@corp.example>, delay=00:00:05, xdelay=00:00:01, mailer=esmtp, dsn=4.0.0, stat=Deferred: no route`,
);
const KIM = { address: "kim@corp.example", status: "sent", statusTime: TIME + 1000, local: true } as const;

describe("a story", () => {
  test("tells the steps of a delivered message in order, each with the lines that state it", () => {
    const story = storyOf({ recipients: [recipient(KIM)] }, [FROM, VERDICT, DEFERRED, SENT]);
    expect(story.steps.map(({ kind, proof }) => [kind, proof.lines])).toEqual([
      ["connected", [0]],
      ["helo", [1]],
      ["mailFrom", [0]],
      ["verdict", [1]],
      ["content", [0]],
      ["recipient", [2, 3]],
    ]);
    expect(story.lines.map(({ step: home }) => story.steps[home!]!.kind)).toEqual([
      "mailFrom",
      "verdict",
      "recipient",
      "recipient",
    ]);
    expect(step(story, "recipient")).toMatchObject({ tries: 2, reply: "Sent" });
    expect(step(story, "mailFrom").time).toBe(TIME);
  });

  test("lets recipients follow in the order of their deliveries, refused ones before the text", () => {
    const story = storyOf({
      recipients: [
        recipient({ address: "late@x.example", status: "sent", statusTime: TIME + 9000 }),
        recipient({ address: "no@x.example", action: "reject" }),
        recipient({ address: "early@x.example", status: "deferred", statusTime: TIME + 1000 }),
      ],
    });
    const kinds = story.steps.map((one) => (one.kind === "recipient" ? one.recipient.address : one.kind));
    expect(kinds.slice(4)).toEqual(["no@x.example", "content", "early@x.example", "late@x.example"]);
  });

  test.each([
    ["CONNECT", null, null, ["connected", "verdict", "refused"]],
    ["HELO", null, null, ["connected", "helo", "verdict", "refused"]],
    ["MAIL", "a@b.example", "h", ["connected", "helo", "mailFrom", "verdict", "refused"]],
    ["EOM", "a@b.example", "h", ["connected", "helo", "mailFrom", "verdict", "content", "refused"]],
  ] as const)("of a message refused at %s ends there", (stage, envelopeFrom, helo, kinds) => {
    const isEarly = stage !== "EOM";
    const unsaid = isEarly ? { size: null, messageId: null } : {};
    const story = storyOf({ action: "reject", stage, envelopeFrom, helo, result: null, ...unsaid });
    expect(story.steps.map(({ kind }) => kind)).toEqual(kinds);
  });

  test("says which recipient was refused, by which line and with which reply", () => {
    const refused = line(
      `${HEAD}${ID}: Milter: to=<kim@corp.example>, reject=550 5.7.1 Please see http://x.example`,
    );
    const story = storyOf(
      { action: "reject", stage: "RCPT", rejectedBy: "spf", recipients: [recipient({ action: "reject" })] },
      [refused],
    );
    expect(step(story, "recipient")).toMatchObject({ proof: { lines: [0] }, refusal: { stage: "RCPT" } });
    expect(step(story, "refused").proof.lines).toEqual([0]);
    expect(story.steps[story.lines[0]!.step!]!.kind).toBe("recipient");
  });

  test("shows at most a hundred recipients, and counts the rest", () => {
    const recipients = Array.from({ length: 130 }, (_, n) => recipient({ address: `${n}@x.example` }));
    const story = storyOf({ recipients });
    expect(story.steps.filter(({ kind }) => kind === "recipient")).toHaveLength(100);
    expect(story.moreRecipients).toBe(30);
  });

  test("joins the pieces of a text that sendmail split", () => {
    const pieces = [
      `${HEAD}${ID}[1]: from=<lee@Example.com>, size=1234, ...`,
      `${HEAD}${ID}[2]: relay=[192.0.2.25]`,
    ];
    const story = storyOf({}, [line(pieces[1]!, null, [pieces[0]!])]);
    expect(step(story, "mailFrom").proof.lines).toEqual([0]);
    expect(story.lines[0]!.texts).toEqual(pieces);
  });

  test("gives lines of another message of the same log no say", () => {
    const other = line(FROM.text!.replace(ID, "6AO373Ww000681"));
    const story = storyOf({}, [other]);
    expect(step(story, "mailFrom").proof.lines).toEqual([]);
    expect(story.lines[0]!.step).toBeNull();
  });

  test("reads an event without a queue id by its refusal", () => {
    const refused = line(
      "Nov 24 12:07:03 mx1 sendmail[680]: ruleset=check_relay, arg1=h.example, arg2=192.0.2.25, relay=h.example [192.0.2.25], reject=550 5.7.1 no",
    );
    const story = storyOf({ queueId: "~abc.0", action: "reject", stage: "CONNECT" }, [refused]);
    expect(step(story, "refused").proof.lines).toEqual([0]);
  });
});

describe("why there is no line", () => {
  const unproven = (story: Story, kind: Step["kind"]) => step(story, kind).proof.unproven;

  test.each([
    ["nobody knows it", { helo: null }, [], "helo", "unknown"],
    ["it follows from others", {}, [FROM], "helo", "follows"],
    ["its line cannot be read", {}, [FROM, line(null, "gone")], "helo", "gone"],
    ["what nobody knows was in no line either", { helo: null }, [line(null, "gone")], "helo", "unknown"],
    [
      "there were too many",
      { lines: Array.from({ length: 16 }, (_, n) => `1:${n}`) },
      [FROM],
      "helo",
      "full",
    ],
    ["the checker's line has no queue id", { resultFrom: "log" }, [FROM], "verdict", "matched"],
    [
      "a header that policyd-spf logs has none either",
      { resultFrom: "header" },
      [FROM],
      "verdict",
      "matched",
    ],
    ["the header's line is gone", { resultFrom: "header" }, [line(null, "rotated")], "verdict", "gone"],
  ] as [string, Partial<Message>, OriginalLine[], Step["kind"], string][])(
    "%s",
    (_, changes, lines, kind, why) => {
      expect(unproven(storyOf(changes, lines), kind)).toBe(why);
    },
  );
});

describe("a verdict", () => {
  test.each([
    [{ unchecked: true }, "filterDown"],
    [{ action: "reject", stage: "MAIL", rejectedBy: "spf" }, "silentRefusal"],
    [{ action: "reject", stage: "RCPT", rejectedBy: "mta" }, "refusedBefore"],
    [{ aborted: true }, "brokenOff"],
    [{}, "noChecker"],
  ] as [Partial<Message>, string][])("that is not logged has a reason: %j", (changes, gap) => {
    expect(step(storyOf({ result: null, resultFrom: null, ...changes }), "verdict").gap).toBe(gap);
  });

  test("that another line contradicts says so", () => {
    const other = line(VERDICT.text!.replace("Received-SPF: pass", "Received-SPF: softfail"));
    const verdict = step(storyOf({}, [VERDICT, other]), "verdict");
    expect(verdict.others).toMatchObject([{ result: "softfail", line: 1 }]);
    expect(verdict.proof.lines).toEqual([0, 1]);
  });
});

describe("procmail's lines", () => {
  const block = line(
    `From lee@Example.com  Tue Nov 24 12:07:04 2026\n Subject: x\n  Folder: /var/mail/kim\t\t77\nFrom other`,
  );

  test("stand with their recipient, up to the folder", () => {
    const delivered = recipient({ ...KIM, folder: "/var/mail/kim", tagged: false });
    const story = storyOf({ recipients: [delivered] }, [FROM], [{ ordinal: 0, fitting: 1, lines: [block] }]);
    expect(step(story, "recipient")).toMatchObject({ fitting: 1, proof: { lines: [1] } });
    expect(story.lines[1]!.texts.at(-1)).toContain("Folder: /var/mail/kim");
  });

  test("that two recipients may share stand there once", () => {
    const both = [recipient(KIM), recipient({ ...KIM, address: "park@corp.example" })];
    const procmail = [0, 1].map((ordinal) => ({ ordinal, fitting: 2, lines: [block] }));
    const story = storyOf({ recipients: both }, [], procmail);
    expect(story.lines).toHaveLength(1);
    expect(story.steps.filter(({ kind }) => kind === "recipient").map(({ proof }) => proof.lines)).toEqual([
      [0],
      [0],
    ]);
  });
});

describe("a line's text", () => {
  test.each([
    ["UTF-8", "\xed\x85\x8c\xec\x8a\xa4\xed\x8a\xb8", "테스트"],
    ["Korean of before", "\xc5\xd7\xbd\xba\xc6\xae", "테스트"],
    ["an escape that would choose a character set", "\x1b$)C\x0eabc", "\x1b$)C\x0eabc"],
    ["what is no text", "\xff\xfe\x80", "\xff\xfe\x80"],
  ])("in %s is read as its bytes read best", (_, bytes, text) => {
    expect(storyOf({}, [line(bytes)]).lines[0]!.texts).toEqual([text]);
  });

  test("is cut at four thousand characters, and says so", () => {
    const [long] = storyOf({}, [line("x".repeat(5000))]).lines;
    expect(long).toMatchObject({ cut: true });
    expect(long!.texts[0]).toHaveLength(4096);
  });
});
