import type { Messages } from "next-intl";
import type { Part } from "@/lib/spf/sentence";

/** The editor's words, handed to it whole, since the library that looks words up would come along with the page. */
export type EditorTexts = Messages["recordEditor"];

/** A text with its `{name}`s filled in; both languages group the digits of a number alike. */
export function filled(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (written, name: string) => {
    const value = values[name] ?? written;
    return typeof value === "number" ? value.toLocaleString("en") : value;
  });
}

/** A text with its `{name}`s filled in by what people wrote, each kept apart as quoted. */
export function filledParts(text: string, values: Record<string, string>): Part[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== "")
    .map((piece) => {
      const value = /^\{\w+\}$/.test(piece) ? values[piece.slice(1, -1)] : undefined;
      return value === undefined ? piece : { quoted: value };
    });
}
