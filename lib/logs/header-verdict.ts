import { readAuthenticationResults } from "./authentication-results";
import { readReceivedSpf } from "./received-spf";
import type { HeaderVerdict } from "./spf-header";

export type { HeaderVerdict } from "./spf-header";

/** Reads a header field as it is in a message, folded or not; null if it states no SPF result. */
export function readPlainHeaderVerdict(name: string, value: string): HeaderVerdict | null {
  switch (name.toLowerCase()) {
    case "received-spf":
      return readReceivedSpf(value);
    case "authentication-results":
      return readAuthenticationResults(value);
    default:
      return null;
  }
}

/** Reads a header field as sendmail logs it: on one line, control characters and backslashes escaped. */
export function readHeaderVerdict(name: string, value: string): HeaderVerdict | null {
  return readPlainHeaderVerdict(name, unescapeLogged(value));
}

const CONTROL: Record<string, string> = { n: "\n", r: "\r", t: "\t", "\\": "\\" };

/** Undoes sendmail's escapes `\n`, `\r`, `\t`, `\\` and `\ooo`; an escape that is cut or unknown stays. */
function unescapeLogged(value: string): string {
  if (!value.includes("\\")) return value;
  return value.replace(/\\(?:([nrt\\])|([0-3][0-7]{2}))/g, (_, control?: string, octal?: string) =>
    control ? CONTROL[control]! : String.fromCharCode(Number.parseInt(octal!, 8)),
  );
}
