import type { Problem } from "../record";
import type { Language, Sentence } from "../sentence";
import { SECTION_OF_PROBLEM, SECTION_OF_TERM } from "./sections";
import { readTermName } from "./term-name";
import { wordsOf } from "./words";

/** Says what is wrong at one place of a record's text. */
export function explainProblem({ code, from, to }: Problem, text: string, language: Language): Sentence {
  const term = termAround(text, from);
  const { name } = readTermName(term);
  const offending = text.slice(from, to) || term;
  const longestPrefix = name === "ip6" || offending.startsWith("//") ? 128 : 32;
  return {
    parts: wordsOf(language).problems[code]({ offending, term, longestPrefix }),
    rfc: SECTION_OF_PROBLEM[code] ?? SECTION_OF_TERM[name],
  };
}

/** The term that a place of a record is in; terms are set apart by spaces only. */
function termAround(text: string, at: number): string {
  const from = text.lastIndexOf(" ", at) + 1;
  const space = text.indexOf(" ", from);
  return text.slice(from, space < 0 ? text.length : space);
}
