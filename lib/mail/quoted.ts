const QUOTE = 34;
const OPEN = 40;
const CLOSE = 41;
const BACKSLASH = 92;

/** Index after the quoted string that opens at `from` (RFC 5321 section 4.1.2); the text's end where it never closes. */
export function endOfQuoted(text: string, from: number): number {
  for (let i = from + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) i++;
    else if (code === QUOTE) return i + 1;
  }
  return text.length;
}

/**
 * Index after the comment that opens at `from`, -1 where it never closes. Comments nest; quoted strings in them count
 * as quoted, because checkers write sender addresses into comments as they are, brackets and all.
 */
export function endOfComment(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfQuoted(text, at);
      continue;
    }
    if (code === OPEN) depth++;
    else if (code === CLOSE && --depth === 0) return at + 1;
    at += code === BACKSLASH ? 2 : 1;
  }
  return -1;
}

/** Whether the text is one quoted string from its first to its last character. */
export function isQuoted(text: string): boolean {
  return text.length > 1 && text.charCodeAt(0) === QUOTE && isClosedAtEnd(text);
}

function isClosedAtEnd(text: string): boolean {
  return (
    text.charCodeAt(text.length - 1) === QUOTE && endOfQuoted(text, 0) === text.length && !endsEscaped(text)
  );
}

/** Whether the last character is escaped, so that it closes nothing. */
function endsEscaped(text: string): boolean {
  let slashes = 0;
  for (let i = text.length - 2; i > 0 && text.charCodeAt(i) === BACKSLASH; i--) slashes++;
  return slashes % 2 === 1;
}

/** What a quoted string says; other text comes back as it is. */
export function unquote(text: string): string {
  return isQuoted(text) ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
}
