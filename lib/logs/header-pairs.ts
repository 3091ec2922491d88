import { endOfComment, endOfQuoted, unquote } from "@/lib/mail/quoted";

/** One `key=value` of a header, the value still as written. */
export interface HeaderPair {
  value: string;
  /** Index of the value in the text. */
  at: number;
  /** What follows proves that the value is whole; a value that ends with its line may be cut. */
  whole: boolean;
}

const SEMICOLON = 59;
const QUOTE = 34;
const OPEN = 40;
const KEY = /[\w.-]{1,64}[ \t\r\n]{0,16}=/y;

/**
 * Reads the `key=value; …` that starts at `from` (RFC 7208 section 9.1), keys in lower case, up to what is no pair.
 * Of equal keys the first counts, since senders' text comes late; only the last `x-software` does, which checkers
 * write last.
 */
export function readPairs(text: string, from: number): Map<string, HeaderPair> {
  const pairs = new Map<string, HeaderPair>();
  let at = skipBetween(text, from);
  while (at < text.length) {
    KEY.lastIndex = at;
    const key = KEY.exec(text);
    if (!key) break;
    const start = skipBlanks(text, at + key[0].length);
    const end = endOfValue(text, start);
    const value = text.slice(start, end).trim();
    const name = key[0].slice(0, -1).trim().toLowerCase();
    if (name === "x-software" || !pairs.has(name))
      pairs.set(name, { value, at: start, whole: end < text.length });
    at = skipBetween(text, end);
  }
  return pairs;
}

/** The address in a pair, without angle brackets or quotes around it; null without one, or if it may be cut. */
export function addressOf(pair: HeaderPair | undefined): string | null {
  if (!pair?.whole) return null;
  const value = unquote(pair.value);
  return value.startsWith("<") && value.endsWith(">") ? value.slice(1, -1) : value;
}

/** The name in a pair, null where it is empty, unknown to the checker, or perhaps cut. */
export function nameOf(pair: HeaderPair | undefined): string | null {
  if (!pair?.whole) return null;
  const value = unquote(pair.value);
  return value === "" || value.toLowerCase() === "<unknown>" || value.toLowerCase() === "unknown"
    ? null
    : value;
}

function endOfValue(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === SEMICOLON) return at;
    at = code === QUOTE ? endOfQuoted(text, at) : at + 1;
  }
  return text.length;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

/** Skips blanks, semicolons and comments; to the end where a comment is cut. */
function skipBetween(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === OPEN) {
      const end = endOfComment(text, at);
      if (end < 0) return text.length;
      at = end;
    } else if (code === SEMICOLON || isBlank(code)) at++;
    else break;
  }
  return at;
}
