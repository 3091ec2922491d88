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
    stillBroken: "With every safe correction, which leaves errors: ",
    costs: (lookups: number, voids: number) =>
      `Up to ${lookups === 1 ? "1 lookup" : `${lookups} lookups`} (10 are allowed), ${voids} of them void (2 are allowed). `,
    result: {
      ok: "The syntax is correct.",
      none: "This is no SPF record.",
      permerror: "The syntax is wrong: every check ends in permerror.",
      temperror: "The DNS gave no answer.",
    },
  },
  ko: {
    severity: { error: "오류", warning: "주의", info: "참고" },
    none: "레코드 없음",
    at: (from: number, to: number) => (to - from > 1 ? `${from + 1}-${to}번째 글자` : `${to}번째 글자`),
    clean: "문제가 없습니다.",
    fixed: "안전하게 고칠 수 있는 것을 모두 고치면: ",
    stillBroken: "안전하게 고칠 수 있는 것만 고치면(오류가 남습니다): ",
    costs: (lookups: number, voids: number) =>
      `DNS 조회 최대 ${lookups}회(한도 10회), 그중 빈 조회 ${voids}회(한도 2회). `,
    result: {
      ok: "문법은 올바릅니다.",
      none: "SPF 레코드가 아닙니다.",
      permerror: "문법 오류가 있어 모든 검사가 permerror로 끝납니다.",
      temperror: "DNS가 응답하지 않았습니다.",
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
    ...(fixed === text || fixed === null ? [] : ["", fixedLine(fixed, language)]),
    "",
    // Of a record that cannot be read nobody can say what it costs.
    `${linted.result === "ok" ? words.costs(linted.lookups, linted.voidLookups) : ""}${words.result[linted.result]}`,
  ];
  return `${lines.join("\n")}\n`;
}

function fixedLine(fixed: string, language: Language): string {
  const words = WORDS[language];
  const isBroken = parseRecord(fixed).problems.length > 0;
  return `${isBroken ? words.stillBroken : words.fixed}${visibleText(fixed)}`;
}

/** A finding of a record's text for people: its rule with the place, and what it says. */
export function problemLines(
  { severity, rule, from, to, message }: Pick<LintedProblem, "severity" | "rule" | "from" | "to" | "message">,
  text: string,
  language: Language,
) {
  const words = WORDS[language];
  const isPart = to > from && (from > 0 || to < text.length);
  const place = isPart ? `, ${words.at(from, to)}: ${visibleText(text.slice(from, to))}` : "";
  return [`${words.severity[severity]} ${rule}${place}`, `  ${message}`];
}
