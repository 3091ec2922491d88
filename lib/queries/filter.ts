import { REFUSERS } from "@/lib/logs/fact";
import { readNetwork } from "@/lib/net/network";
import { COUNTED_RESULTS } from "./count-table";

/** What messages can be narrowed by. */
export const FILTER_FIELDS = [
  "result",
  "action",
  "by",
  "domain",
  "sender",
  "client",
  "helo",
  "recipient",
  "host",
  "checker",
  "tag",
  "text",
] as const;
export type FilterField = (typeof FILTER_FIELDS)[number];

/** accept holds untouched, tagged and unchecked; brokenOff was neither accepted nor refused. */
export const ACTION_WORDS = [
  "accept",
  "untouched",
  "tagged",
  "unchecked",
  "reject",
  "tempfail",
  "discard",
  "brokenOff",
] as const;
export type ActionWord = (typeof ACTION_WORDS)[number];

export const TAG_WORDS = ["yes", "no", "unknown"] as const;
export const REFUSER_WORDS = [...REFUSERS, "unknown"] as const;

/** The words a field takes; null where it takes any text. */
export const FIELD_WORDS: Record<FilterField, readonly string[] | null> = {
  result: COUNTED_RESULTS,
  action: ACTION_WORDS,
  by: REFUSER_WORDS,
  domain: null,
  sender: null,
  client: null,
  helo: null,
  recipient: null,
  host: null,
  checker: null,
  tag: TAG_WORDS,
  text: null,
};

/** One condition; the null reverse-path is the sender "<>". */
export interface Term {
  field: FilterField;
  value: string;
  isNot: boolean;
}

/** Terms of one field that are not negated are alternatives; all else must hold together. */
export type Filter = readonly Term[];

/** Why a term cannot be used. */
export type TermFault = "word" | "network" | "empty" | "short" | "long" | "control" | "many";

export interface FilterProblem {
  field: FilterField;
  value: string;
  fault: TermFault;
}

const MAX_TERMS = 20;
/** Each is looked for in every message. */
const MAX_TEXTS = 3;
const MAX_LENGTH = 255;
const MIN_TEXT = 2;

/** One term in its normal form, or why it is none. */
export function readTerm(field: FilterField, given: string, isNot = false): Term | FilterProblem {
  const fault = (kind: TermFault): FilterProblem => ({
    field,
    value: given.slice(0, MAX_LENGTH),
    fault: kind,
  });
  const text = given.trim();
  if (text === "") return fault("empty");
  if (text.length > MAX_LENGTH) return fault("long");
  if (/[\u0000-\u001f\u007f]/.test(text)) return fault("control");
  const words = FIELD_WORDS[field];
  if (words) return words.includes(text) ? { field, value: text, isNot } : fault("word");
  switch (field) {
    case "client": {
      const network = readNetwork(text);
      return network ? { field, value: network.text, isNot } : fault("network");
    }
    case "domain":
      return { field, value: asciiDomain(text), isNot };
    case "sender":
    case "recipient":
      return { field, value: asciiLower(unquoted(text)), isNot };
    case "text":
      return text.length < MIN_TEXT ? fault("short") : { field, value: asciiLower(text), isNot };
    default:
      return { field, value: text, isNot };
  }
}

/** Reads terms in any number; what cannot be used is told, and counts as not given. */
export function readFilter(given: readonly { field: FilterField; value: string; isNot: boolean }[]): {
  filter: Term[];
  problems: FilterProblem[];
} {
  const filter: Term[] = [];
  const problems: FilterProblem[] = [];
  // A form sends along what was left empty.
  for (const { field, value, isNot } of given.filter((one) => one.value !== "").slice(0, 100)) {
    const read = readTerm(field, value, isNot);
    if ("fault" in read) problems.push(read);
    else if (filter.length >= MAX_TERMS || isOneTextTooMany(filter, read))
      problems.push({ field, value, fault: "many" });
    else if (!hasTerm(filter, read)) filter.push(read);
  }
  return { filter, problems };
}

function isOneTextTooMany(filter: Filter, { field }: Term): boolean {
  return field === "text" && filter.filter((term) => term.field === "text").length >= MAX_TEXTS;
}

export function hasTerm(filter: Filter, { field, value, isNot }: Term): boolean {
  return filter.some((term) => term.field === field && term.value === value && term.isNot === isNot);
}

/** The filter with one more term; its opposite goes. */
export function withTerm(filter: Filter, term: Term): Term[] {
  return [...withoutTerm(filter, { ...term, isNot: !term.isNot }).filter((one) => !isSame(one, term)), term];
}

export function withoutTerm(filter: Filter, term: Term): Term[] {
  return filter.filter((one) => !isSame(one, term));
}

function isSame(a: Term, b: Term): boolean {
  return a.field === b.field && a.value === b.value && a.isNot === b.isNot;
}

/** Whether there is at most what the rollups know: result, action and host. */
export function isOfRollup(
  filter: Filter,
  known: readonly FilterField[] = ["result", "action", "host"],
): boolean {
  return filter.every(({ field }) => known.includes(field));
}

/** A domain as logs have it: lower case, ASCII (RFC 5890). */
function asciiDomain(text: string): string {
  const lower = text.toLowerCase().replace(/\.$/, "");
  if (/^[\u0020-\u007e]*$/.test(lower)) return lower;
  const url = `http://${lower}/`;
  return /[/?#@:\\]/.test(lower) || !URL.canParse(url) ? lower : new URL(url).hostname;
}

/** Other letters are left to the database, which alone knows which of them it takes for the same. */
function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function unquoted(text: string): string {
  return text !== "<>" && text.startsWith("<") && text.endsWith(">") ? text.slice(1, -1) : text;
}
