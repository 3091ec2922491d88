import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "@/lib/config/config";
import { runCommand } from "./call.fixture";
import type { Command } from "./command";
import { draftFromTraffic } from "./draft-from-traffic";
import { START, storedMail } from "./draft-mail.fixture";
import { FAILED, OK, USAGE } from "./fault";

const DAY = 86_400_000;
const command: Command = { name: "draft", summary: "", help: "", run: draftFromTraffic };

let mail: Awaited<ReturnType<typeof storedMail>>;
beforeAll(async () => {
  mail = await storedMail();
});
afterAll(() => mail?.remove());

const run = (...args: string[]) =>
  runCommand(command, [...args, "--zone", mail.zone], { env: { DATABASE_URL: mail.url } });
const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).out);

interface Group {
  role: string;
  total: number;
  senders: { ip: string }[];
}

describe("whyspf draft from-traffic", () => {
  test("tells who sent, and drafts a record that authorises no forger", async () => {
    const { code, out } = await run("--domain", "Example.com", "--json");
    expect(code).toBe(OK);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      domain: "example.com",
      published: "v=spf1 mx -all",
      draft: "v=spf1 mx -all",
      counted: 22,
      suggested: "v=spf1 mx ip4:203.1.113.5 -all",
      zoneLines: ['example.com. 3600 IN TXT "v=spf1 mx ip4:203.1.113.5 -all"'],
    });
    expect(report.groups.map(({ role, total, senders }: Group) => [role, senders[0]!.ip, total])).toEqual([
      ["own", "61.251.112.25", 9],
      ["own", "203.1.113.5", 7],
      ["forger", "198.50.100.66", 6],
    ]);
  });

  test("shows people the servers, the evidence and the record", async () => {
    const { code, out } = await run("--domain", "example.com", "--language", "en");
    expect(code).toBe(OK);
    for (const line of [
      "  203.1.113.5 news.example.com: 7 messages, fail → fail",
      "    fail 7; refused 0, tagged 0, accepted 7",
      "  Added to the suggested record.",
      "  Not added: it looks like a forger.",
      "  v=spf1 mx ip4:203.1.113.5 -all",
      '  example.com. 3600 IN TXT "v=spf1 mx ip4:203.1.113.5 -all"',
    ])
      expect(out.split("\n")).toContain(line);
    expect(out).toMatch(/^22 messages as example\.com from 3 servers, /);
    expect(out).toMatch(/^198\.50\.100\.0\/24: forger, \w+, 6 messages\n/m);
    expect(out).not.toContain("ip4:198.50.100.66");
    expect(out).not.toMatch(/[가-힣]/);
    const korean = (await run("--domain", "example.com", "--language", "ko")).out;
    expect(korean).toContain("제안하는 레코드에 넣었습니다.");
  });

  test("says first which own server the record does not pass, and of which term", async () => {
    const values = {
      ...{ ip: "203.1.113.5", name: "news.example.com", messages: 7 },
      ...{ result: "fail", term: "-all" },
    };
    expect((await json("--domain", "example.com")).findings).toEqual([
      { rule: "own-host-uncovered", severity: "warning", from: 10, to: 14, values },
    ]);
    const { out } = await run("--domain", "example.com", "--language", "en");
    const [, found] = out.split("\n\n");
    expect(found).toBe(
      "warning own-host-uncovered, characters 11-14: -all\n" +
        "  203.1.113.5 (news.example.com) looks like the domain’s own server and sent 7 messages, but the record does not pass it: -all decides (fail). If it is yours, authorise it.",
    );
    const covered = ["--domain", "example.com", "--record", "v=spf1 mx ip4:203.1.113.5 -all"];
    expect((await json(...covered)).findings).toEqual([]);
    expect((await run(...covered)).out).not.toContain("uncovered");
  });

  test("says in Korean that a record allows nobody, though own servers send", async () => {
    const { out } = await run("--domain", "example.com", "--record", "v=spf1 ~all", "--language", "ko");
    expect(out).toContain(
      "\n\n주의 null-record-sends, 8-11번째 글자: ~all\n  이 레코드는 어떤 서버도 허용하지",
    );
    expect(out).toContain(
      "서버 2대가 example.com 도메인의 이름으로 메일 16통을 보냈습니다(61.251.112.25 등).",
    );
  });

  test("stands by a draft, and warns where it passes a forger", async () => {
    const draft = ["--domain", "example.com", "--record", '"v=spf1 mx ip4:198.50.100.0/24 -all"'];
    expect(await json(...draft)).toMatchObject({
      draft: "v=spf1 mx ip4:198.50.100.0/24 -all",
      suggested: "v=spf1 mx ip4:198.50.100.0/24 ip4:203.1.113.5 -all",
    });
    const { out } = await run(...draft, "--language", "en");
    expect(out).toContain("The draft passes it, though it looks like a forger");
  });

  test("looks at the days before the newest message, or between two times", async () => {
    const { range, counted } = await json("--domain", "example.com", "--days", "2");
    expect([range.to - range.from, counted]).toEqual([2 * DAY, 2]);
    const since = new Date(START + DAY).toISOString();
    const until = new Date(START + 3 * DAY).toISOString();
    expect(await json("--domain", "example.com", "--since", since, "--until", until)).toMatchObject({
      range: { from: START + DAY, to: START + 3 * DAY },
      counted: 6,
    });
  });

  test("a time without mail keeps the draft, and says when mail begins", async () => {
    const args = ["--domain", "example.com", "--until", "2026-01-01", "--record", "v=spf1 a -all"];
    const { code, out } = await run(...args, "--language", "en");
    expect(code).toBe(OK);
    expect(out).toMatch(/^No message as example\.com is stored, … – /);
    expect(out).toContain("! Messages are stored from 2026-11-01 00:00 UTC on");
    expect(out).toContain("Draft:\n  v=spf1 a -all\n");
    expect(out).toContain("There is nothing to add without asking.");
  });

  test("has no zone lines where there is no record to suggest", async () => {
    expect(await json("--domain", "unheard.example")).toMatchObject({
      groups: [],
      published: null,
      suggested: "",
      zoneLines: null,
    });
  });

  test("ends with 1 where the published record is not known", async () => {
    const { code, out, err } = await run("--domain", "late.example", "--language", "en");
    expect(code).toBe(FAILED);
    expect(err).toContain("no answer to TXT late.example: timeout");
    expect(out).not.toContain("Published record:");
    expect(out).toContain("! The DNS gave no answer: the published record is not known");
  });

  test("ends with 1 and says nothing where it is stopped", async () => {
    const out = new PassThrough();
    const code = await draftFromTraffic({
      args: ["--domain", "example.com", "--zone", mail.zone],
      config: readConfig({ DATABASE_URL: mail.url }),
      out,
      err: new PassThrough(),
      input: new PassThrough(),
      stop: AbortSignal.abort(),
    });
    expect(code).toBe(FAILED);
    expect(out.read()).toBeNull();
  });

  test.each([
    [[], "needs --domain."],
    [["--domain", "x"], "--domain takes a domain"],
    [["--domain", "example.com", "--days", "0"], "--days takes a number from 1"],
    [["--domain", "example.com", "--days", "3", "--since", "2026-11-01"], "takes --days, or --since and"],
    [["--domain", "example.com", "--since", "yesterday"], "--since takes a date or a time"],
    [
      ["--domain", "example.com", "--since", "2026-11-02", "--until", "2026-11-01"],
      "--since must be before --until.",
    ],
    [["--domain", "example.com", "--ttl", "60"], "Unknown option '--ttl'"],
  ])("%j is refused: %s", async (args, reason) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([USAGE, ""]);
    expect(err).toContain(reason);
  });
});
