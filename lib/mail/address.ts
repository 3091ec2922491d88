import { endOfQuoted } from "./quoted";

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 60;
const CLOSE = 62;
const COMMA = 44;
const SPACE = 32;
/** sendmail cuts an address a few bytes behind this. */
const CUT = 190;

/**
 * Reads the path that starts at `from` in a log line: `<address>` or a bare address, quoted strings in it may hold
 * anything (RFC 5321 section 4.1.2). `end` is the index after it. A path whose bracket is lost ends before the next
 * `, name=`. `<>` gives "". Null where no path starts.
 */
export function readPath(text: string, from: number): { address: string; end: number } | null {
  if (from >= text.length) return null;
  if (text.charCodeAt(from) !== OPEN) return readBare(text, from);
  let at = from + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === CLOSE) return { address: text.slice(from + 1, at), end: at + 1 };
    if (code === COMMA && isField(text, at)) return { address: text.slice(from + 1, at), end: at };
    at = code === QUOTE ? endOfQuoted(text, at) : at + (code === BACKSLASH ? 2 : 1);
  }
  return readCut(text, from);
}

/**
 * A path that was cut at 200 bytes, perhaps within a quoted string: what follows the cut is the server's own, what
 * comes before it may be a sender's imitation.
 */
function readCut(text: string, from: number): { address: string; end: number } {
  let end = nextField(text, from + CUT);
  if (end === text.length) end = nextField(text, from);
  return { address: text.slice(from + 1, end), end };
}

function nextField(text: string, from: number): number {
  let at = text.indexOf(", ", from);
  while (at >= 0 && !isField(text, at)) at = text.indexOf(", ", at + 1);
  return at < 0 ? text.length : at;
}

function readBare(text: string, from: number): { address: string; end: number } | null {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === SPACE || code === COMMA) break;
    at = code === QUOTE ? endOfQuoted(text, at) : at + 1;
  }
  if (at > text.length) at = text.length;
  // Bare words may end in the dots of sendmail's `address... reason`.
  const dots = text.startsWith("...", at - 3) && at - 3 > from ? 3 : 0;
  return at === from ? null : { address: text.slice(from, at - dots), end: at - dots };
}

/** Whether `, name=` stands at `at`. */
function isField(text: string, at: number): boolean {
  if (text.charCodeAt(at + 1) !== SPACE) return false;
  for (let i = at + 2; i < at + 18; i++) {
    const code = text.charCodeAt(i);
    if (code === 61) return i > at + 2;
    if (!(code >= 97 && code <= 122) && code !== 95) return false;
  }
  return false;
}

/** The domain of an address in lower case; null where it has none. */
export function domainOf(address: string): string | null {
  const at = address.lastIndexOf("@");
  return at < 0 || at === address.length - 1 ? null : address.slice(at + 1).toLowerCase();
}
