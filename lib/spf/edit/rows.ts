import { isSpfRecord, parseRecord } from "../parse";
import type { Problem, Qualifier, Span, Term } from "../record";

/**
 * A term as a row of the editor: its qualifier as written, null where none is; the name as written, and all that
 * follows its ":" or "=", or begins with "/". `isBroken` where a check would stop at it with an error.
 */
export interface Row extends Span {
  text: string;
  qualifier: Qualifier | null;
  name: string;
  value: string;
  isModifier: boolean;
  isBroken: boolean;
}

const VERSION = "v=spf1 ";
/** A version that is right, half-typed or mistyped, or that of Sender ID. */
const HEAD = /^ *(?:v|v ?[=:;-](?: ?(?:s|sp|spf[0-9.]*))?|spf[0-9.]*(?:\/\S*)?)(?= |$)/i;

/** The terms of a text in order, half-typed ones too, whether or not a version stands before them. */
export function rowsOf(text: string): Row[] {
  return readRows(text).map(({ row }) => row);
}

/** The rows of a text, each with what the parser reads there; spans of a term's parts are not those in the text. */
export function readRows(text: string): { row: Row; term: Term }[] {
  const start = versionEnd(text);
  const { terms, problems } = parseRecord(VERSION + text.slice(start));
  const shift = start - VERSION.length;
  const broken = brokenTerms(terms, problems);
  return terms.map((term) => {
    const place = { from: term.from + shift, to: term.to + shift };
    return { row: { ...place, ...partsOf(term.text), isBroken: broken.has(term) }, term };
  });
}

/** Where the version of a text ends; 0 where it has none, and terms begin at once. */
export function versionEnd(text: string): number {
  return isSpfRecord(text) ? VERSION.length - 1 : (HEAD.exec(text)?.[0].length ?? 0);
}

/** The text of a row; a name that needs a value has its ":" or "=" before one is there. */
export function textOfRow(row: Pick<Row, "qualifier" | "name" | "value"> & { isModifier?: boolean }): string {
  const { qualifier, name, value } = row;
  const isModifier = row.isModifier ?? /^(?:redirect|exp)$/i.test(name);
  const head = (isModifier ? "" : (qualifier ?? "")) + name;
  if (isModifier) return `${head}=${value}`;
  const isOptional = /^(?:a|mx|ptr|all)$/i.test(name);
  return isOptional && (value === "" || value.startsWith("/")) ? head + value : `${head}:${value}`;
}

function partsOf(text: string): Omit<Row, "from" | "to" | "isBroken"> {
  const sign = /^[-+~?]/.exec(text)?.[0] ?? "";
  const rest = text.slice(sign.length);
  const end = rest.search(/[:=/]/);
  const [name, separator] = end < 0 ? [rest, ""] : [rest.slice(0, end), rest[end]!];
  return {
    text,
    qualifier: sign === "" ? null : (sign as Qualifier),
    name,
    value: rest.slice(name.length + (separator === "/" ? 0 : separator.length)),
    isModifier: separator === "=",
  };
}

/** Terms that a problem touches; both lists are in the order of the text. */
function brokenTerms(terms: Term[], problems: Problem[]): Set<Term> {
  const broken = new Set(terms.filter(({ kind }) => kind === "broken"));
  let next = 0;
  for (const term of terms) {
    while (next < problems.length && problems[next]!.to <= term.from) next++;
    if (next < problems.length && problems[next]!.from < term.to) broken.add(term);
  }
  return broken;
}
