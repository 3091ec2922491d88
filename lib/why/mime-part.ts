import { decodeCharset, decodeText, latin1Bytes } from "@/lib/mail/charset";

/** How a part of a message is written. */
export interface PartCoding {
  encoding: "base64" | "quoted-printable" | null;
  charset: string | null;
}

/** Reads what one header line says of the part's coding; other lines change nothing. */
export function readCoding(line: string, coding: PartCoding): PartCoding {
  const encoding = /^content-transfer-encoding:\s{0,9}(base64|quoted-printable)/i.exec(line)?.[1];
  const charset = /^(?:content-type:.{0,200})?\s{0,9}charset\s{0,3}=\s{0,3}"?([\w.:-]{1,40})/i.exec(
    line,
  )?.[1];
  return {
    encoding:
      encoding === undefined
        ? coding.encoding
        : encoding.toLowerCase() === "base64"
          ? "base64"
          : "quoted-printable",
    charset: charset ?? coding.charset,
  };
}

/** Whether a line may be one of base64 (RFC 2045 section 6.8). */
export function isBase64(line: string): boolean {
  return line.length <= 1_000 && /^[A-Za-z0-9+/]{4,}={0,2}$/.test(line);
}

/** The text of base64 lines. */
export function fromBase64(lines: string[], charset: string | null): string {
  const digits = lines.join("").replace(/=+$/, "");
  return decode(atob(digits.slice(0, digits.length - (digits.length % 4 === 1 ? 1 : 0))), charset);
}

/** A quoted-printable line without its escapes; `isOpen` where a soft break joins the next line to it. */
export function fromPrintable(line: string, charset: string | null): { text: string; isOpen: boolean } {
  const isOpen = /=[ \t]{0,20}$/.test(line);
  const whole = isOpen ? line.slice(0, line.lastIndexOf("=")) : line;
  const text = whole.replace(/(?:=[0-9a-f]{2})+/gi, (run) => decode(bytesOf(run), charset));
  return { text, isOpen };
}

function bytesOf(run: string): string {
  let bytes = "";
  for (let i = 1; i < run.length; i += 3)
    bytes += String.fromCharCode(Number.parseInt(run.slice(i, i + 2), 16));
  return bytes;
}

function decode(latin1: string, charset: string | null): string {
  const named = charset === null ? null : decodeCharset(latin1Bytes(latin1), charset);
  return named ?? decodeText(latin1).text;
}
