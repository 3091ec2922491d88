import type { Edit, EditReason, NoneBecause, Warning } from "@/lib/spf/draft/suggestion";
import type { Language } from "@/lib/spf/sentence";
import { EN } from "./suggest-words.en";
import { KO } from "./suggest-words.ko";

/** What `whyspf suggest` says to people around a suggestion. */
export interface SuggestWords {
  published: string;
  noRecord: string;
  suggested: string;
  changes: string;
  edit: Record<Edit["kind"], (before: string, after: string) => string>;
  reasons: Record<EditReason, string>;
  passes: (lookups: number) => string;
  none: Record<NoneBecause, string>;
  zone: string;
  pair: string;
  fail: string;
  softfail: string;
  noPair: string;
  own: string;
  unadvised: string;
  warnings: Record<Warning, string>;
  diagnosis: string;
  who: string;
  evidence: string;
}

/** The words of a language. */
export function suggestWords(language: Language): SuggestWords {
  return language === "ko" ? KO : EN;
}
