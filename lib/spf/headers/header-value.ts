/**
 * Octets that a value is cut to, and a name in a comment: an address has at most 320 (RFC 5321 section 4.5.3.1), and a
 * line at most 998 with all its escapes (RFC 5322 section 2.1.1).
 */
const LONGEST = 450;
const LONGEST_NAME = 200;
const WIDTH = 78;

const DOT_ATOM = /^[\w!#$%&'*+\-/=?^`{|}~]+(?:\.[\w!#$%&'*+\-/=?^`{|}~]+)*$/;
const PLAIN_ADDRESS = /^[\w!#$%&'*+\-/=?^`{|}~.]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i;
const TOKEN = /^[\w!#$%&'*+\-^`{|}~.]+$/;

/** Without what may end a header field, or be taken for its end; cut where nobody needs the rest. */
function harmless(text: string, most = LONGEST): string {
  const clean = text.slice(0, most).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]/gu, "?");
  const bytes = new TextEncoder().encode(clean);
  // A character that is cut in two is left out.
  return bytes.length <= most
    ? clean
    : new TextDecoder().decode(bytes.subarray(0, most)).replace(/\ufffd+$/, "");
}

function quoted(text: string): string {
  return `"${harmless(text).replace(/["\\]/g, "\\$&")}"`;
}

/** A value of Received-SPF: a dot-atom, or else a quoted string (RFC 7208 section 9.1). */
export function pairValue(text: string): string {
  return text.length <= LONGEST && DOT_ATOM.test(text) ? text : quoted(text);
}

/** A value of Authentication-Results: a token, an address or a domain, or else a quoted string (RFC 8601 section 2.2). */
export function propertyValue(text: string): string {
  return text.length <= LONGEST && (TOKEN.test(text) || PLAIN_ADDRESS.test(text)) ? text : quoted(text);
}

/** Text in a comment (RFC 5322 section 3.2.2); a quotation mark is escaped too, since some readers heed it there. */
export function commentText(text: string): string {
  return harmless(text, LONGEST_NAME).replace(/[()"\\]/g, "\\$&");
}

/** A header field of name and value on lines of 78 characters where its parts allow it; no part is broken. */
export function foldedField(name: string, parts: string[]): string {
  let line = `${name}:`;
  const lines: string[] = [];
  for (const part of parts) {
    if (line.length + 1 + part.length > WIDTH && line.trim() !== "" && line !== `${name}:`) {
      lines.push(line);
      line = "\t";
    } else line += " ";
    line += part;
  }
  return [...lines, line].join("\r\n");
}
