import type { Language, Part, Sentence } from "../sentence";
import type { Finding } from "./finding";
import { PUBLISHED_RULES, type PublishedRule, type RuleValues } from "./published-rules";
import { WHERE_EN, WORDS_EN } from "./words.en";
import { WHERE_KO, WORDS_KO } from "./words.ko";

/** What each published rule says in a language. */
export type PublishedWords = { [R in PublishedRule]: (values: RuleValues[R]) => Part[] };

const WORDS: Record<Language, PublishedWords> = { ko: WORDS_KO, en: WORDS_EN };
const WHERE = { ko: WHERE_KO, en: WHERE_EN };

/** Whether a finding is of a rule that needs DNS, so that `publishedMessage` can say it. */
export function isPublishedRule(rule: string): rule is PublishedRule {
  return Object.hasOwn(PUBLISHED_RULES, rule);
}

/** What a finding of `lintPublished` says, and the section it rests on; below the root it names the record. */
export function publishedMessage({ rule, where, values }: Finding, language: Language): Sentence {
  if (!isPublishedRule(rule)) return { parts: [rule], rfc: null };
  // A rule's values are those that `found` took for it.
  const words = WORDS[language][rule] as (values: Finding["values"]) => Part[];
  const domain = where.at(-1);
  const start = domain === undefined ? [] : WHERE[language](domain);
  return { parts: [...start, ...words(values)], rfc: PUBLISHED_RULES[rule].rfc };
}
