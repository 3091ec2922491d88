import { splitStrings, zoneLines } from "../draft/zone-lines";
import { asciiName } from "../idn";

/** A TXT record for a zone's master file. */
export interface BindRecord {
  /** One line, or several in parentheses where the text is split into strings; to be joined by line breaks. */
  lines: string[];
  /** The text's strings, each of 255 octets at most, as DNS joins them. */
  strings: string[];
}

/** A record as BIND reads it, each string on a line of its own; `ttl` in seconds. Null for a text with characters that are no octets, which DNS cannot hold. */
export function bindRecord(domain: string, text: string, ttl: number): BindRecord | null {
  if (/[^\x00-\xff]/.test(text)) return null;
  const strings = splitStrings(text);
  const name = asciiName(domain);
  if (strings.length === 1) return { lines: zoneLines(name, text, ttl), strings };
  const quoted = strings.map((string) => /"[\s\S]*$/.exec(zoneLines(name, string)[0]!)![0]);
  const head = zoneLines(name, "", ttl)[0]!.slice(0, -2);
  return { lines: [`${head}(`, ...quoted.map((string) => `    ${string}`), ")"], strings };
}
