import type { Part } from "../sentence";

/** What a phrase takes: text of strangers, a number of ours, or parts made before. */
export type Inserted = string | number | Part[];

/**
 * Makes `say` of a language that also takes parts made before, joins words of ours that meet, and says with `nothing`
 * where a quoted text is empty, which no reader could see.
 */
export function phraseIn(nothing: string) {
  return (words: TemplateStringsArray, ...values: Inserted[]): Part[] => {
    const parts: Part[] = [];
    words.forEach((word, index) => {
      append(parts, word);
      const value = values[index];
      if (Array.isArray(value)) for (const part of value) append(parts, part);
      else if (typeof value === "number") append(parts, String(value));
      else if (value !== undefined) append(parts, value === "" ? nothing : { quoted: value });
    });
    return parts;
  };
}

/** Adds a part, or nothing for an empty one; words of ours join those before them. */
function append(parts: Part[], part: Part): void {
  if (part === "") return;
  const last = parts.at(-1);
  if (typeof part === "string" && typeof last === "string") parts[parts.length - 1] = last + part;
  else parts.push(part);
}
