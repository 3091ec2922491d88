import type { Problem, ProblemCode, SpfRecord, Term } from "../record";
import { type Finding, type Fix, found } from "./finding";
import type { SyntaxRule } from "./rules";

/** The rule that speaks of a problem where no other explains it better. */
export const PROBLEM_RULES: Record<ProblemCode, SyntaxRule> = {
  version: "version-missing",
  "illegal-character": "illegal-character",
  "unknown-mechanism": "unknown-mechanism",
  "modifier-as-mechanism": "missing-value",
  "modifier-name": "modifier-name",
  "modifier-with-qualifier": "qualifier-on-modifier",
  "modifier-twice": "modifier-twice",
  "missing-argument": "missing-value",
  "argument-not-allowed": "all-argument",
  "cidr-not-allowed": "prefix-not-allowed",
  "cidr-syntax": "prefix-syntax",
  "cidr-range": "prefix-too-long",
  "bad-ip4": "bad-ip4",
  "bad-ip6": "bad-ip6",
  "empty-domain": "missing-value",
  "single-label": "single-label",
  "numeric-toplabel": "numeric-toplabel",
  "bad-toplabel": "bad-toplabel",
  "macro-percent": "macro-percent",
  "macro-unclosed": "macro-unclosed",
  "macro-letter": "macro-letter",
  "macro-zero": "macro-zero",
  "macro-transformer": "macro-transformer",
  "macro-exp-only": "macro-exp-only",
};

/** The plain finding of a problem of a term. */
export function problemFinding(record: SpfRecord, problem: Problem, term: Term, index: number): Finding {
  const { code, to } = problem;
  // Where something is missing, there is only what stands before it to point at.
  const from = problem.from < to ? problem.from : Math.max(term.from, to - 1);
  const name = /^[+\-~?]?([^:/=]*)/.exec(term.text.slice(0, 80))![1]!.toLowerCase();
  return found(PROBLEM_RULES[code], { from, to }, { name }, problemFix(record, problem, term, index));
}

function problemFix(record: SpfRecord, { code, from, to }: Problem, term: Term, index: number): Fix | null {
  if (code === "argument-not-allowed" && /^[-~?]/.test(term.text)) return { from, to, text: "" };
  if (code === "modifier-with-qualifier" && term.text[0] === "+") return { from, to, text: "" };
  const isCidr = code === "cidr-not-allowed" || code === "cidr-syntax";
  const isSlash = isCidr && record.text.slice(from, to) === "/";
  if (isSlash && !term.text.includes("://")) return { from, to, text: "" };
  if (code === "modifier-twice" && isRepeated(record, term)) return removal(record, index);
  return null;
}

function isRepeated({ redirect, exp }: SpfRecord, term: Term): boolean {
  const text = term.text.toLowerCase();
  return [redirect, exp].some(
    (first) => first !== null && first !== term && first.text.toLowerCase() === text,
  );
}

/** Takes a term out of a record, with the spaces before it. */
export function removal({ terms }: SpfRecord, index: number): Fix {
  const from = index > 0 ? terms[index - 1]!.to : Math.max(0, terms[index]!.from - 1);
  return { from, to: terms[index]!.to, text: "" };
}
