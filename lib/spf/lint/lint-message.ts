import type { Language, Sentence } from "../sentence";
import type { Finding } from "./finding";
import { type LintRule, RULES } from "./rules";
import type { Words } from "./words";
import { WORDS_EN } from "./words.en";
import { WORDS_KO } from "./words.ko";

/** How much of a record's text a sentence repeats at most. */
const LONGEST = 80;

const WORDS: Record<Language, Words<LintRule>> = { ko: WORDS_KO, en: WORDS_EN };

/** What a finding of a record's text says to people: what is wrong, why that matters, what to write instead. */
export function lintMessage(finding: Finding, text: string, language: Language): Sentence {
  const { rule, from, to, values } = finding;
  const parts = WORDS[language][rule]({
    written: shortened(text.slice(from, to)),
    v: (name) => {
      const value = values[name] ?? "";
      return typeof value === "string" ? shortened(value) : value;
    },
  });
  return { parts, rfc: RULES[rule].rfc };
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
