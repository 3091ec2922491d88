import type { CheckResult } from "../check-host";
import { type Asking, LIMITS } from "../session";
import { normaliseTerm } from "../write";
import { type Bench, checked, folded } from "./bench";
import { type Draft, directiveOf, draftText, type Item, indexOfAll, termOf, withItem } from "./draft-record";
import { mendTerm } from "./mend-term";
import { isNeverThere, networksOf } from "./term-addresses";
import { plainTarget, recordsAt, worstLookups } from "./worst-lookups";

/** A term with more addresses behind it is not written out, and a record of more terms is left as it is. */
const MOST_ADDRESSES = 4;
const MOST_TERMS = 200;

/**
 * The draft without the terms that make it an error, as far as this record can help it, and with no more lookups than
 * there may be, if that can be done. No client that had a verdict gets another: what goes could match for no one, what
 * comes matches for the same. Providers' includes stay, for their addresses change.
 */
export function* freed(bench: Bench, published: Draft): Asking<Draft> {
  let draft = published;
  if (draft.items.length > MOST_TERMS) return draft;
  const check = yield* checked(bench, draftText(draft));
  if (check.result !== "permerror" && !(yield* isOver(bench, draft))) return draft;
  draft = yield* withoutDeadTargets(bench, draft);
  if (yield* isTooMuch(bench, draft)) draft = withoutDuplicates(draft);
  if (yield* isTooMuch(bench, draft)) draft = yield* withoutVoidTerms(bench, draft);
  return yield* withAddresses(bench, draft);
}

function* isOver(bench: Bench, draft: Draft): Asking<boolean> {
  return (yield* worstLookups(bench, draftText(draft))) > LIMITS.lookups;
}

/** Whether evaluation can come to an item: nothing behind `all`, and no redirect beside it, costs anything. */
function isReached({ items }: Draft, index: number): boolean {
  const all = indexOfAll(items);
  return all < 0 || (index < all && directiveOf(items[index]!) !== null);
}

function* isTooMuch(bench: Bench, draft: Draft): Asking<boolean> {
  if (yield* isOver(bench, draft)) return true;
  const { reason }: CheckResult = yield* checked(bench, draftText(draft));
  return reason === "void-limit";
}

/** Takes out includes and redirects whose target has no record, or is the domain itself: an error for who gets there. */
function* withoutDeadTargets(bench: Bench, draft: Draft): Asking<Draft> {
  let next = draft;
  for (let i = draft.items.length - 1; i >= 0; i--) {
    const item = draft.items[i]!;
    const target = isReached(draft, i) ? targetOf(item) : null;
    if (target === null) continue;
    const isRedirect = termOf(item)?.kind === "modifier";
    if (folded(target) === folded(bench.domain)) next = withItem(next, i, [], "remove-loop");
    else if ((yield* recordsAt(bench, target))?.length === 0) {
      const glued = /^(.+[^-])(-all)$/i.exec(item.text) ? mendTerm(`${item.text.slice(0, -4)};-all`) : null;
      if (glued !== null) next = withItem(next, i, glued, "mend-syntax");
      else next = withItem(next, i, [], isRedirect ? "remove-dead-redirect" : "remove-dead-include");
    }
  }
  return next;
}

function targetOf(item: Item): string | null {
  const term = termOf(item);
  if (term?.kind === "modifier") return term.name === "redirect" ? plainTarget(term.value) : null;
  if (term?.kind !== "directive" || term.mechanism.name !== "include") return null;
  return plainTarget(term.mechanism.domainSpec);
}

/** A mechanism written twice matches the first time or never. */
function withoutDuplicates(draft: Draft): Draft {
  let next = draft;
  const seen = new Set<string>();
  const twice = draft.items.map((item) => {
    const directive = directiveOf(item);
    if (directive === null) return false;
    const mechanism = normaliseTerm({ ...directive, qualifier: "+" });
    return seen.size === seen.add(mechanism).size;
  });
  for (let i = draft.items.length - 1; i >= 0; i--)
    if (twice[i]) next = withItem(next, i, [], "remove-duplicate");
  return next;
}

function* withoutVoidTerms(bench: Bench, draft: Draft): Asking<Draft> {
  let next = draft;
  for (let i = draft.items.length - 1; i >= 0; i--) {
    const directive = isReached(draft, i) ? directiveOf(draft.items[i]!) : null;
    if (directive === null) continue;
    const isVoid =
      (yield* isNeverThere(bench, directive)) || (yield* networksOf(bench, directive))?.length === 0;
    if (isVoid) next = withItem(next, i, [], "remove-void-term");
  }
  return next;
}

/** Writes out `a`, `mx` and includes of the domain's own, those with the fewest addresses first, until no client needs more than ten lookups. */
function* withAddresses(bench: Bench, draft: Draft): Asking<Draft> {
  let next = draft;
  while (yield* isOver(bench, next)) {
    let best: { index: number; terms: string[] } | null = null;
    for (let index = 0; index < next.items.length; index++) {
      const directive = isReached(next, index) ? directiveOf(next.items[index]!) : null;
      const terms = directive === null ? null : yield* networksOf(bench, directive);
      if (terms !== null && terms.length <= MOST_ADDRESSES && terms.length < (best?.terms.length ?? 99))
        best = { index, terms };
    }
    if (best === null) return next;
    next = withItem(next, best.index, best.terms, "replace-by-addresses");
  }
  return next;
}
