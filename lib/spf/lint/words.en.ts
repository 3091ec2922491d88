import type { LintRule } from "./rules";
import type { Words } from "./words";
import { ADVICE_EN } from "./words-advice.en";
import { SYNTAX_EN } from "./words-syntax.en";

/** What is said of every rule, in English. */
export const WORDS_EN: Words<LintRule> = { ...SYNTAX_EN, ...ADVICE_EN };
