import { isFinished, isMoreTerms } from "./paste-words";

/** The strings of a record: their texts, whether escapes stood in them, whether an `all` did, and where in the text they end. */
export interface PastedStrings {
  strings: string[];
  isEscaped: boolean;
  isFinished: boolean;
  to: number;
}

/**
 * Reads the strings of a TXT record from behind the quote before the first: those on one line or in one parenthesis
 * (RFC 1035 section 5.1), and on lines of their own those that go on with the record. Null if the first is not closed.
 */
export function readStrings(
  text: string,
  from: number,
  { quote, isOpen }: { quote: string; isOpen: boolean },
): PastedStrings | null {
  const first = stringEnd(text, from, quote);
  if (first < 0) return null;
  const read: PastedStrings = { strings: [], isEscaped: false, isFinished: false, to: first + quote.length };
  add(read, text.slice(from, first), quote);
  for (;;) {
    const gap = readGap(text, read.to);
    if (!text.startsWith(quote, gap.to)) return read;
    const start = gap.to + quote.length;
    const end = stringEnd(text, start, quote);
    if (end < 0) return read;
    const string = text.slice(start, end);
    const isSame = !gap.isApart || (isOpen && !gap.isClosed);
    if (/^\s*v=spf1/i.test(string) || (!isSame && (read.isFinished || !isMore(string)))) return read;
    read.to = end + quote.length;
    add(read, string, quote);
  }
}

function isMore(string: string): boolean {
  const words = string.trim().split(/\s+/);
  return isMoreTerms(string) || words.some((word) => isMoreTerms(word) && /[:=]|^[-~?+]all$/i.test(word));
}

function add(read: PastedStrings, written: string, quote: string): void {
  const string = quote === '"' ? unescaped(written) : written;
  if (string !== written) read.isEscaped = true;
  read.isFinished ||= isFinished(string);
  read.strings.push(string);
}

/** Where a string ends that a quote closes on the same line; -1 where none does. */
function stringEnd(text: string, from: number, quote: string): number {
  for (let at = from; at < text.length && text[at] !== "\n"; at++) {
    if (text.startsWith(quote, at)) return at;
    if (quote === '"' && text[at] === "\\" && text[at + 1] !== "\n") at++;
  }
  return -1;
}

/** What lies between two strings: white space, comments, a comma, a parenthesis; `isApart` if not spaces alone. */
function readGap(text: string, from: number): { to: number; isApart: boolean; isClosed: boolean } {
  let [isApart, isClosed] = [false, false];
  let at = from;
  for (; at < text.length; at++) {
    const character = text[at]!;
    if (character === ";") {
      while (at + 1 < text.length && text[at + 1] !== "\n") at++;
    } else if (!/[\s(),+\\]/.test(character) || (character === "\\" && text[at + 1] !== "\n")) break;
    if (/[\n,+;]/.test(character)) isApart = true;
    if (character === ")") isClosed = true;
  }
  return { to: at, isApart, isClosed };
}

/** `\DDD` and `\X` as the characters that they stand for; octets of UTF-8 as the characters that they encode. */
function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  const octets = text.replace(/\\(\d{3}|.)/gs, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number(code) & 255) : code,
  );
  return octets.replace(/[\x80-\xff]{2,}/g, (run) => {
    try {
      const bytes = Uint8Array.from(run, (octet) => octet.charCodeAt(0));
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return run;
    }
  });
}
