import { isDomainName, truncated, withoutRoot } from "./domain-name";
import type { DomainSpec, Macro, MacroString } from "./record";
import { type Asking, decide, type Session } from "./session";
import { validatedName } from "./validated-name";

/** Longer expansions lose their left, as names of more than 253 octets do; what DNS can publish is no longer itself. */
const LONGEST = 65_535;

/**
 * The name that a term is about (RFC 7208 section 4.8): its domain-spec expanded, or the domain itself. Null if it
 * cannot be asked for, which is no lookup and no match (the RFC leaves it undefined; the suite allows it).
 */
export function* targetName(
  session: Session,
  spec: DomainSpec | null,
  domain: string,
): Asking<string | null> {
  if (spec === null) return domain;
  // RFC 7208 section 7.3: a dot at the end is the root's, and 253 octets are the most that a name may have.
  const expanded = withoutRoot(yield* expand(session, spec, domain));
  const name = truncated(expanded);
  if (session.notes !== null && spec.text.includes("%"))
    session.notes.macros.push({ before: spec.text, after: name, isTruncated: name !== expanded });
  if (isDomainName(name)) return name;
  decide(session, "invalid-target");
  return null;
}

/**
 * Whether a macro-string takes a local part that is not ASCII. A term with such a target never matches, and such an
 * explanation is none (RFC 8616 section 4).
 */
export function isBeyondAscii({ isLocalPartAscii }: Session, { letters }: MacroString): boolean {
  return !isLocalPartAscii && (letters.includes("s") || letters.includes("l"));
}

/** Expands a macro-string (RFC 7208 section 7). Only `%{p}` asks anything. */
export function* expand(session: Session, { parts, letters }: MacroString, domain: string): Asking<string> {
  const validated = letters.includes("p") ? yield* validatedName(session, domain) : "";
  let text = "";
  for (const part of parts) {
    text +=
      typeof part === "string" ? part : transform(part, letterValue(session, part.letter, domain, validated));
    if (text.length > LONGEST) text = text.slice(-LONGEST);
  }
  return text;
}

/** What a letter stands for (RFC 7208 sections 7.2 and 7.3). */
function letterValue(session: Session, letter: string, domain: string, validated: string): string {
  const { client } = session;
  switch (letter) {
    case "s":
      return session.sender;
    case "l":
      return session.localPart;
    case "o":
      return session.senderDomain;
    case "d":
      return domain;
    case "i":
      // In upper case, as the suite has it in an explanation; DNS does not mind.
      return client.isIpv4 ? client.text : client.digits.toUpperCase().split("").join(".");
    case "p":
      return validated;
    case "v":
      return client.isIpv4 ? "in-addr" : "ip6";
    case "h":
      return session.helo;
    case "c":
      return client.text;
    case "r":
      return session.receiver ?? "unknown";
    default:
      return String(Math.floor(session.clock() / 1000));
  }
}

/** Splits at delimiters, turns round, keeps the right-hand parts, joins with dots, escapes (RFC 7208 section 7.3). */
function transform({ digits, isReversed, delimiters, isEscaped }: Macro, value: string): string {
  let text = value;
  if (digits !== null || isReversed || delimiters !== "") {
    let parts = split(value, delimiters === "" ? "." : delimiters);
    if (isReversed) parts.reverse();
    if (digits !== null && digits < parts.length) parts = parts.slice(-digits);
    text = parts.join(".");
  }
  return isEscaped ? urlEscaped(text) : text;
}

function split(value: string, delimiters: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let i = 0; i < value.length; i++)
    if (delimiters.includes(value[i]!)) {
      parts.push(value.slice(from, i));
      from = i + 1;
    }
  parts.push(value.slice(from));
  return parts;
}

/** Escapes all but the unreserved characters of RFC 3986 section 2.3 (RFC 7208 section 7.3). */
function urlEscaped(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~]/gu, (character) =>
    Array.from(
      new TextEncoder().encode(character),
      (byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`,
    ).join(""),
  );
}
