import { LONGEST_STRING } from "../answer-size";
import { parseRecord } from "../parse";
import { allOf } from "../reached";

/**
 * A text of octets as the strings of a TXT record (RFC 7208 section 3.3), 255 octets each at most. They break behind a
 * space where one is near, for they are joined without any, and a term cut in two is hard to read.
 */
export function splitStrings(text: string): string[] {
  const strings: string[] = [];
  let at = 0;
  while (text.length - at > LONGEST_STRING) {
    const space = text.lastIndexOf(" ", at + LONGEST_STRING - 1);
    const end = space >= at ? space + 1 : at + LONGEST_STRING;
    strings.push(text.slice(at, end));
    at = end;
  }
  return [...strings, text.slice(at)];
}

/** A record as a line of a zone's master file (RFC 1035 section 5.1); `ttl` in seconds. */
export function zoneLines(name: string, text: string, ttl?: number): string[] {
  const strings = splitStrings(text).map((string) => `"${escaped(string, /["\\]/)}"`);
  const owner = `${escaped(name, /[\\"();@$\s]/)}.`;
  return [[owner, ...(ttl === undefined ? [] : [String(ttl)]), "IN", "TXT", ...strings].join(" ")];
}

/**
 * The record with another qualifier of its `all`, which is put behind its last directive where there is none. Null
 * where a redirect rules, or the text has an error.
 */
export function withAll(text: string, all: "-all" | "~all"): string | null {
  const record = parseRecord(text);
  const { directives, redirect, problems } = record;
  if (problems.length > 0) return null;
  const own = allOf(record);
  if (own) return text.slice(0, own.from) + all + text.slice(own.to);
  if (redirect) return null;
  const end = directives.at(-1)?.to ?? 6;
  return `${text.slice(0, end)} ${all}${text.slice(end)}`;
}

function escaped(text: string, special: RegExp): string {
  return text.replace(/[\s\S]/g, (octet) => {
    if (octet < " " || octet > "~" || (octet === " " && special.test(" ")))
      return `\\${String(octet.charCodeAt(0)).padStart(3, "0")}`;
    return special.test(octet) ? `\\${octet}` : octet;
  });
}
