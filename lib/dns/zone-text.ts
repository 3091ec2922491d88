import { domainToASCII } from "node:url";
import { canonicalIp } from "@/lib/net/ip";
import { writeName } from "./wire-name";

const MAX_STRING = 255;

/** Text as octets, one character each: as it is where all its characters are octets, else in UTF-8. */
export function octetsOf(text: string): string {
  return /[^\u0000-\u00ff]/.test(text) ? Buffer.from(text, "utf8").toString("latin1") : text;
}

/** Text as the character-strings of a TXT record, none longer than the 255 octets that one can hold. */
export function stringsOf(text: string): string[] {
  const octets = octetsOf(text);
  const strings: string[] = [];
  for (let at = 0; at < octets.length || at === 0; at += MAX_STRING)
    strings.push(octets.slice(at, at + MAX_STRING));
  return strings;
}

/** A domain name as Resolver takes it, from text with or without a trailing dot, U-labels becoming A-labels (RFC 5891); null where no such name can exist. */
export function nameOf(text: string): string | null {
  const bare = text === "." ? "" : text.replace(/\.$/, "");
  const labels = bare
    .split(".")
    .map((label) => (/[^\u0000-\u00ff]/.test(label) ? domainToASCII(label) : label));
  const name = labels.join(".");
  return writeName(name) ? name : null;
}

/** A canonical address for an A or AAAA record; null for what is none. */
export function addressOf(text: string, type: "A" | "AAAA"): string | null {
  return text.includes(":") === (type === "AAAA") && /^[\da-f:.]+$/i.test(text) ? canonicalIp(text) : null;
}
