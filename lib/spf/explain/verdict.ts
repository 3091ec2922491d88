import type { Language, Sentence } from "../sentence";
import type { Trace } from "../trace";
import { type Decided, decidedBy } from "./decided";
import { explainProblem } from "./problem";
import { SECTION, SECTION_OF_EXPLANATION, SECTION_OF_REASON, SECTION_OF_RESULT } from "./sections";
import { type VerdictWords, wordsOf } from "./words";

/** How many syntax errors are told beside a verdict; explainRecord tells all. */
const PROBLEMS = 3;

/** Tells a postmaster the verdict, what decided it, what it used of the limits, and what the domain says itself. */
export function explainVerdict(trace: Trace, language: Language): Sentence[] {
  const { verdict: words } = wordsOf(language);
  const decided = decidedBy(trace);
  const { record, at, path, below } = decided;
  const problems = record?.problems.slice(0, PROBLEMS) ?? [];
  return [
    first(trace, decided, words),
    ...(path.length > 0 ? [{ parts: words.path(at, path), rfc: null }] : []),
    ...below.map(({ include, term, at: where }) => ({
      parts: words.included(include, term, where),
      rfc: SECTION.include,
    })),
    ...problems.map((problem) => explainProblem(problem, record?.text ?? "", language)),
    ...budget(trace, words),
    ...explanation(trace, at, words),
  ];
}

function first({ ip, domain, result, reason }: Trace, { at, step }: Decided, words: VerdictWords): Sentence {
  const scene = { ip, domain, at, term: step?.text ?? null };
  if (reason === "match") return { parts: words.matched[result](scene), rfc: SECTION_OF_RESULT[result] };
  return { parts: words.reasons[reason](scene), rfc: SECTION_OF_REASON[reason] };
}

/** Where nothing was asked, there is nothing to tell of limits. */
function budget({ root, budget: { lookups, voidLookups } }: Trace, words: VerdictWords): Sentence[] {
  if (root === null || root.text === null) return [];
  return [{ parts: words.budget(lookups, voidLookups), rfc: SECTION.limits }];
}

/** RFC 7208 section 6.2: only a fail has an explanation. */
function explanation({ result, explanation: given }: Trace, at: string, words: VerdictWords): Sentence[] {
  if (result !== "fail") return [];
  if (given === null) return [{ parts: words.noExplanation(at), rfc: SECTION.explanation }];
  if (given.reason === null) return [];
  const text = given.text ?? given.domainSpec;
  return [{ parts: words.explanation[given.reason](text), rfc: SECTION_OF_EXPLANATION[given.reason] }];
}
