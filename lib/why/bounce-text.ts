import { unescapeHtml } from "./escapes";
import { fromBase64, fromPrintable, isBase64, type PartCoding, readCoding } from "./mime-part";

/** A line of a bounce, decoded; `number` is that of the pasted line it comes from, from 1. */
export interface BounceLine {
  text: string;
  number: number;
}

const LONGEST = 256 * 1024;
const MOST = 20_000;
const PLAIN: PartCoding = { encoding: null, charset: null };

/**
 * The lines of a pasted bounce as its reader sees them: without marks of quoting, transfer encodings, HTML, and the
 * codes that continue a reply. Folded header fields are one line with line breaks in it. At most 256 kB and 20 000 lines are read.
 */
export function bounceLines(pasted: string): BounceLine[] {
  const lines = pasted.slice(0, LONGEST).split(/\r\n|\r|\n/, MOST);
  return unfolded(decoded(lines.map((text, index) => ({ text: withoutQuoting(text), number: index + 1 }))));
}

function withoutQuoting(line: string): string {
  return line.replace(/^[ \t]{0,8}(?:[>|][ \t]?){1,12}/, "");
}

/** Undoes transfer encodings, each from the blank line behind its header to the end of its part. */
function decoded(lines: BounceLine[]): BounceLine[] {
  const out: BounceLine[] = [];
  let header = PLAIN;
  for (let at = 0; at < lines.length; at++) {
    const { text, number } = lines[at]!;
    header = readCoding(text, header);
    out.push({ text, number });
    if (text.trim() !== "") continue;
    const end = endOfPart(lines, at + 1, header.encoding);
    for (const line of decodedPart(lines.slice(at + 1, end), header)) out.push(line);
    header = PLAIN;
    at = end - 1;
  }
  return out.map(({ text, number }) => ({ text: withoutCodes(withoutTags(text)), number }));
}

/** Where what is encoded ends: at a boundary, base64 before any other line. */
function endOfPart(lines: BounceLine[], from: number, encoding: PartCoding["encoding"]): number {
  let end = from;
  if (encoding === "base64") while (end < lines.length && isBase64(lines[end]!.text.trim())) end++;
  if (encoding === "quoted-printable") while (end < lines.length && !/^--\S/.test(lines[end]!.text)) end++;
  return end;
}

function decodedPart(lines: BounceLine[], { encoding, charset }: PartCoding): BounceLine[] {
  if (encoding === "base64" && lines.length > 0) {
    const text = fromBase64(
      lines.map((line) => line.text.trim()),
      charset,
    );
    return text.split(/\r?\n/).map((line) => ({ text: line, number: lines[0]!.number }));
  }
  const out: BounceLine[] = [];
  let isOpen = false;
  for (const { text, number } of lines) {
    const line = fromPrintable(text, charset);
    if (isOpen) out[out.length - 1]!.text += line.text;
    else out.push({ text: line.text, number });
    isOpen = line.isOpen;
  }
  return out;
}

const TAG =
  /<(?:\/?(?:html|head|body|p|br|div|span|a|b|i|u|li|ul|ol|td|tr|th|table|tbody|pre|tt|font|strong|em|code|h[1-6])(?:\s[^<>]{0,2000})?\/?|!--[^<>]{0,500}--)>/gi;

/** A link's address stays where its tag was. */
function withoutTags(line: string): string {
  const plain = line.includes("<")
    ? line.replace(TAG, (tag) => {
        const link = /^<a\s[^<>]{0,500}?href\s{0,2}=\s{0,2}["']?((?!mailto:|#)[^"'\s<>]{1,2000})/i.exec(
          tag,
        )?.[1];
        return link === undefined ? " " : ` ${link} `;
      })
    : line;
  return unescapeHtml(plain);
}

/** The code and status before each line of a reply of several lines (RFC 5321 section 4.2.1). */
function withoutCodes(line: string): string {
  return line.replace(/(^|\s)[245]\d\d-(?:[245]\.\d{1,3}\.\d{1,3}(?=\s|$))?/g, "$1");
}

/** Joins a folded header field (RFC 5322 section 2.2.3); the line breaks stay, a link may have been folded at them. */
function unfolded(lines: BounceLine[]): BounceLine[] {
  const out: BounceLine[] = [];
  for (const { text, number } of lines) {
    const last = out.at(-1);
    const folds = /^[ \t]+\S/.test(text) && last !== undefined && /^[A-Za-z][A-Za-z-]{1,40}:/.test(last.text);
    if (folds && last.text.length < 4_096) last.text += `\n${text}`;
    else out.push({ text, number });
  }
  return out;
}
