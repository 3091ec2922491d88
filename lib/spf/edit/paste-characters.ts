import { meaning } from "../lint/characters";
import type { SyntaxRule } from "../lint/rules";
import type { PasteChange } from "./paste-change";

/** A text in the characters that records are made of, and where in it what was changed. */
export interface PlainText {
  text: string;
  marks: { at: number; change: PasteChange }[];
}

const CHANGE_OF: Partial<Record<SyntaxRule, PasteChange>> = {
  "no-break-space": "spaces",
  "invisible-character": "invisible",
  "pasted-dash": "word-processor",
  "pasted-tilde": "word-processor",
  "pasted-quote": "word-processor",
  "full-width": "full-width",
};

const NAMED: Record<string, string> = {
  quot: '"',
  apos: "'",
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  ndash: "-",
  mdash: "-",
  minus: "-",
  tilde: "~",
  colon: ":",
  equals: "=",
  sol: "/",
  period: ".",
  lt: "<",
  gt: ">",
  amp: "&",
};

const ENTITY = /^&(?:amp;)*(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});$/i;
const TAG =
  /<\/?(?:br|p|div|tr|td|th|li|ul|pre|table|tbody|span|code|b|i|em|strong|font|tt|samp)(?:\s[^<>\n]{0,200})?\/?>/i;
/** Tags between which words do not belong together. */
const BLOCK = /^<\/?(?:br|p|div|tr|td|th|li|ul|pre|table|tbody)\b/i;
/** Characters that stand for others, and what they stand for may be. A soft hyphen before `all` may be its sign: it stays. */
const ODD = new RegExp(
  `&(?:amp;)*(?:#\\d{1,7}|#x[\\da-f]{1,6}|[a-z]{2,8});|${TAG.source}|\\r\\n?|\\u00ad(?=all)|[^\\x00-\\x7f]`,
  "giu",
);

/** Reads a text in the characters that people and programs meant: entities, full-width forms, odd spaces and dashes. */
export function plainText(source: string): PlainText {
  const marks: PlainText["marks"] = [];
  let text = "";
  let at = 0;
  for (const { 0: written, index } of source.matchAll(ODD)) {
    text += source.slice(at, index);
    const { meant, change } = read(written, source.startsWith("all", index + 1));
    if (change !== null) marks.push({ at: text.length, change });
    text += meant;
    at = index + written.length;
  }
  return { text: text + source.slice(at), marks };
}

interface Reading {
  meant: string;
  change: PasteChange | null;
}

function read(written: string, isBeforeAll: boolean): Reading {
  if (written[0] === "\r") return { meant: "\n", change: null };
  if (written[0] === "<") return { meant: BLOCK.test(written) ? "\n" : "", change: "entities" };
  if (written[0] === "&") return readEntity(written);
  if (written === "\u00ad" && isBeforeAll) return { meant: written, change: null };
  return readCharacter(written);
}

function readEntity(written: string): Reading {
  const name = ENTITY.exec(written)?.[1]?.toLowerCase() ?? "";
  const point = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (name[0] !== "#")
    return Object.hasOwn(NAMED, name)
      ? { meant: NAMED[name]!, change: "entities" }
      : { meant: written, change: null };
  if (point === 0 || point > 0x10ffff || (point >= 0xd800 && point < 0xe000))
    return { meant: written, change: null };
  const character = String.fromCodePoint(point);
  return { meant: point < 128 ? character : readCharacter(character).meant, change: "entities" };
}

function readCharacter(character: string): Reading {
  if (/^[\u300c-\u300f\u300a\u300b]$/.test(character)) return { meant: '"', change: "quotes" };
  const { rule, text } = meaning(character.codePointAt(0)!, character);
  const change = CHANGE_OF[rule] ?? null;
  if (text === null || change === null) return { meant: character, change: null };
  if (rule !== "pasted-quote") return { meant: text, change };
  return { meant: /^[\u2018-\u201b\u2032\uff07]$/.test(character) ? "'" : '"', change };
}
