import { type VisiblePart, visibleParts } from "@/lib/mail/visible-text";

/** So many characters at a time are within what visibleParts shows, however many code units they have. */
const PIECES = /[\s\S]{1,150}/gu;

/** Text of strangers of any length, on lines of its own, with what is hidden in it made visible. */
export function wholeParts(text: string): VisiblePart[] {
  return text
    .split(/(\n)/)
    .flatMap((line) =>
      line === "\n"
        ? { text: line, isMark: false }
        : (line.match(PIECES) ?? []).flatMap((piece) => visibleParts(piece)),
    );
}

/** The same as one plain string, for what is to be copied whole. */
export function wholeText(text: string): string {
  return wholeParts(text)
    .map((part) => part.text)
    .join("");
}
