/** The languages that whyspf speaks. */
export const LANGUAGES = ["ko", "en"] as const;

export type Language = (typeof LANGUAGES)[number];

/** A piece of a sentence: words of our own, or text that a record, an answer or a sender brought, never to be trusted. */
export type Part = string | { quoted: string };

/** What is said at one place, and the section it rests on (`7208#section-4.6.4`); null where no RFC speaks of it. */
export interface Sentence {
  parts: Part[];
  rfc: string | null;
}

/** Makes the parts of a sentence: say`${host} has no address.` keeps what is put in apart as quoted; numbers are ours. */
export function say(words: TemplateStringsArray, ...values: (string | number)[]): Part[] {
  const parts: Part[] = [];
  words.forEach((word, index) => {
    if (word !== "") parts.push(word);
    const value = values[index];
    if (value !== undefined) parts.push(typeof value === "number" ? String(value) : { quoted: value });
  });
  return parts;
}

/** The text of parts; `show` makes quoted text fit for where it goes, by marking characters that cannot be seen. */
export function textOf(parts: Part[], show: (quoted: string) => string): string {
  return parts.map((part) => (typeof part === "string" ? part : show(part.quoted))).join("");
}

/** Where to read a section: `7208#section-4.6.4` or `8616`. */
export function rfcUrl(rfc: string): string {
  return `https://www.rfc-editor.org/rfc/rfc${rfc}`;
}
