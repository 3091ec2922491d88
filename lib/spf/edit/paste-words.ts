import { isTerm } from "../lint/is-term";
import type { PasteChange } from "./paste-change";

const WORD =
  /^[-+~?]?(?:all|a|mx|ptr|(?:a|mx|ptr|include|exists|ip4|ip6|ipv4|ipv6)[:=/]\S+|(?:redirect|exp)[:=]\S+)[,;]?$/i;
const ALL = /^[-+~?]?all[.,;:!)\]}>'`]*$/i;

/** Whether a line goes on with a record: it begins with a term, and holds nothing but terms if that may be a word. */
export function isMoreTerms(line: string): boolean {
  const words = line.trim().split(/\s+/, 1_000);
  if (!WORD.test(words[0]!)) return false;
  return /[:=/]/.test(words[0]!) || /^[-~?+]all$/i.test(words[0]!) || words.every((word) => WORD.test(word));
}

/** Whether a text has come to its `all`, behind which nothing of a record is expected. */
export function isFinished(text: string): boolean {
  return text.split(/\s+/).some((word) => ALL.test(word));
}

/** A record without the text of a line that follows it: what comes behind its `all` and is no term. */
export function withoutSequel(line: string): string {
  const words = line.split(/(\s+)/);
  const all = words.findIndex((word) => ALL.test(word));
  if (all < 0) return line;
  words[all] = words[all]!.replace(/(all).*$/i, "$1");
  let end = all + 1;
  while (end + 1 < words.length && WORD.test(words[end + 1]!) && /[:=]/.test(words[end + 1]!)) end += 2;
  return words.slice(0, end).join("");
}

/** Strings joined as DNS joins them, and what is to be said of that. */
export function joined(strings: readonly string[]): { text: string; changes: PasteChange[] } {
  const changes: PasteChange[] = strings.length > 1 ? ["joined-strings"] : [];
  const isGlued = strings.some((string, index) => index > 0 && areTerms(strings[index - 1]!, string));
  return { text: strings.join(""), changes: isGlued ? [...changes, "missing-space"] : changes };
}

/** Whether two strings meet in two whole terms, which are one word without a space. */
function areTerms(before: string, after: string): boolean {
  const left = /\S{1,300}$/.exec(before.slice(-300))?.[0];
  const right = /^\S{1,300}/.exec(after.slice(0, 300))?.[0];
  return left !== undefined && right !== undefined && isWord(left) && isWord(right);
}

function isWord(text: string): boolean {
  return text.toLowerCase() === "v=spf1" || isTerm(text);
}

/** A text on one line with single spaces in place of other white space, and without quotes: strings that meet are joined. */
export function tidied(text: string): { text: string; changes: PasteChange[] } {
  const strings = text.replace(/\\\n/g, "\n").split(/\\{0,8}"(?:\s*\\{0,8}")*/);
  const inner = strings.filter(
    (string, index) => string.trim() !== "" || (index > 0 && index < strings.length - 1),
  );
  const { text: whole, changes } = joined(inner);
  if (strings.length > 1 && inner.length === 1) changes.push("quotes");
  const line = whole.trim();
  if (/\n/.test(line)) changes.push("several-lines");
  const spaced = line.replace(/\s+/g, (run) => (/[^ ]/.test(run) ? " " : run));
  if (/[^\S \n]/.test(line) || /^[ \t]|[ \t]$/.test(whole)) changes.push("spaces");
  return { text: spaced, changes };
}
