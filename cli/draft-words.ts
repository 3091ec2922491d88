import type { PasteChange } from "@/lib/spf/edit/read-pasted";
import type { Published } from "@/lib/spf/published";
import type { Language } from "@/lib/spf/sentence";
import { EN } from "./draft-words.en";
import { KO } from "./draft-words.ko";

/** What `whyspf draft zone` says to people around a draft. */
export interface DraftWords {
  published: (ttl: number | null) => string;
  unpublished: Record<Exclude<Published["status"], "one">, string>;
  draft: string;
  understood: string;
  paste: Record<PasteChange, string>;
  others: string;
  /** The text says that it is of another domain. */
  otherDomain: (said: string, asked: string) => string;
  diff: string;
  same: string;
  reordered: string;
  added: (text: string) => string;
  removed: (text: string) => string;
  moved: (text: string) => string;
  qualifier: (was: string, text: string) => string;
  addresses: (counts: string[], isExact: boolean) => string;
  ip4: (count: string) => string;
  ip6: (count: string) => string;
  /** Networks of 64 bits of IPv6. */
  subnets: (count: string) => string;
  noAddresses: (isExact: boolean) => string;
  sizes: string;
  record: string;
  strings: (count: number) => string;
  answer: (isEstimate: boolean) => string;
  octets: (octets: number, limit: number) => string;
  state: Record<"ok" | "near" | "over", string>;
  zone: string;
  noZone: string;
  pair: string;
  noPair: string;
  plan: string;
  noPlan: string;
  unknownPlan: string;
  nothingToDo: string;
  check: string;
}

/** The words of a language. */
export function draftWords(language: Language): DraftWords {
  return language === "ko" ? KO : EN;
}
