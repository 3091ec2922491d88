import type { Part } from "../sentence";

/** The letters of macros (RFC 7208 section 7.2). */
export type MacroLetter = "s" | "l" | "o" | "d" | "i" | "p" | "v" | "h" | "c" | "r" | "t";

/** How the value of a macro is cut up; `delimiters` each a character, `digits` how many parts stay, null for all. */
export interface MacroCut {
  delimiters: string[];
  isReversed: boolean;
  digits: number | null;
}

/** Words for macros. */
export interface MacroWords {
  letters: Record<MacroLetter, string>;
  cut(cut: MacroCut): Part[];
  escaped: string;
  literals: Record<"%%" | "%_" | "%-", string>;
}
