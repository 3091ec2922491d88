import { endOfQuoted } from "@/lib/mail/quoted";
import { canonicalIp } from "@/lib/net/ip";
import { asciiDomain } from "@/lib/spf/idn";

/** What stands for an identity: an address, the null sender, a host, or nothing that is understood. */
export type ReadIdentity =
  | { kind: "address"; address: string; domain: string }
  | { kind: "null" }
  | { kind: "host"; host: string }
  | { kind: "unread" };

const QUOTE = 34;
/** A local part of any length that checkers let pass, and a name as DNS limits it. */
const LONGEST = 1_024;
const LONGEST_NAME = 253;

/** Reads an address or a host out of a value: brackets, `mailto:` and what follows it are taken off. */
export function readIdentity(text: string): ReadIdentity {
  const bare = text
    .slice(0, LONGEST * 4)
    .trim()
    .replace(/^mailto:/i, "");
  // Behind a quoted string stands its "@"; other local parts end at the last one before a blank.
  const path = bare.replace(/^</, "");
  const quoted = path.charCodeAt(0) === QUOTE ? endOfQuoted(path, 0) : 0;
  if (quoted > 0 && path[quoted] === "@") return addressOf(path.slice(0, quoted), path.slice(quoted + 1));
  const plain = bare.replace(/^(?:["']?<|"|'(?=[^@]{1,64}@[^@]{1,255}'))/, "");
  if (bare !== plain && plain.startsWith(">")) return { kind: "null" };
  const word = /^[^\s<>]*/.exec(plain)![0];
  const at = word.lastIndexOf("@");
  if (at > 0) return addressOf(word.slice(0, at), word.slice(at + 1));
  const host = at < 0 ? readHost(word) : null;
  return host === null ? { kind: "unread" } : { kind: "host", host };
}

function addressOf(localPart: string, rest: string): ReadIdentity {
  const domain = readHost(rest);
  if (domain === null || /[\u0000-\u001f\u007f]/.test(localPart)) return { kind: "unread" };
  const address = `${localPart}@${domain}`;
  return address.length > LONGEST
    ? { kind: "unread" }
    : { kind: "address", address, domain: checkedDomain(domain) };
}

/** A host name or an address literal at the start of a text, without the root's dot; null where none stands. */
export function readHost(text: string): string | null {
  const literal = /^\[[^[\]\s]{1,60}\]/.exec(text)?.[0];
  if (literal !== undefined) return canonicalIp(literal) === null ? null : literal;
  const name = /^[^\s<>()[\],;:"'&?#/\\|@=%]{1,254}/.exec(text)?.[0].replace(/\.{1,9}$/, "") ?? "";
  return isHost(name) ? name : null;
}

/** The domain that is checked, in ASCII and lower case. */
export function checkedDomain(domain: string): string {
  return asciiDomain(domain).toLowerCase();
}

function isHost(name: string): boolean {
  const ascii = checkedDomain(name);
  return ascii.length <= LONGEST_NAME && /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){0,126}$/.test(ascii);
}
