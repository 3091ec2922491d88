/** An SMTP reply as a client would see it: `text` is without code and enhanced status. */
export interface Reply {
  code: number | null;
  /** RFC 3463, `5.7.1`. */
  enhancedStatus: string | null;
  text: string;
}

const CODE = /^([2345]\d\d)(?=[ -]|$)[ -]?/;
const STATUS = /^([245]\.\d{1,3}\.\d{1,3})(?= |$) ?/;

/** Takes an SMTP reply apart (RFC 5321 section 4.2, RFC 2034 section 4); total, absent parts are null. */
export function readReply(line: string): Reply {
  const code = CODE.exec(line);
  const rest = code ? line.slice(code[0].length) : line;
  const status = STATUS.exec(rest);
  return {
    code: code ? Number(code[1]) : null,
    enhancedStatus: status ? status[1]! : null,
    text: (status ? rest.slice(status[0].length) : rest).trim(),
  };
}
