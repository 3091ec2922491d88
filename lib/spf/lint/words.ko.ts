import type { LintRule } from "./rules";
import type { Words } from "./words";
import { ADVICE_KO } from "./words-advice.ko";
import { SYNTAX_KO } from "./words-syntax.ko";

/** What is said of every rule, in Korean. */
export const WORDS_KO: Words<LintRule> = { ...SYNTAX_KO, ...ADVICE_KO };
