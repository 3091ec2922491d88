import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { PUBLISHED_RULES } from "@/lib/spf/bill/published-rules";
import { CATALOGUE, type Example } from "@/lib/spf/lint/catalogue";
import { lintMessage } from "@/lib/spf/lint/lint-message";
import { lintRecord } from "@/lib/spf/lint/lint-record";
import type { LintRule } from "@/lib/spf/lint/rules";
import { LIVE_RULES } from "@/lib/spf/publish/live-findings";
import { TRAFFIC_RULES } from "@/lib/spf/senders/traffic-findings";
import { type Language, rfcUrl, textOf } from "@/lib/spf/sentence";
import { DECISIONS } from "@/lib/spf/trace";
import { runCommand } from "./call.fixture";
import { check } from "./check";

const DOCS = join(import.meta.dirname, "../docs");
const folder = mkdtempSync(join(tmpdir(), "whyspf-docs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const guide = () => readFileSync(join(DOCS, "spf.md"), "utf8");

/** The case of KISA's guide, chapter III. */
async function checkGuidesCase(...more: string[]): Promise<string> {
  const zone = join(folder, "zone.json");
  const record = "v=spf1 ip4:61.251.112.141 ip4:61.251.112.143 ip4:61.251.112.144 -all";
  writeFileSync(zone, JSON.stringify({ "kisarbl.or.kr": { TXT: [record] } }));
  const mail = ["--ip", "9.8.7.6", "--sender", "kisa@kisarbl.or.kr", "--receiver", "mx.test.com"];
  return (await runCommand(check, [...mail, "--zone", zone, "--trace", ...more])).out;
}

test.each(["ko", "en"])("the guide's own case stands in docs/spf.md as a tree (%s)", async (language) => {
  const tree = await checkGuidesCase("--language", language);
  expect(guide()).toContain(`\`\`\`\n${tree.replace(/\(\d+ ms\)/g, "(0 ms)")}\`\`\``);
});

test("the guide's own case stands in docs/spf.md as JSON", async () => {
  const quiet = (key: string, value: unknown) => (key === "at" || key === "ms" ? 0 : value);
  const [, json] = /```json\n([\s\S]*?)```/.exec(guide())!;
  const printed = JSON.parse(await checkGuidesCase("--json"), quiet);
  expect(JSON.parse(json!)).toEqual(printed);
});

test("docs/spf.md names every decision of a trace", () => {
  for (const decision of DECISIONS) expect(guide()).toContain(`| \`${decision}\` |`);
});

test("docs/lint-rules.md has every rule, with what it says of its example", async () => {
  const rows = CATALOGUE.map(({ rule, severity, rfc, bad, fixed, domain }) => {
    const example = `${code(bad.join(""))}${fixed === null ? "" : `<br>→ ${code(fixed)}`}`;
    const [english, korean] = (["en", "ko"] as const).map((language) =>
      messageOf(rule, bad, domain, language),
    );
    return `| \`${rule}\`<br>${severity}, ${section(rfc)} | ${example} | ${english}<br>${korean} |`;
  });
  const shown = (rules: typeof PUBLISHED_RULES | typeof LIVE_RULES | typeof TRAFFIC_RULES) =>
    Object.entries(rules).map(
      ([rule, { severity, rfc }]) => `| \`${rule}\` | ${severity} | ${section(rfc)} |`,
    );
  const below = [
    ...[...BELOW_HEAD, ...shown(PUBLISHED_RULES)],
    ...[...LIVE_HEAD, ...shown(LIVE_RULES)],
    ...[...TRAFFIC_HEAD, ...shown(TRAFFIC_RULES)],
  ];
  await expect([...TEXT_HEAD, ...rows, ...below, ""].join("\n")).toMatchFileSnapshot(
    join(DOCS, "lint-rules.md"),
  );
});

const TEXT_HEAD = [
  "# What `whyspf lint` finds",
  "",
  "An *error* makes the record a permerror, at least for checks that get as far, or no SPF record at all; a *warning* does something else than it seems to, or is unwise; an *info* is good to know. Characters that cannot be seen are written as code points here. (`npx vitest run cli/docs.test.ts -u` writes this file.)",
  "",
  "## In the text of a record",
  "",
  "| rule | example, and what it becomes | what is said |",
  "|---|---|---|",
];

const BELOW_HEAD = [
  "",
  "## In what the DNS has at a domain and below its record",
  "",
  "| rule | severity | rests on |",
  "|---|---|---|",
];

const LIVE_HEAD = [
  "",
  "## On the authoritative servers of a domain",
  "",
  "Where the [record workbench](records.md), or `whyspf draft zone --check`, asks them.",
  "",
  "| rule | severity | rests on |",
  "|---|---|---|",
];

const TRAFFIC_HEAD = [
  "",
  "## In who sends as a domain",
  "",
  "Where the [record workbench](records.md), or `whyspf draft from-traffic`, holds a draft against the stored mail. A server counts as the domain's own, or as its mail service's, only by what its owner alone can bring about, never by its volume or the names it gives. `sends-nothing` is said of a domain without MX alone, after four weeks of stored mail, if some of it came as the domain: what never comes here is not known.",
  "",
  "| rule | severity | rests on |",
  "|---|---|---|",
];

/** All but printable ASCII, Hangul, and the dashes, tildes and quotation marks of word processors. */
const UNSEEN = /[^\x20-\x7e가-힣–—～“”]/gu;

function code(text: string): string {
  return `\`${text.replace(UNSEEN, codePoint).replaceAll("|", "\\|")}\``;
}

function codePoint(character: string): string {
  return `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

function section(rfc: string | null): string {
  return rfc === null ? "" : `[RFC ${rfc.replace("#section-", ", section ")}](${rfcUrl(rfc)})`;
}

function messageOf(rule: LintRule, bad: Example["bad"], domain: string | undefined, language: Language) {
  const record = bad.join("");
  const finding = lintRecord(record, { domain }).find((found) => found.rule === rule)!;
  return textOf(lintMessage(finding, record, language).parts, code);
}
