import { readDomainSpec, readMacroString } from "./domain-spec";
import { readMechanism } from "./parse-mechanism";
import type { Directive, Modifier, Problem, ProblemCode, Qualifier, Span, SpfRecord, Term } from "./record";

const SPACE = 32;
const QUALIFIERS = "+-~?";
const MODIFIER_NAME = /^[a-z][a-z0-9\-_.]*$/i;
/** How many characters of records are kept parsed in all, and of how long a record at most. */
const KEPT = 262_144;
const KEPT_LENGTH = 4_096;

const kept = new Map<string, SpfRecord>();
let keptLength = 0;

/** `parseRecord` with a memory of the records parsed last, for those who evaluate; the result must not be changed. */
export function parsedRecord(text: string): SpfRecord {
  const known = kept.get(text);
  if (known) return known;
  const record = parseRecord(text);
  if (text.length > KEPT_LENGTH) return record;
  keptLength += text.length;
  if (keptLength > KEPT) {
    kept.clear();
    keptLength = text.length;
  }
  kept.set(text, record);
  return record;
}

/**
 * Parses a whole record before anything of it is evaluated (RFC 7208 section 4.6): typed terms, and every syntax error
 * with its place. Takes any text, in linear time.
 */
export function parseRecord(text: string): SpfRecord {
  const problems: Problem[] = [];
  const version = isSpfRecord(text) ? 6 : Math.max(0, text.indexOf(" "));
  if (!isSpfRecord(text)) problems.push({ code: "version", from: 0, to: version || text.length });
  const terms = version === 0 ? [] : termSpans(text, version).map((span) => readTerm(text, span, problems));
  for (const { index } of text.matchAll(/[^\x20-\x7e]+/g)) refuseCharacters(text, index, problems);
  const modifiers = terms.filter((term) => term.kind === "modifier");
  for (const name of ["redirect", "exp"]) refuseSecond(name, modifiers, problems);
  return {
    text,
    terms,
    problems: problems.sort((a, b) => a.from - b.from || a.to - b.to),
    directives: terms.filter((term): term is Directive => term.kind === "directive"),
    redirect: modifiers.find(({ name }) => name === "redirect") ?? null,
    exp: modifiers.find(({ name }) => name === "exp") ?? null,
  };
}

/** Whether a text is a record by its version, in any case, ended by a space or the text's end (RFC 7208 section 4.5). */
export function isSpfRecord(text: string): boolean {
  return (
    text.length >= 6 &&
    (text.length === 6 || text.charCodeAt(6) === SPACE) &&
    text.slice(0, 6).toLowerCase() === "v=spf1"
  );
}

/** Terms are separated by spaces, however many, and by nothing else (RFC 7208 section 4.6.1). */
function termSpans(text: string, start: number): Span[] {
  const spans: Span[] = [];
  let at = start;
  while (at < text.length) {
    if (text.charCodeAt(at) === SPACE) at++;
    else {
      const space = text.indexOf(" ", at);
      const to = space < 0 ? text.length : space;
      spans.push({ from: at, to });
      at = to;
    }
  }
  return spans;
}

function readTerm(text: string, span: Span, problems: Problem[]): Term {
  const found: Problem[] = [];
  const written = text.slice(span.from, span.to);
  const term = written.search(/[:/=]/);
  // A modifier's "=" comes right after its name, before any ":" or "/" (RFC 7208 section 4.6.1).
  const isModifier = term >= 0 && written[term] === "=";
  const read = isModifier
    ? readModifier(text, span, span.from + term, found)
    : readDirective(text, span, found);
  for (const problem of found) problems.push(problem);
  return read && found.length === 0 ? read : { kind: "broken", text: written, ...span };
}

function readDirective(text: string, span: Span, problems: Problem[]): Directive | null {
  const isQualified = QUALIFIERS.includes(text[span.from]!);
  const mechanism = readMechanism(text, { from: span.from + (isQualified ? 1 : 0), to: span.to }, problems);
  if (!mechanism) return null;
  // RFC 7208 section 4.6.2: the qualifier is "+" where none is written.
  const qualifier = (isQualified ? text[span.from]! : "+") as Qualifier;
  return { kind: "directive", text: text.slice(span.from, span.to), ...span, qualifier, mechanism };
}

/** RFC 7208 section 6: `redirect` and `exp` take a domain-spec, a modifier of any other name takes a macro-string. */
function readModifier(text: string, span: Span, equals: number, problems: Problem[]): Modifier | null {
  const name = text.slice(span.from, equals).toLowerCase();
  if (!MODIFIER_NAME.test(name)) {
    const isQualified = name !== "" && QUALIFIERS.includes(name[0]!) && MODIFIER_NAME.test(name.slice(1));
    const code: ProblemCode = isQualified ? "modifier-with-qualifier" : "modifier-name";
    problems.push({ code, from: span.from, to: isQualified ? span.from + 1 : equals + 1 });
    return null;
  }
  const argument = { from: equals + 1, to: span.to };
  const isKnown = name === "redirect" || name === "exp";
  const value = isKnown ? readDomainSpec(text, argument, problems) : macroString(text, argument, problems);
  return { kind: "modifier", text: text.slice(span.from, span.to), ...span, name, value };
}

function macroString(text: string, span: Span, problems: Problem[]) {
  const { tail: _, ...value } = readMacroString(text, span, problems);
  return value;
}

/** RFC 7208 section 6: `redirect` and `exp` must not appear more than once each. */
function refuseSecond(name: string, modifiers: Modifier[], problems: Problem[]): void {
  for (const { from, to } of modifiers.filter((modifier) => modifier.name === name).slice(1))
    problems.push({ code: "modifier-twice", from, to });
}

/** A record is made of visible ASCII and spaces (RFC 7208 section 3.1; the grammar of section 12). */
function refuseCharacters(text: string, from: number, problems: Problem[]): void {
  let to = from;
  while (to < text.length && (text.charCodeAt(to) < 32 || text.charCodeAt(to) > 126)) to++;
  problems.push({ code: "illegal-character", from, to });
}
