import { parsedRecord } from "../parse";
import type { Directive, Span, Term } from "../record";
import type { Edit, EditReason } from "./suggestion";

/**
 * A term of a draft: `text` is "" for one taken out. The span is its place in the published text, empty for one put in.
 * `reason` says why it is not as published; null if it is.
 */
export interface Item extends Span {
  text: string;
  reason: EditReason | null;
}

/** A record on its way from the published text to the suggested one. Every item but those taken out is one term. */
export interface Draft {
  published: string;
  items: Item[];
}

const VERSION_END = 6;

/** The edits that make a draft of the published text, in the order of their places, none overlapping. */
export function editsOf({ published, items }: Draft): Edit[] {
  const edits: Edit[] = [];
  let end = VERSION_END;
  for (const { text, from, to, reason } of items) {
    if (from === to) edits.push({ kind: "insert", from: end, to: end, text: ` ${text}`, reason: reason! });
    else if (text === "") edits.push({ kind: "remove", from: end, to, text: "", reason: reason! });
    else {
      if (!/^ +$/.test(published.slice(end, from)))
        edits.push({ kind: "replace", from: end, to: from, text: " ", reason: "mend-syntax" });
      if (reason !== null) edits.push({ kind: "replace", from, to, text, reason });
    }
    if (to > end) end = to;
  }
  if (!/^ *$/.test(published.slice(end)))
    edits.push({ kind: "remove", from: end, to: published.length, text: "", reason: "mend-syntax" });
  return edits;
}

/** The text with its edits made. */
export function applyEdits(published: string, edits: Edit[]): string {
  let text = "";
  let at = 0;
  for (const edit of edits) {
    text += published.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + published.slice(at);
}

/** The record that a draft stands for. */
export function draftText(draft: Draft): string {
  return applyEdits(draft.published, editsOf(draft));
}

/** The term that an item is; null for one taken out. */
export function termOf({ text }: Item): Term | null {
  return text === "" ? null : (parsedRecord(`v=spf1 ${text}`).terms[0] ?? null);
}

/** The directive that an item is; null for a modifier or one taken out. */
export function directiveOf(item: Item): Directive | null {
  const term = termOf(item);
  return term?.kind === "directive" ? term : null;
}

/** The draft with a term put in before the item at an index. */
export function withTerm(
  { published, items }: Draft,
  index: number,
  text: string,
  reason: EditReason,
): Draft {
  const at = items[index - 1]?.to ?? VERSION_END;
  return {
    published,
    items: [...items.slice(0, index), { text, from: at, to: at, reason }, ...items.slice(index)],
  };
}

/** The draft with the item at an index written as these terms; with none, it is taken out. */
export function withItem(
  { published, items }: Draft,
  index: number,
  texts: string[],
  reason: EditReason,
): Draft {
  const item = items[index]!;
  const [first = "", ...rest] = texts;
  const added = rest.map((text) => ({ text, from: item.to, to: item.to, reason }));
  // What was put in is simply no longer there.
  const own = first === "" && item.from === item.to ? [] : [{ ...item, text: first, reason }];
  return { published, items: [...items.slice(0, index), ...own, ...added, ...items.slice(index + 1)] };
}

/** Where `all` stands among the items; -1 if nowhere. */
export function indexOfAll(items: Item[]): number {
  return items.findIndex((item) => directiveOf(item)?.mechanism.name === "all");
}

/** Behind the last directive: where a term comes that is to be evaluated after all others, but before a redirect. */
export function endOfDirectives(items: Item[]): number {
  return items.findLastIndex((item) => directiveOf(item) !== null) + 1;
}
