/** An SMTP reply as a client would see it: `text` is without code and enhanced status. */
export interface Reply {
  code: number | null;
  /** RFC 3463, `5.7.1`. */
  enhancedStatus: string | null;
  text: string;
}

const CODE = /^([2345]\d\d)(?=[ -]|$)[ -]?/;
const STATUS = /^([245]\.\d{1,3}\.\d{1,3})(?= |$) ?/;

/** Between the lines of a reply: a line break, or sendmail's escape of one, then code and status again. */
const NEXT_LINE = /(?:\\r)?(?:\\n|\r?\n)([2345]\d\d)(?:[ -](?:[245]\.\d{1,3}\.\d{1,3} )?|$)/g;

/** Takes an SMTP reply of one or more lines apart (RFC 5321 section 4.2, RFC 2034 section 4); total, absent parts are null. */
export function readReply(line: string): Reply {
  const code = CODE.exec(line);
  const rest = code ? line.slice(code[0].length) : line;
  const status = STATUS.exec(rest);
  const text = status ? rest.slice(status[0].length) : rest;
  return {
    code: code ? Number(code[1]) : null,
    enhancedStatus: status ? status[1]! : null,
    text: code ? joinLines(text, code[1]!).trim() : text.trim(),
  };
}

function joinLines(text: string, code: string): string {
  if (!text.includes("\n") && !text.includes("\\n")) return text;
  return text.replace(NEXT_LINE, (between, next: string) => (next === code ? " " : between));
}
