import { type Row, rowsOf, versionEnd } from "@/lib/spf/edit/rows";
import type { Part } from "@/lib/spf/sentence";
import { type EditorTexts, filledParts } from "./texts";

const RESULTS = { "+": "pass", "-": "fail", "~": "softfail", "?": "neutral" } as const;

/** What the term at a caret does, in a sentence; null where there is none, or none that can be read. */
export function meaningAt(
  text: string,
  caret: number | null,
  words: EditorTexts["term"],
  domain: string | null,
): Part[] | null {
  if (caret === null || text.trim() === "") return null;
  if (caret <= versionEnd(text)) return [words.version];
  const row = rowsOf(text).find(({ from, to }) => from <= caret && caret <= to);
  return row === undefined || row.isBroken ? null : meaningOf(row, words, domain ?? words.ownDomain);
}

function meaningOf(row: Row, words: EditorTexts["term"], own: string): Part[] {
  const name = row.name.toLowerCase();
  if (row.isModifier) {
    const sentence = name === "redirect" || name === "exp" ? words[name] : words.modifier;
    return filledParts(sentence, { value: row.value });
  }
  const condition = conditionOf(name, row.value);
  if (condition === null) return [words.modifier];
  const value = row.value === "" || row.value.startsWith("/") ? own + row.value : row.value;
  return [...filledParts(words.if[condition], { value }), " ", words.then[RESULTS[row.qualifier ?? "+"]]];
}

type Condition = keyof EditorTexts["term"]["if"];

function conditionOf(name: string, value: string): Condition | null {
  if (name === "ip4" || name === "ip6") return value.includes("/") ? "network" : "address";
  const known: readonly string[] = ["all", "include", "a", "mx", "exists", "ptr"];
  return known.includes(name) ? (name as Condition) : null;
}
