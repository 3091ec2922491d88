import type { SqlValue } from "./writer";

const PIECE = 262_144;
const SPECIAL = /[\\\n\r\t\0]/;
const EACH_SPECIAL = /[\\\n\r\t\0]/g;
const ESCAPED: Record<string, string> = { "\0": "", "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Rows in the text format of PostgreSQL's COPY, some thousand to a piece. */
export function* copyText(rows: SqlValue[][]): Iterable<Buffer> {
  let text = "";
  for (const row of rows) {
    text += copyValue(row[0]!);
    for (let i = 1; i < row.length; i++) text += `\t${copyValue(row[i]!)}`;
    text += "\n";
    if (text.length > PIECE) {
      yield Buffer.from(text);
      text = "";
    }
  }
  if (text !== "") yield Buffer.from(text);
}

/** PostgreSQL's text holds no NUL. */
export function withoutNul(value: SqlValue): SqlValue {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "") : value;
}

function copyValue(value: SqlValue): string {
  if (value === null) return "\\N";
  if (typeof value === "string") {
    return SPECIAL.test(value) ? value.replace(EACH_SPECIAL, (char) => ESCAPED[char]!) : value;
  }
  return typeof value === "boolean" ? (value ? "t" : "f") : String(value);
}
