import type { Language, Part, Sentence } from "../sentence";
import type { QuestionTrace, Reason, StepTrace } from "../trace";
import { evidenceOf } from "./evidence";
import { SECTION, SECTION_OF_REASON, SECTION_OF_TERM } from "./sections";
import { readTermName } from "./term-name";
import { type StepReason, type StepWords, wordsOf } from "./words";

/** Says what one term did and why: what was found, what follows, and what it cost. */
export function explainStep(step: StepTrace, language: Language): Sentence[] {
  const { steps: words } = wordsOf(language);
  if (isUntouched(step)) return explainEvidence(step, language);
  return [...explainEvidence(step, language), ...outcome(step, words), ...cost(step, words)];
}

/** The same for those who see beside it what became of the term and what it cost: what was found, and why it ended. */
export function explainEvidence(step: StepTrace, language: Language): Sentence[] {
  const { steps: words } = wordsOf(language);
  return isUntouched(step)
    ? [unreached(step, words)]
    : [...evidenceOf(step, language), ...because(step, words)];
}

function isUntouched(step: StepTrace): boolean {
  return step.state === "unreached" || isUntried(step);
}

function unreached({ text, isShadow }: StepTrace, words: StepWords): Sentence {
  if (isShadow) return { parts: words.shadow.unreached(), rfc: SECTION.evaluation };
  return readTermName(text).name === "redirect"
    ? { parts: words.unreachedRedirect(), rfc: SECTION.redirect }
    : { parts: words.unreached(), rfc: SECTION.evaluation };
}

/** Whether a shadow step ended for want of questions, and not for an error of DNS. */
function isUntried(step: StepTrace): boolean {
  return step.isShadow && step.reason === "dns-error" && !hasError(step);
}

function hasError({ questions, within }: StepTrace): boolean {
  const isError = ({ answer }: QuestionTrace) => answer.status === "error";
  return (
    questions.some(isError) ||
    (within !== null && (within.questions.some(isError) || within.steps.some(hasError)))
  );
}

/** Why it came to what it did, where what was found does not say it already. */
function because(step: StepTrace, words: StepWords): Sentence[] {
  const { name } = readTermName(step.text);
  const { state, within, reason } = step;
  if (within !== null) {
    const parts = ledTo(step, words);
    return parts === null ? [] : [{ parts, rfc: SECTION_OF_TERM[name] }];
  }
  if (state === "error") return reason !== null ? failure(reason, words) : [];
  if (name === "all") return [{ parts: words.all(), rfc: SECTION_OF_TERM.all }];
  const hasNames = step.names !== null && step.comparisons.length === 0;
  if (name === "ptr" && state === "no-match" && hasNames)
    return [{ parts: words.noValidatedName(), rfc: SECTION_OF_TERM.ptr }];
  return [];
}

/** What the record that an include or a redirect led to means for its term. */
function ledTo({ within, state, reason }: StepTrace, words: StepWords): Part[] | null {
  const { domain, result } = within!;
  if (reason === "redirect-none") return words.redirectNone(domain);
  if (reason === "include-none") return words.includeNone(domain);
  if (result === null || state === "followed") return null;
  if (state === "match") return words.includePasses(domain);
  return state === "error" ? words.includeError(domain, result) : words.includeDoesNotPass(domain, result);
}

function failure(reason: Reason, words: StepWords): Sentence[] {
  if (!Object.hasOwn(words.reasons, reason)) return [];
  return [{ parts: words.reasons[reason as StepReason](), rfc: SECTION_OF_REASON[reason] }];
}

function outcome({ text, state, reason, result, isShadow, within }: StepTrace, words: StepWords): Sentence[] {
  const say = (parts: Part[]) => [
    { parts, rfc: state === "followed" ? SECTION.redirect : SECTION.evaluation },
  ];
  if (result === null || state === "no-match")
    return say(isShadow ? words.shadow.doesNotMatch() : words.doesNotMatch());
  if (state === "match")
    return say(isShadow ? words.shadow.matches(result) : words.matches(readTermName(text).qualifier, result));
  if (state === "followed" && within !== null && reason !== "redirect-none")
    return say((isShadow ? words.shadow : words).followed(within.domain, result));
  return say(isShadow ? words.shadow.ends(result) : words.ends(result));
}

/** What it used of the lookups, with all below it; a shadow step has lookups of its own. */
function cost({ before, after, isShadow }: StepTrace, words: StepWords): Sentence[] {
  const used = after.lookups - before.lookups;
  const voids = after.voidLookups - before.voidLookups;
  if (used <= 0) return [];
  if (isShadow) return [{ parts: words.shadowLookups(used), rfc: SECTION.limits }];
  const lookups = { parts: words.lookups(used, after.lookupsLeft), rfc: SECTION.limits };
  if (voids <= 0) return [lookups];
  return [lookups, { parts: words.voidLookups(voids, after.voidLookupsLeft), rfc: SECTION.limits }];
}
