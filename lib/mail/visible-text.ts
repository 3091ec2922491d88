/** A piece of text; `isMark` where it stands for a character that cannot be seen. */
export interface VisiblePart {
  text: string;
  isMark: boolean;
}

/** Control characters, marks that turn the direction of writing, spaces of no width, empty letters, tags. */
const HIDDEN =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u200b-\u200f\u2028-\u202e\u2060-\u2069\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/u;
const KEPT = 300;

/** Text of strangers as it may be shown: at most `most` characters, with what is hidden in it made visible. */
export function visibleParts(text: string, most = KEPT): VisiblePart[] {
  const cut = text.length > most ? `${text.slice(0, most)}…` : text;
  const parts: VisiblePart[] = [];
  for (const character of cut) {
    const isMark = HIDDEN.test(character);
    const shown = isMark ? markFor(character) : character;
    const last = parts.at(-1);
    if (last?.isMark === isMark) last.text += shown;
    else parts.push({ text: shown, isMark });
  }
  return parts;
}

/** The same as one plain string, for titles. One argument only: it is handed to map(). */
export function visibleText(text: string): string {
  return visibleLine(text, KEPT);
}

/** Text of strangers as one plain string of at most `most` characters. */
export function visibleLine(text: string, most: number): string {
  return visibleParts(text, most)
    .map((part) => part.text)
    .join("");
}

/** ␀ to ␡ where there is a picture, else the code point. */
function markFor(character: string): string {
  const code = character.codePointAt(0)!;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return "\u2421";
  return `⟨U+${code.toString(16).toUpperCase().padStart(4, "0")}⟩`;
}
