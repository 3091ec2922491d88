import { parseRecord } from "../parse";
import type { Problem, SpfRecord, Term } from "../record";
import { applyFixes, fixesOf } from "./apply-fixes";
import { characterFindings } from "./characters";
import { type Finding, isOverlap } from "./finding";
import { widerThan } from "./open-terms";
import { problemFinding } from "./problem-rules";
import { quoteRuns } from "./quotes";
import { REPAIRS } from "./repairs";
import { spaceInTerm } from "./space-in-term";

/** How many findings are made of one term at most. */
const MOST = 200;

/** The findings about the terms of a record that have problems: for each one at least an error, the most telling. */
export function explainTerms(record: SpfRecord): Finding[] {
  const problems = problemsByTerm(record);
  const quotes = quoteRuns(record.text);
  const findings: Finding[] = [];
  let nextQuote = 0;
  for (let index = 0; index < record.terms.length; index++) {
    const term = record.terms[index]!;
    const own = problems[index]!;
    const next = record.terms[index + 1];
    if (own.length === 0 && !(next && problems[index + 1]!.length > 0 && /^[:/=]/.test(next.text))) continue;
    while (nextQuote < quotes.length && quotes[nextQuote]!.to <= term.from) nextQuote++;
    const inTerm: Finding[] = [];
    for (let i = nextQuote; i < quotes.length && quotes[i]!.from < term.to; i++) inTerm.push(quotes[i]!);
    const joined = inTerm.length === 0 ? spaceInTerm(record, index, problems) : null;
    if (joined) {
      findings.push(joined);
      if (problems[index + 1]!.length > 0) index++;
      continue;
    }
    if (own.length === 0) continue;
    for (const finding of explainTerm(record, index, own, inTerm.slice(0, MOST))) findings.push(finding);
  }
  return [...new Set(findings)];
}

function explainTerm(record: SpfRecord, index: number, problems: Problem[], quotes: Finding[]): Finding[] {
  const term = record.terms[index]!;
  const generic = () => problems.map((problem) => problemFinding(record, problem, term, index));
  let guess: Finding[] | null = null;
  if (problems.some(({ code }) => code === "illegal-character"))
    guess = characterFindings(record.text, term).slice(0, MOST);
  else if (term.kind === "broken")
    guess = quotes.length > 0 ? quotes : (firstRepair(record, index, problems)?.slice(0, MOST) ?? null);
  if (!guess) return generic();
  const left = judge(term, problems, guess);
  return [...guess, ...left.map((problem) => problemFinding(record, problem, term, index))];
}

function firstRepair(record: SpfRecord, index: number, problems: Problem[]): Finding[] | null {
  for (const repair of REPAIRS) {
    const guess = repair({ record, index, term: record.terms[index]!, problems });
    if (guess) return guess;
  }
  return null;
}

/**
 * The problems of a term that a guess leaves unexplained; a fix that would open the record to everyone, or leave more
 * problems, is taken away from it.
 */
function judge(term: Term, problems: Problem[], guess: Finding[]): Problem[] {
  const inside = fixesOf(guess)
    .map((fix) => ({
      ...fix,
      from: Math.max(0, fix.from - term.from),
      to: Math.min(term.text.length, fix.to - term.from),
    }))
    .filter(({ from, to }) => from <= to);
  const repaired = parseRecord(`v=spf1 ${applyFixes(term.text, inside)}`);
  if (widerThan(repaired, null) || repaired.problems.length > problems.length)
    for (const finding of guess) finding.fix = null;
  else if (inside.length > 0 && repaired.problems.length === 0) return [];
  return problems.filter((problem) => !guess.some((finding) => isExplained(finding, problem)));
}

function isExplained(finding: Finding, problem: Problem): boolean {
  if (finding.rule === "wrong-separator" && problem.code === "modifier-as-mechanism") return true;
  return isOverlap(finding, problem);
}

/** The problems of each term; those of the version are in none. */
function problemsByTerm({ terms, problems }: SpfRecord): Problem[][] {
  const byTerm: Problem[][] = terms.map(() => []);
  let index = 0;
  for (const problem of problems) {
    while (index < terms.length && terms[index]!.to <= problem.from) index++;
    if (problem.code !== "version" && index < terms.length && problem.from >= terms[index]!.from)
      byTerm[index]!.push(problem);
  }
  return byTerm;
}
