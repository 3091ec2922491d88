import { decodeCharset, decodeText, latin1Bytes } from "./charset";

/** Longest charset name that is taken for one. */
const LONGEST_CHARSET = 40;

/** An encoded word (RFC 2047 section 2) whose text is decoded to bytes. */
interface Word {
  charset: string;
  bytes: Uint8Array;
  end: number;
  cut: boolean;
}

/**
 * Reads a header field's value as raw bytes (one per character) with encoded words in it (RFC 2047): words that follow
 * each other are joined, also within a character; what stands around is guessed. A word that the end of the text cuts
 * is read as far as it goes, and `truncated` tells so. The text holds no control characters.
 */
export function decodeHeaderText(latin1: string): { text: string; truncated: boolean } {
  const parts: string[] = [];
  let run: Word[] = [];
  let rawFrom = 0;
  let truncated = false;
  let at = latin1.indexOf("=?");
  const closeRun = (end: number): void => {
    parts.push(decodeRun(run));
    run = [];
    const raw = decodeText(latin1.slice(rawFrom, end));
    truncated ||= raw.cut && end === latin1.length;
    parts.push(raw.text);
  };
  while (at >= 0) {
    const word = readWord(latin1, at);
    if (word) {
      if (run.length === 0 || !isBlank(latin1, rawFrom, at)) closeRun(at);
      run.push(word);
      truncated ||= word.cut;
      rawFrom = word.end;
    }
    at = latin1.indexOf("=?", word ? word.end : at + 2);
  }
  closeRun(latin1.length);
  return { text: withoutControls(parts.join("")), truncated };
}

function readWord(text: string, at: number): Word | null {
  const charset = fieldEnd(text, at + 2, LONGEST_CHARSET);
  if (charset < 0 || charset === at + 2) return null;
  if (charset === text.length) return isFree(text, at) ? fragment(text) : null;
  const encoding = text.charAt(charset + 1).toLowerCase();
  if (encoding === "") return fragment(text);
  if (encoding !== "b" && encoding !== "q") return null;
  if (charset + 2 === text.length) return fragment(text);
  if (text.charAt(charset + 2) !== "?") return null;
  const from = charset + 3;
  const mark = text.indexOf("?", from);
  const to = mark < 0 ? text.length : mark;
  const whole = mark >= 0 && text.charAt(mark + 1) === "=";
  if (!whole && (mark >= 0 ? mark !== text.length - 1 : hasBlank(text, from))) return null;
  const encoded = text.slice(from, to);
  const bytes = encoding === "b" ? decodeBase64(encoded) : decodeQ(encoded);
  return {
    charset: text.slice(at + 2, charset),
    bytes,
    end: whole ? to + 2 : text.length,
    cut: !whole,
  };
}

/** A word cut before its text began: it says nothing. */
function fragment(text: string): Word {
  return { charset: "us-ascii", bytes: new Uint8Array(0), end: text.length, cut: true };
}

/** Index of the `?` that ends a charset name, the text's end where it is cut, -1 where there is no name. */
function fieldEnd(text: string, from: number, most: number): number {
  for (let i = from; i <= from + most; i++) {
    if (i >= text.length) return text.length;
    const code = text.charCodeAt(i);
    if (code === 63) return i;
    if (code <= 32 || code > 126 || code === 61) return -1;
  }
  return -1;
}

/** Whether a fragment stands where a word may: at the start, after a blank, or after another word. */
function isFree(text: string, at: number): boolean {
  return at === 0 || text.charCodeAt(at - 1) <= 32 || text.startsWith("?=", at - 2);
}

function isBlank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlankCode(text.charCodeAt(i))) return false;
  return true;
}

function hasBlank(text: string, from: number): boolean {
  for (let i = from; i < text.length; i++) if (isBlankCode(text.charCodeAt(i))) return true;
  return false;
}

function isBlankCode(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** Words that follow each other: bytes of one charset are joined before they are decoded. */
function decodeRun(words: readonly Word[]): string {
  let text = "";
  for (let i = 0; i < words.length; ) {
    const { charset } = words[i]!;
    let end = i + 1;
    while (end < words.length && words[end]!.charset.toLowerCase() === charset.toLowerCase()) end++;
    const same = words.slice(i, end);
    const bytes = joinBytes(same.map((word) => word.bytes));
    const decoded = decodeCharset(bytes, charset) ?? decodeText(bytesToLatin1(bytes)).text;
    text += same.at(-1)!.cut ? withoutBrokenEnd(decoded) : decoded;
    i = end;
  }
  return text;
}

function withoutBrokenEnd(text: string): string {
  return text.endsWith("\ufffd") ? text.slice(0, -1) : text;
}

function joinBytes(pieces: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}

function bytesToLatin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** Base64 without a care for padding, length or foreign characters. */
function decodeBase64(encoded: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((encoded.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < encoded.length; i++) {
    const value = base64Value(encoded.charCodeAt(i));
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[length++] = (held >> bits) & 255;
  }
  return bytes.subarray(0, length);
}

function base64Value(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  return code === 43 ? 62 : code === 47 ? 63 : -1;
}

/** The Q encoding (RFC 2047 section 4.2); a `=` without two digits stays, at the very end it is cut off. */
function decodeQ(encoded: string): Uint8Array {
  const bytes = latin1Bytes(encoded.replaceAll("_", " "));
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 61) bytes[length++] = bytes[i]!;
    else if (i + 2 >= bytes.length) break;
    else {
      const value = hexPair(bytes[i + 1]!, bytes[i + 2]!);
      bytes[length++] = value < 0 ? 61 : value;
      if (value >= 0) i += 2;
    }
  }
  return bytes.subarray(0, length);
}

function hexPair(high: number, low: number): number {
  const [a, b] = [hexValue(high), hexValue(low)];
  return a < 0 || b < 0 ? -1 : a * 16 + b;
}

function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const upper = code & ~32;
  return upper >= 65 && upper <= 70 ? upper - 55 : -1;
}

/** Blanks for line ends and tabs, U+FFFD for other controls and for marks that turn the direction of text. */
function withoutControls(text: string): string {
  return text
    .replace(/[\t\n\v\f\r\u2028\u2029]/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
