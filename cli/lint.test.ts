import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { TEXTS } from "@/app/i18n/texts/all";
import { LANGUAGES } from "@/lib/spf/sentence";
import { runCommand } from "./call.fixture";
import { FAILED, OK, USAGE } from "./fault";
import { lint } from "./lint";

const folder = mkdtempSync(join(tmpdir(), "whyspf-lint-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zone = join(folder, "zone.json");
const ZONE = {
  "good.example": { TXT: ["v=spf1 ip4:61.251.112.0/24 include:sub.good.example -all"] },
  "sub.good.example": { TXT: ["v=spf1 ip4:198.51.100.1 -all"] },
  "twice.example": { TXT: ["v=spf1 -all", "v=spf1 ~all"] },
  "bare.example": { TXT: ["hello"] },
  "far.example": { TXT: ["v=spf1 include:good.example include:gone.example -all"] },
  "late.example": { timeout: true },
};
writeFileSync(zone, JSON.stringify(ZONE));

const run = (...args: string[]) => runCommand(lint, [...args, "--zone", zone]);
const json = async (...args: string[]) => JSON.parse((await run(...args, "--json")).out);

describe("whyspf lint", () => {
  test("finds nothing wrong with a good record, and counts its lookups", async () => {
    expect(await json("--domain", "good.example")).toEqual({
      valid: true,
      result: "ok",
      problems: [],
      lookups: 1,
      voidLookups: 0,
    });
  });

  test("states the place, the message in both languages, the section and the fix", async () => {
    const record = "v=spf1 ipv4:192.0.2.1 -all";
    const linted = await json("--record", record);
    expect(linted).toMatchObject({ valid: false, result: "permerror", lookups: 0 });
    const [problem] = linted.problems;
    expect(problem).toMatchObject({ rule: "mechanism-typo", severity: "error", from: 7, to: 11, where: [] });
    expect(problem.rfc).toMatch(/^https:\/\/www\.rfc-editor\.org\/rfc\/rfc7208#section-/);
    expect(record.slice(0, problem.fix.from) + problem.fix.text + record.slice(problem.fix.to)).toBe(
      "v=spf1 ip4:192.0.2.1 -all",
    );
    const korean = await json("--record", record, "--language", "ko");
    expect(korean.problems[0].message).toMatch(/[가-힣]/);
    expect(problem.message).not.toMatch(/[가-힣]/);
  });

  test("looks below the record, and names the domains that lead to the trouble", async () => {
    const linted = await json("--domain", "far.example");
    expect(linted).toMatchObject({ valid: false, result: "ok", lookups: 3, voidLookups: 1 });
    expect(linted.problems.map(({ rule }: { rule: string }) => rule)).toContain("target-without-domain");
  });

  test("lints a text as if a domain published it", async () => {
    const linted = await json("--record", "v=spf1 include:good.example -all", "--domain", "good.example");
    const selfs = linted.problems.filter(({ rule }: { rule: string }) => rule.includes("self"));
    expect(selfs).toHaveLength(1);
  });

  test.each([
    ["twice.example", "permerror", "several-records"],
    ["bare.example", "none", "no-record"],
    ["nowhere.example", "none", "no-domain"],
  ])("%s: %s", async (domain, result, rule) => {
    const linted = await json("--domain", domain);
    expect(linted).toMatchObject({ valid: false, result });
    expect(linted.problems.map((problem: { rule: string }) => problem.rule)).toContain(rule);
  });

  test("ends with 1 where the DNS gives no answer", async () => {
    const { code, out } = await run("--domain", "late.example", "--json");
    expect(code).toBe(FAILED);
    expect(JSON.parse(out)).toMatchObject({ valid: false, result: "temperror" });
  });

  test("says what got no answer, and why", async () => {
    const { err } = await run("--domain", "late.example");
    expect(err).toBe("whyspf lint: no answer to TXT late.example: timeout\n");
  });

  test("asks nobody with --offline", async () => {
    const args = ["--record", "v=spf1 include:gone.example a mx -all", "--offline", "--json"];
    const linted = JSON.parse((await runCommand(lint, args)).out);
    expect(linted).toMatchObject({ valid: true, result: "ok", lookups: 3, voidLookups: 0 });
  });

  test("shows people the record, each problem, and the record with all corrections", async () => {
    const { code, out } = await run("--record", "v=spf1 ip4: 192.0.2.1 ~all -all", "--language", "en");
    expect(code).toBe(OK);
    expect(out).toContain("With every safe correction: v=spf1 ip4:192.0.2.1 ~all\n");
    expect(out).toMatch(/error space-in-term, characters? [\d-]+/);
    const korean = await run("--record", "v=spf1 ip4: 192.0.2.1 ~all -all", "--language", "ko");
    expect(korean.out).toMatch(/오류 space-in-term/);
  });

  test.each(LANGUAGES)("calls how much a problem matters what the pages call it, %s", async (language) => {
    const { severities } = TEXTS[language].recordTree.findings;
    const records = ["v=spf1 ipv4:192.0.2.1 -all", "v=spf1 ptr -all", "v=spf1 mx x=y -all"];
    for (const [n, severity] of (["error", "warning", "info"] as const).entries()) {
      const { problems } = await json("--record", records[n]!);
      expect(problems[0].severity).toBe(severity);
      const { out } = await run("--record", records[n]!, "--language", language);
      expect(out).toContain(`\n${severities[severity].toLowerCase()} ${problems[0].rule}`);
    }
  });

  test("10 kB of junk is no record, and nothing in it reaches the terminal as it is", async () => {
    const junk = `\u001b]0;x\u0007${"\u0000ÿ=:/%{".repeat(1_600)}`;
    const { code, out } = await run("--record", junk, "--language", "en");
    expect(code).toBe(OK);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    expect(await json("--record", junk)).toMatchObject({ valid: false, result: "none" });
  });
});

test("--batch answers each line and looks nothing up", async () => {
  const input = [
    '{"id":1,"record":"v=spf1 include:gone.example -all"}',
    '{"id":2,"record":"v=spf1 ip4:1.2.3 -all"}',
    '{"id":3,"record":"hello"}',
    '{"id":4}',
  ].join("\n");
  const { code, out } = await runCommand(lint, ["--batch"], { input });
  expect(code).toBe(FAILED);
  const lines = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { id: 1, valid: true, result: "ok", lookups: 1 },
    { id: 2, valid: false, result: "permerror" },
    { id: 3, valid: false, result: "none" },
    { id: 4, error: "line 4: record is missing, or no text" },
  ]);
});

test.each<[string[], RegExp]>([
  [[], /needs --record or --domain/],
  [["--domain", ""], /--domain takes a domain such as example.com, not ""/],
  [["--domain", "a@b.example"], /--domain takes a domain/],
  [["--domain", "https://b.example/"], /--domain takes a domain/],
  [["--domain", "..", "--record", "x"], /--domain takes a domain/],
  [["--record", "x", "--offline", "--zone", "z"], /takes no --dns and no --zone/],
  [["--batch", "--dns", "127.0.0.1"], /takes no --dns/],
  [["--domain", "good.example", "--offline"], /--offline needs --record/],
  [["--batch", "--record", "x"], /takes no --record/],
  [["--record", "x", "--language", "fr"], /ko or en/],
  [["x"], /not "x"/],
])("what lint cannot use: %j", async (args, sentence) => {
  const { code, err } = await runCommand(lint, args);
  expect(code).toBe(USAGE);
  expect(err).toMatch(sentence);
});
