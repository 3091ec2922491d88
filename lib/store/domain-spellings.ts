import { domainToUnicode } from "node:url";

/** A domain's name (ASCII, lower case) as logs may have it, each once: with the dot of the root, and not in ASCII. */
export function domainSpellings(name: string): string[] {
  return [...new Set([name, `${name}.`, domainToUnicode(name) || name])];
}
