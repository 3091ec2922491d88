import type { SpfResult } from "../result";
import { selectRecords } from "../select-record";
import type { Language, Part, Sentence } from "../sentence";
import type { RecordTrace, StepState } from "../trace";
import { lastStep } from "./decided";
import { explainProblem } from "./problem";
import { SECTION, SECTION_OF_REASON } from "./sections";
import { type RecordWords, wordsOf } from "./words";

/** Says what was found at a domain, and what its record came to. */
export function explainRecord(record: RecordTrace, language: Language): Sentence[] {
  const { records: words } = wordsOf(language);
  return [
    ...purpose(record, words),
    ...found(record, words),
    ...record.problems.map((problem) => explainProblem(problem, record.text ?? "", language)),
    ...end(record, words),
  ];
}

function purpose({ via, domain }: RecordTrace, words: RecordWords): Sentence[] {
  if (via === "initial") return [];
  return via === "include"
    ? [{ parts: words.included(domain), rfc: SECTION.include }]
    : [{ parts: words.redirected(domain), rfc: SECTION.redirect }];
}

function found(record: RecordTrace, words: RecordWords): Sentence[] {
  const { domain, text, reason } = record;
  if (reason === "bad-domain")
    return [{ parts: words.badDomain(domain), rfc: SECTION_OF_REASON["bad-domain"] }];
  if (text !== null) return [{ parts: words.found(domain, text), rfc: SECTION.selection }];
  const answer = record.questions.find(({ type }) => type === "TXT")?.answer;
  if (answer === undefined) return [{ parts: words.notAsked(domain), rfc: SECTION.lookup }];
  if (answer.status === "error")
    return [{ parts: words.noAnswer(domain, answer.reason), rfc: SECTION.lookup }];
  if (answer.status === "found") {
    const count = selectRecords(answer.records).length;
    const parts = count > 1 ? words.several(domain, count) : words.noneIsSpf(domain, answer.records.length);
    return [{ parts, rfc: SECTION.selection }];
  }
  const parts = answer.reason === "nxdomain" ? words.noName(domain) : words.noText(domain);
  const nothing = { parts, rfc: SECTION.selection };
  return reason === "void-limit" ? [nothing, { parts: words.voidLimit(), rfc: SECTION.limits }] : [nothing];
}

function end(record: RecordTrace, words: RecordWords): Sentence[] {
  const { problems, text, reason } = record;
  if (problems.length > 0) return [{ parts: words.broken(problems.length), rfc: SECTION_OF_REASON.syntax }];
  if (text === null) return [];
  const step = lastStep(record);
  if (reason === "no-match") return [{ parts: words.neutral(), rfc: SECTION.defaultResult }];
  if (step === null || step.result === null) return [];
  const rfc = step.state === "followed" ? SECTION.redirect : SECTION.evaluation;
  return [{ parts: endAt(step.text, step.state, step.result, words), rfc }];
}

function endAt(term: string, state: StepState, result: SpfResult, words: RecordWords): Part[] {
  if (state === "match") return words.matched(term, result);
  return state === "followed" ? words.followed(term, result) : words.ended(term, result);
}
