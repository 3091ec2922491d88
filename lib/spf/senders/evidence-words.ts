import type { Language, Part, Sentence } from "../sentence";
import type { Evidence, EvidenceKind, EvidenceValues } from "./evidence";
import { WORDS_EN } from "./words.en";
import { WORDS_KO } from "./words.ko";

/** What is said of each kind of evidence. */
export type EvidenceWords = { [Kind in EvidenceKind]: (values: EvidenceValues[Kind]) => Part[] };

const WORDS: Record<Language, EvidenceWords> = { ko: WORDS_KO, en: WORDS_EN };

/** Says a reason in a sentence; what the log or DNS brought is quoted. */
export function evidenceSentence({ kind, values }: Evidence, language: Language): Sentence {
  const words = WORDS[language][kind] as (given: Evidence["values"]) => Part[];
  return { parts: words(values), rfc: null };
}
