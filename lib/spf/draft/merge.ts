import type { Qualifier } from "../record";
import { isSameTerm } from "../write";
import {
  type Draft,
  directiveOf,
  endOfDirectives,
  type Item,
  indexOfAll,
  termOf,
  withItem,
  withTerm,
} from "./draft-record";
import { mendedDraft } from "./mend";

/** More records, or more terms in one, are left for their owner to sort. */
const MOST_TERMS = 200;
const MOST_RECORDS = 5;

/** From the strictest to the weakest. */
const STRICTNESS: Qualifier[] = ["-", "~", "?", "+"];

/**
 * The draft of one record for a domain that has published several, which are an error together: what the first says,
 * then what the others say besides, then the strictest `all`. Null where one cannot be mended, or a redirect of one
 * would mean something else beside the terms of another.
 */
export function mergedDraft(texts: string[]): Draft | null {
  const drafts = texts.length > MOST_RECORDS ? [] : texts.map(mendedDraft);
  const [first, ...others] = drafts;
  if (!first || others.includes(null)) return null;
  if (drafts.some((draft) => draft!.items.length > MOST_TERMS)) return null;
  const published = texts.join("\n");
  const end = texts[0]!.length;
  let merged: Draft = { published, items: first.items };
  for (const other of others) merged = withRecord(merged, other!.items);
  const redirects = redirectsOf(drafts.flatMap((draft) => draft!.items));
  if (redirects.size > 1 || (redirects.size > 0 && indexOfAll(merged.items) >= 0)) return null;
  const rest: Item = { text: "", from: end, to: published.length, reason: "merge-records" };
  return { published, items: [...merged.items, rest] };
}

function withRecord(draft: Draft, others: Item[]): Draft {
  let merged = draft;
  const all = indexOfAll(others);
  for (const [index, item] of others.entries()) {
    const term = termOf(item);
    // What stood behind "all" counted for nothing, and must not begin to.
    if (term === null || (all >= 0 && index > all && term.kind === "directive")) continue;
    if (term.kind === "directive" && term.mechanism.name === "all")
      merged = withStricterAll(merged, term.text);
    else if (term.kind === "modifier") merged = withModifier(merged, term.name, term.text);
    else if (!merged.items.some((own) => isSame(own, item))) {
      const end = indexOfAll(merged.items);
      const at = end < 0 ? endOfDirectives(merged.items) : end;
      merged = withTerm(merged, at, term.text, "merge-records");
    }
  }
  return merged;
}

function isSame(one: Item, other: Item): boolean {
  const [a, b] = [termOf(one), termOf(other)];
  return a !== null && b !== null && isSameTerm(a, b);
}

function withStricterAll(draft: Draft, text: string): Draft {
  const at = indexOfAll(draft.items);
  if (at < 0) return withTerm(draft, endOfDirectives(draft.items), text, "merge-records");
  const rank = (item: Item) => STRICTNESS.indexOf(directiveOf(item)!.qualifier);
  const own = draft.items[at]!;
  if (rank({ ...own, text }) >= rank(own)) return draft;
  return withItem(draft, at, [text], "merge-records");
}

/** One `redirect` and one `exp` is all that a record may have. */
function withModifier(draft: Draft, name: string, text: string): Draft {
  const has = draft.items.some((item) => {
    const term = termOf(item);
    return term?.kind === "modifier" && term.name === name;
  });
  return has ? draft : withTerm(draft, draft.items.length, text, "merge-records");
}

function redirectsOf(items: Item[]): Set<string> {
  return new Set(
    items.flatMap((item) => {
      const term = termOf(item);
      return term?.kind === "modifier" && term.name === "redirect" ? [term.value.text.toLowerCase()] : [];
    }),
  );
}
