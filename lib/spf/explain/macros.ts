import { readClientAddress } from "../address";
import { readMacroString } from "../domain-spec";
import { asciiName } from "../idn";
import { expand } from "../macro";
import type { Macro, MacroString } from "../record";
import type { Language, Part, Sentence } from "../sentence";
import { run, type Session } from "../session";
import { macros as en } from "./en/macros";
import { macros as ko } from "./ko/macros";
import type { MacroLetter, MacroWords } from "./macro-words";
import { phraseIn } from "./phrase";

/** A message that macros take their values from; `time` in milliseconds since 1970. */
export interface MacroMessage {
  ip: string;
  sender: string;
  helo: string;
  time: number;
}

/** A macro as it is written, what it does, and what it becomes; null where only the DNS can tell. */
export interface ExplainedMacro {
  written: string;
  sentence: Sentence;
  becomes: string | null;
}

const WORDS: Record<Language, MacroWords> = { ko, en };
const MACRO = /%(?:\{[^}]*\}|[%_-])/g;
/** Sentences are joined with a space between them. */
const joined = phraseIn("");

/**
 * Every macro of a macro-string in its order, each spelling once; those of an explanation may have letters of their own
 * (RFC 7208 sections 7.2 and 7.3). `domain` is that of the record.
 */
export function explainMacros(
  spec: Pick<MacroString, "text">,
  domain: string,
  message: MacroMessage,
  language: Language,
): ExplainedMacro[] {
  return [...new Set(spec.text.match(MACRO) ?? [])].flatMap((written) => {
    const read = readMacroString(written, { from: 0, to: written.length }, [], true);
    const [part] = read.parts;
    if (part === undefined) return [];
    const parts = typeof part === "string" ? literal(written, language) : said(part, language);
    const rfc = typeof part === "string" ? "7208#section-7.1" : "7208#section-7.2";
    return [{ written, sentence: { parts, rfc }, becomes: expandedFor(read, domain, message) }];
  });
}

/** What a macro-string becomes for a message; null where it needs the validated name of the client, which DNS has. */
export function expandedFor(spec: MacroString, domain: string, message: MacroMessage): string | null {
  const session = sessionOf(message);
  if (session === null || spec.letters.includes("p")) return null;
  const text = run(expand(session, spec, domain));
  return typeof text === "string" ? text : null;
}

/** Of a check: what expanding takes from it. */
function sessionOf({ ip, sender, helo, time }: MacroMessage): Session | null {
  const client = readClientAddress(ip);
  if (client === null) return null;
  const at = sender.lastIndexOf("@");
  const localPart = at > 0 ? sender.slice(0, at) : "postmaster";
  const senderDomain = asciiName(sender.slice(at + 1));
  const known: Partial<Session> = {
    client,
    localPart,
    senderDomain,
    sender: `${localPart}@${senderDomain}`,
    helo: asciiName(helo),
    receiver: null,
    clock: () => time,
  };
  return known as Session;
}

function literal(written: string, language: Language): Part[] {
  return [WORDS[language].literals[written as "%%" | "%_" | "%-"]];
}

function said({ letter, digits, isReversed, delimiters, isEscaped }: Macro, language: Language): Part[] {
  const words = WORDS[language];
  const parts = joined`${[words.letters[letter as MacroLetter]]}`;
  const isCut = digits !== null || isReversed || delimiters !== "";
  const at = delimiters === "" ? ["."] : [...new Set(delimiters)];
  const cut = isCut ? joined`${parts} ${words.cut({ delimiters: at, isReversed, digits })}` : parts;
  return isEscaped ? joined`${cut} ${[words.escaped]}` : cut;
}
