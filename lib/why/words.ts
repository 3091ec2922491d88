import type { Language, Part } from "@/lib/spf/sentence";
import type { WhyProblem, WhyProblemKind } from "./request";
import { EN } from "./words.en";
import { KO } from "./words.ko";

/** What is said of each kind of problem; every language has every kind. */
export type ProblemWords = Record<WhyProblemKind, (problem: WhyProblem) => Part[]>;

const WORDS: Record<Language, ProblemWords> = { ko: KO, en: EN };

/** A problem of a link or a bounce in a sentence; what was given is a quoted part. */
export function problemParts(problem: WhyProblem, language: Language): Part[] {
  return WORDS[language][problem.kind](problem);
}
