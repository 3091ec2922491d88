import { LANGUAGES, type Language } from "@/lib/spf/sentence";

/** The language of a page's texts as lib/spf and lib/why take it. */
export function readLanguage(locale: string): Language {
  return LANGUAGES.find((language) => language === locale) ?? "en";
}
