import { visibleText } from "@/lib/mail/visible-text";
import { parseRecord } from "@/lib/spf";
import type { Fix } from "@/lib/spf/lint/finding";
import { fixedRecord } from "@/lib/spf/lint/fixed-record";
import { type Finding, findingMessage, type RecordReport } from "@/lib/spf/record-report";
import { type Language, rfcUrl, textOf } from "@/lib/spf/sentence";

/** What a check would say of a record's text; "none" if it is no SPF record, "temperror" if nobody answered. */
type LintResult = "ok" | "none" | "permerror" | "temperror";

/** A problem as `lint --json` prints it; `rfc` an address or null, `where` the included domains that lead to it. */
interface LintedProblem {
  rule: string;
  severity: Finding["severity"];
  from: number;
  to: number;
  message: string;
  rfc: string | null;
  where: string[];
  fix?: Fix;
}

/** What `lint --json` prints. */
export interface Linted {
  valid: boolean;
  result: LintResult;
  problems: LintedProblem[];
  lookups: number;
  voidLookups: number;
}

/** A report as `lint --json` prints it. */
export function lintedJson(report: RecordReport, language: Language): Linted {
  const { text, findings, lookups, voidLookups } = report;
  return {
    valid: findings.every(({ severity }) => severity !== "error"),
    result: resultOf(report),
    problems: findings.map((finding) => problemOf(finding, text, language)),
    lookups,
    voidLookups,
  };
}

function resultOf({ text, bill }: RecordReport): LintResult {
  if (bill?.root.status === "error") return "temperror";
  if (bill?.root.status === "several") return "permerror";
  const record = parseRecord(text ?? "");
  if (record.problems.some(({ code }) => code === "version")) return "none";
  return record.problems.length > 0 ? "permerror" : "ok";
}

function problemOf(finding: Finding, text: string | null, language: Language): LintedProblem {
  const { rule, severity, from, to } = finding;
  const { parts, rfc } = findingMessage(finding, text, language);
  const fix = "fix" in finding && finding.fix !== null ? { fix: finding.fix } : {};
  return {
    ...{ rule, severity, from, to, message: textOf(parts, visibleText) },
    ...{ rfc: rfc && rfcUrl(rfc), where: "where" in finding ? finding.where : [], ...fix },
  };
}

const WORDS = {
  en: {
    severity: { error: "error", warning: "warning", info: "note" },
    none: "no record",
    at: (from: number, to: number) => (to - from > 1 ? `characters ${from + 1}-${to}` : `character ${to}`),
    clean: "Nothing is wrong with it.",
    fixed: "With every safe correction: ",
    costs: (lookups: number, voids: number) =>
      `Up to ${lookups} lookups (10 are allowed), ${voids} of them void (2 are allowed). The record is`,
    result: {
      ok: "an SPF record",
      none: "no SPF record",
      permerror: "a permerror",
      temperror: "not known: no answer from the DNS",
    },
  },
  ko: {
    severity: { error: "오류", warning: "경고", info: "참고" },
    none: "레코드 없음",
    at: (from: number, to: number) => (to - from > 1 ? `${from + 1}-${to}번째 글자` : `${to}번째 글자`),
    clean: "문제가 없습니다.",
    fixed: "안전하게 고칠 수 있는 것을 모두 고치면: ",
    costs: (lookups: number, voids: number) =>
      `DNS 조회 최대 ${lookups}회(한도 10회), 그중 빈 조회 ${voids}회(한도 2회). 판정:`,
    result: {
      ok: "올바른 SPF 레코드",
      none: "SPF 레코드가 아님",
      permerror: "permerror(레코드를 해석할 수 없음)",
      temperror: "알 수 없음(DNS 응답 없음)",
    },
  },
};

/** A report for people: the record, each problem with its place and what to write instead, and what the record costs. */
export function lintedText({ text, findings }: RecordReport, linted: Linted, language: Language): string {
  const words = WORDS[language];
  const fixed = text === null || findings.length === 0 ? text : fixedRecord(text);
  const lines = [
    text === null ? words.none : visibleText(text),
    "",
    ...linted.problems.flatMap((problem) => problemLines(problem, text ?? "", language)),
    ...(linted.problems.length === 0 ? [words.clean] : []),
    ...(fixed === text ? [] : ["", `${words.fixed}${visibleText(fixed ?? "")}`]),
    "",
    `${words.costs(linted.lookups, linted.voidLookups)} ${words.result[linted.result]}.`,
  ];
  return `${lines.join("\n")}\n`;
}

function problemLines(
  { severity, rule, from, to, message }: LintedProblem,
  text: string,
  language: Language,
) {
  const words = WORDS[language];
  const isPart = to > from && (from > 0 || to < text.length);
  const place = isPart ? `, ${words.at(from, to)}: ${visibleText(text.slice(from, to))}` : "";
  return [`${words.severity[severity]} ${rule}${place}`, `  ${message}`];
}
