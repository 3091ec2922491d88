import iconv from "iconv-lite";

const ESC = 27;
const SHIFT_OUT = 14;
const SHIFT_IN = 15;
const LINE_FEED = 10;

/** The announcers of ISO-2022-KR (RFC 1557) and ISO-2022-JP (RFC 1468). */
const ANNOUNCES_KR = "\x1b$)C";
const ANNOUNCES_JP = ["\x1b$B", "\x1b$@"];

/** Names under which mail carries the Korean double-byte set; all are read as its superset, code page 949. */
const KOREAN =
  /^(x-)?(ks_?c[-_]?5601([-_]?19(87|92))?|csksc56011987|euc[-_]?kr|(windows|cp|ms|x-windows)-?949|uhc|korean|iso-ir-149)$/;
const CHINESE = /^(x-)?(gb_?2312(-80)?|gbk|gb18030|cp936|euc-?cn|csgb2312|hz-gb-2312)$/;
const UTF8 = /^(unicode-1-1-)?utf-?8$/;
const ASCII = /^(us-?ascii|ascii|ansi_x3\.4-19(68|86)|iso646-us|646|default|unknown|unknown-8bit|x-unknown)$/;
const JAPANESE_7BIT = /^(cs)?iso-?2022-?jp(-\w{1,4})?$/;
const KOREAN_7BIT = /^(cs)?iso-?2022-?kr$/;
const OTHERS =
  /^(latin[1-9]|iso[-_]?8859-?\d{1,2}(-[ie])?|(windows|cp|ibm|x-cp)-?\d{3,4}|koi8-?(r|u|ru|t)|big5(-?hkscs)?|euc-?jp|(x-)?s(hift)?[-_]?jis|tis-?620|macintosh|viscii)$/;

export interface DecodedText {
  text: string;
  /** The character set it was read as: us-ascii, utf-8, iso-2022-kr, iso-2022-jp, cp949 or latin1. */
  charset: string;
  /** The last character was incomplete and is left out. */
  cut: boolean;
}

/** Bytes of a string that holds one byte per character. */
export function latin1Bytes(latin1: string): Uint8Array {
  const bytes = new Uint8Array(latin1.length);
  for (let i = 0; i < latin1.length; i++) bytes[i] = latin1.charCodeAt(i) & 255;
  return bytes;
}

/**
 * Reads raw header text (one byte per character) whose character set nobody names: escapes decide for ISO-2022-KR and
 * ISO-2022-JP, valid UTF-8 is UTF-8, else code page 949 if every byte fits it, else latin1.
 */
export function decodeText(bytesAsLatin1: string): DecodedText {
  const bytes = latin1Bytes(bytesAsLatin1);
  if (bytesAsLatin1.includes(ANNOUNCES_KR)) {
    return { ...decodeKorean(unwrapKorean(bytes)), charset: "iso-2022-kr" };
  }
  if (ANNOUNCES_JP.some((announcer) => bytesAsLatin1.includes(announcer))) {
    return { text: new TextDecoder("iso-2022-jp").decode(bytes), charset: "iso-2022-jp", cut: false };
  }
  if (!bytes.some((byte) => byte > 127)) return { text: bytesAsLatin1, charset: "us-ascii", cut: false };
  const utf8 = decodeUtf8(bytes);
  if (utf8) return { ...utf8, charset: "utf-8" };
  const korean = decodeKorean(bytes);
  if (!korean.text.includes("\ufffd")) return { ...korean, charset: "cp949" };
  return { text: iconv.decode(bytes, "latin1"), charset: "latin1", cut: false };
}

/** Reads bytes in the named character set (RFC 2047 charset, any case, `*language` ignored); null if it is not known. */
export function decodeCharset(bytes: Uint8Array, label: string): string | null {
  const star = label.indexOf("*");
  const name = (star < 0 ? label : label.slice(0, star)).trim().toLowerCase();
  if (KOREAN.test(name)) return decodeKorean(bytes).text;
  if (KOREAN_7BIT.test(name)) return decodeKorean(unwrapKorean(bytes)).text;
  if (UTF8.test(name)) return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  if (CHINESE.test(name)) return iconv.decode(bytes, "gb18030");
  if (JAPANESE_7BIT.test(name)) return new TextDecoder("iso-2022-jp").decode(bytes);
  // A label that says nothing of 8-bit bytes: they are guessed like unlabelled ones.
  if (ASCII.test(name)) return decodeText(iconv.decode(bytes, "latin1")).text;
  return OTHERS.test(name) && iconv.encodingExists(name) ? iconv.decode(bytes, name) : null;
}

/** Valid UTF-8, an incomplete last character left out; null if it is not UTF-8. */
function decodeUtf8(bytes: Uint8Array): { text: string; cut: boolean } | null {
  try {
    const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
    // In a stream an incomplete end is no error yet.
    const text = decoder.decode(bytes, { stream: true });
    return { text, cut: startsCharacter(bytes) };
  } catch {
    return null;
  }
}

/** Whether valid UTF-8 ends within a character. */
function startsCharacter(bytes: Uint8Array): boolean {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back]!;
    if (byte >= 192) return back < (byte >= 240 ? 4 : byte >= 224 ? 3 : 2);
    if (byte < 128) return false;
  }
  return false;
}

function decodeKorean(bytes: Uint8Array): { text: string; cut: boolean } {
  const cut = endsInLead(bytes);
  return { text: iconv.decode(cut ? bytes.subarray(0, bytes.length - 1) : bytes, "cp949"), cut };
}

/** Whether double-byte text ends with the first byte of a pair. */
function endsInLead(bytes: Uint8Array): boolean {
  let i = 0;
  while (i < bytes.length) {
    if (bytes[i]! <= 128) i++;
    else if (i === bytes.length - 1) return true;
    else i += 2;
  }
  return false;
}

/** ISO-2022-KR without its escapes and shifts: the shifted characters get their eighth bit (RFC 1557). */
function unwrapKorean(bytes: Uint8Array): Uint8Array {
  const plain = new Uint8Array(bytes.length);
  let length = 0;
  let shifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === ESC && bytes[i + 1] === 36 && bytes[i + 2] === 41 && bytes[i + 3] === 67) {
      i += 3;
    } else if (byte === SHIFT_OUT) shifted = true;
    else if (byte === SHIFT_IN) shifted = false;
    else {
      if (byte === LINE_FEED) shifted = false;
      plain[length++] = shifted && byte > 32 && byte < 127 ? byte | 128 : byte;
    }
  }
  return plain.subarray(0, length);
}
