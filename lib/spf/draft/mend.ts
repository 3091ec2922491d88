import { isTerm } from "../lint/is-term";
import { isSpfRecord, parseRecord } from "../parse";
import type { Span } from "../record";
import type { Draft, Item } from "./draft-record";
import { directiveOf, draftText, termOf } from "./draft-record";
import { mendTerm } from "./mend-term";

/** What separates words for a person: also tabs, line feeds, and the spaces of Unicode as octets of UTF-8. */
const WORD = /(?:(?!\xc2\xa0|\xe3\x80\x80)[^\s\xa0])+/g;
const UNFINISHED = /^(?:[+\-~?]?(?:a|mx|ptr|include|exists|ip4|ip6|redirect|exp)?[:=]?|[:=])$/i;
const NAME = /^[+\-~?]?(?:include|exists|ip4|ip6)$/i;
const MOST_WORDS = 3;
/** Nobody's slip of the pen is longer. */
const MOST_TERMS = 200;

/**
 * The draft of one published record, with evident slips of the pen mended: only where one meaning alone is likely. Null
 * where a term's meaning cannot be told; nothing is dropped but what says nothing, or stands behind `all`.
 */
export function mendedDraft(published: string): Draft | null {
  if (!isSpfRecord(published)) return null;
  const { terms, problems } = parseRecord(published);
  if (problems.length === 0)
    return { published, items: terms.map(({ text, from, to }) => ({ text, from, to, reason: null })) };
  const words: Span[] = [...published.slice(6).matchAll(WORD)].map(({ 0: word, index }) => ({
    from: index + 6,
    to: index + 6 + word.length,
  }));
  if (words.length > MOST_TERMS) return null;
  const items: Item[] = [];
  for (let at = 0; at < words.length; ) {
    const read = readWords(published, words, at) ?? readUnreachable(words[at]!, items);
    if (read === null) return null;
    items.push(...read.items);
    at += read.used;
  }
  const draft = withoutSecondModifiers({ published, items });
  return draft !== null && parseRecord(draftText(draft)).problems.length === 0 ? draft : null;
}

interface Read {
  items: Item[];
  used: number;
}

/** Reads a term that stands in one word or, by mistake, in up to three: `ip4: 192.0.2.1`, `- all`. */
function readWords(published: string, words: Span[], at: number): Read | null {
  const { from, to } = words[at]!;
  if (isTerm(published.slice(from, to)))
    return { items: [{ text: published.slice(from, to), from, to, reason: null }], used: 1 };
  for (let used = Math.min(MOST_WORDS, words.length - at); used > 0; used--) {
    const parts = words.slice(at, at + used).map((word) => published.slice(word.from, word.to));
    const terms = used === 1 ? mendTerm(parts[0]!) : mendJoined(parts);
    if (terms === null) continue;
    const whole = { from, to: words[at + used - 1]!.to };
    const [first = "", ...rest] = terms;
    const added = rest.map((text) => ({
      text,
      from: whole.to,
      to: whole.to,
      reason: "mend-syntax" as const,
    }));
    return { items: [{ text: first, ...whole, reason: "mend-syntax" }, ...added], used };
  }
  return null;
}

function mendJoined(parts: string[]): string[] | null {
  const [last = "", ...before] = [...parts].reverse();
  if (!before.every((part) => UNFINISHED.test(part))) return null;
  // A lone sign belongs to an "all" only: before anything else it may as well be a dash.
  const head = before.reverse().join("");
  if (/^[+\-~?]$/.test(head)) return /^all$/i.test(last) ? [head + last] : null;
  const joined = NAME.test(head) && !/^[:=]/.test(last) ? `${head}:${last}` : head + last;
  return mendTerm(joined);
}

/** Words behind `all` say nothing to an evaluator, but with an error in them nothing else does either. */
function readUnreachable(word: Span, items: Item[]): Read | null {
  if (!items.some((item) => directiveOf(item)?.mechanism.name === "all")) return null;
  return { items: [{ text: "", ...word, reason: "remove-unreachable" }], used: 1 };
}

/** A second `exp` says nothing; a second `redirect` neither, if it is the same or there is an `all`. */
function withoutSecondModifiers({ published, items }: Draft): Draft | null {
  const seen = new Map<string, string>();
  const hasAll = items.some((item) => directiveOf(item)?.mechanism.name === "all");
  const kept: Item[] = [];
  for (const item of items) {
    const term = termOf(item);
    const name = term?.kind === "modifier" ? term.name : "";
    const value = term?.kind === "modifier" ? term.value.text.toLowerCase() : "";
    const first = seen.get(name);
    if (name !== "redirect" && name !== "exp") kept.push(item);
    else if (first === undefined) {
      seen.set(name, value);
      kept.push(item);
    } else if (name === "redirect" && first !== value && !hasAll) return null;
    else if (item.from < item.to) kept.push({ ...item, text: "", reason: "remove-duplicate" });
  }
  return { published, items: kept };
}
