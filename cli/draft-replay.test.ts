import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readConfig } from "@/lib/config/config";
import { SPF_RESULTS } from "@/lib/spf/result";
import { runCommand } from "./call.fixture";
import type { Call } from "./command";
import { draft } from "./draft";
import { storedMail } from "./draft-mail.fixture";
import { FAILED, OK, USAGE } from "./fault";

let mail: Awaited<ReturnType<typeof storedMail>>;
beforeAll(async () => {
  mail = await storedMail();
});
afterAll(() => mail?.remove());

const DRAFT = "v=spf1 ip4:203.1.113.5 ~all";
const run = (...args: string[]) =>
  runCommand(draft, ["replay", ...args, "--zone", mail.zone], { env: { DATABASE_URL: mail.url } });
const [PASS, FAIL, SOFTFAIL] = (["pass", "fail", "softfail"] as const).map((result) =>
  SPF_RESULTS.indexOf(result),
);

/** The command with a terminal for what it says on the side. */
function onTerminal(stop: AbortSignal) {
  const [out, err] = [new PassThrough(), Object.assign(new PassThrough(), { isTTY: true })];
  const call: Call = {
    args: ["replay", "--domain", "example.com", "--record", DRAFT, "--zone", mail.zone],
    config: readConfig({ DATABASE_URL: mail.url }),
    ...{ out, err, input: new PassThrough(), stop },
  };
  return { out, err, code: draft.run(call) };
}

describe("whyspf draft replay", () => {
  test("tells what would change, by client, and what would be refused", async () => {
    const { code, out } = await run("--domain", "Example.com.", "--record", DRAFT, "--json");
    expect(code).toBe(OK);
    const report = JSON.parse(out);
    expect(report).toMatchObject({
      domain: "example.com",
      draft: DRAFT,
      published: "v=spf1 mx -all",
      messages: 22,
      results: [...SPF_RESULTS],
    });
    expect(report.matrix[PASS!][SOFTFAIL!]).toBe(9);
    expect(report.matrix[FAIL!][PASS!]).toBe(7);
    expect(report.matrix[FAIL!][SOFTFAIL!]).toBe(6);
    expect(report.clients[0]).toMatchObject({ messages: 9, published: "pass", draft: "softfail" });
    const hard = report.enforcement.find(({ all }: { all: string }) => all === "-all");
    expect(hard.refusingFail).toMatchObject({ messages: 15, newly: 9 });
  });

  test("shows people the same, in both languages", async () => {
    const args = ["--domain", "example.com", "--record", DRAFT];
    const { code, out } = await run(...args, "--language", "en");
    expect(code).toBe(OK);
    for (const line of [
      "7 would begin to pass, 9 would cease to, 6 change otherwise, 0 stay as they are.",
      "  203.1.113.5: fail → pass, 7 messages",
      "    -all → ip4:203.1.113.5; 2026-11-01 00:00 – 2026-11-07 00:00",
      "  with -all",
      "    by servers that refuse fail: 15 messages from 2 servers, 9 of them accepted then",
    ])
      expect(out.split("\n")).toContain(line);
    expect(out).toMatch(/^ +pass +softfail\n {2}pass +0 +9\n {2}fail +7 +6$/m);
    expect(out).not.toMatch(/[가-힣]/);
    const korean = (await run(...args, "--language", "ko")).out;
    expect(korean).toContain("새로 통과 7통, 더는 통과하지 못함 9통, 그 밖의 변화 6통, 그대로 0통");
  });

  test("says where nothing changes, and where there is nothing to evaluate", async () => {
    const same = await run("--domain", "example.com", "--record", "v=spf1 mx -all", "--language", "en");
    expect(same.out).toContain("Nothing changes: each of 22 messages has the same result");
    const args = ["--domain", "nowhere.example", "--record", DRAFT, "--language", "en"];
    const { code, out } = await run(...args);
    expect(code).toBe(OK);
    expect(out).toContain("There is no message to evaluate.");
    expect(out).not.toContain("What would be refused");
  });

  test("ends with 1 where the DNS gives no answer, and says for how many messages", async () => {
    const args = ["--domain", "example.com", "--record", "v=spf1 include:late.example -all"];
    const { code, out, err } = await run(...args, "--language", "en");
    expect(code).toBe(FAILED);
    expect(out).toContain("! The DNS gave no answer for 22 messages");
    expect(err).toContain("whyspf draft: no answer to TXT late.example: timeout");
  });

  test("does not call none what the DNS does not tell", async () => {
    const args = ["--domain", "late.example", "--record", DRAFT, "--language", "en"];
    const { code, out } = await run(...args);
    expect(code).toBe(FAILED);
    expect(out).toContain("What is published is not known: the DNS gave no answer.\n");
    expect(out).not.toContain("(none)");
  });

  test("looks at a time", async () => {
    const args = ["--domain", "example.com", "--record", DRAFT, "--days", "1", "--json"];
    expect(JSON.parse((await run(...args)).out)).toMatchObject({ messages: 1 });
  });

  test("tells a terminal how far it is, and takes that away", async () => {
    const { out, err, code } = onTerminal(new AbortController().signal);
    expect(await code).toBe(OK);
    const told = String(err.read());
    expect(told).toContain("example.com: ");
    expect(told.endsWith("\r\x1b[K")).toBe(true);
    expect(String(out.read())).not.toContain("\x1b");
  });

  test("says nothing where it is stopped", async () => {
    const { out, code } = onTerminal(AbortSignal.abort());
    expect(await code).toBe(FAILED);
    expect(out.read()).toBeNull();
  });
});

describe("whyspf draft", () => {
  test.each([
    [["replay", "--domain", "example.com"], "needs --record or --record-file."],
    [["replay", "--record", DRAFT], "needs --domain."],
    [["replay", "--domain", "example.com", "--record", DRAFT, "--check"], "Unknown option '--check'"],
    [[], 'takes zone, from-traffic, replay, not "".'],
    [["constructor"], 'takes zone, from-traffic, replay, not "constructor".'],
    [["--domain", "example.com"], 'takes zone, from-traffic, replay, not "--domain".'],
  ])("%j is refused: %s", async (args, reason) => {
    const { code, out, err } = await runCommand(draft, args);
    expect([code, out]).toEqual([USAGE, ""]);
    expect(err).toContain(reason);
  });

  test("its help names every part and its JSON", () => {
    for (const word of ["draft zone", "draft from-traffic", "draft replay", "--record-file", "--authority"])
      expect(draft.help).toContain(word);
  });

  test.each(["zone", "from-traffic", "replay"])("its part %s runs", async (part) => {
    const args = [part, "--domain", "example.com", "--record", DRAFT, "--zone", mail.zone, "--json"];
    const { code, out } = await runCommand(draft, args, { env: { DATABASE_URL: mail.url } });
    expect(code).toBe(OK);
    expect(JSON.parse(out)).toMatchObject({ domain: "example.com" });
  });
});
