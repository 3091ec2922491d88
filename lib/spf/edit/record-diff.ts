import { isSpfRecord } from "../parse";
import type { Span } from "../record";
import { normaliseTerm } from "../write";
import { longestAscending } from "./longest-ascending";
import { readRows } from "./rows";

export type DiffState = "kept" | "added" | "removed" | "moved" | "changed-qualifier";

/**
 * A term of two records: `text` as the draft has it, or as was published where it is removed; `was` as published, null
 * for an added one. The spans are its places in the two texts, null where it is in none.
 */
export interface DiffTerm {
  state: DiffState;
  text: string;
  was: string | null;
  published: Span | null;
  draft: Span | null;
}

/** What a draft changes: `isSame` if both mean the same term by term, `isOrderChanged` if terms stand in another order. */
export interface RecordDiff {
  terms: DiffTerm[];
  isSame: boolean;
  isOrderChanged: boolean;
}

/** A term with its normal form; `bare` is that without a qualifier, null for what can have none. */
interface Keyed extends Span {
  text: string;
  key: string;
  bare: string | null;
}

/**
 * What changes from the published record, null for none, to a draft: its terms in the draft's order, and those taken out
 * where they stood. A term that only has another qualifier is one of both.
 */
export function diffRecords(published: string | null, draft: string): RecordDiff {
  const [old, now] = [published === null ? [] : keyed(published), keyed(draft)];
  const partners = partnersOf(old, now);
  const inOrder = new Set(longestAscending(partners.filter((index) => index >= 0)));
  return {
    terms: readable(old, now, partners, inOrder),
    isSame: published !== null && isSame(published, draft, old, now),
    isOrderChanged: partners.some((index) => index >= 0 && !inOrder.has(index)),
  };
}

function keyed(text: string): Keyed[] {
  return readRows(text).map(({ row: { from, to, text }, term }) => {
    const bare = term.kind === "directive" ? normaliseTerm({ ...term, qualifier: "+" }) : null;
    return { from, to, text, key: normaliseTerm(term), bare };
  });
}

function isSame(published: string, draft: string, old: Keyed[], now: Keyed[]): boolean {
  if (published === draft) return true;
  if (!isSpfRecord(published) || !isSpfRecord(draft) || old.length !== now.length) return false;
  return old.every(({ key }, index) => key === now[index]!.key);
}

/** For each term of the draft the index of the published one that it is, -1 for none. */
function partnersOf(old: Keyed[], now: Keyed[]): number[] {
  const partners = now.map(() => -1);
  const taken = new Set<number>();
  for (const keyOf of [({ key }: Keyed) => key, ({ bare }: Keyed) => bare]) {
    const free = new Map<string, number[]>();
    for (let index = old.length - 1; index >= 0; index--) {
      const key = taken.has(index) ? null : keyOf(old[index]!);
      const same = key === null ? undefined : free.get(key);
      if (same) same.push(index);
      else if (key !== null) free.set(key, [index]);
    }
    for (const [place, term] of now.entries()) {
      const key = partners[place]! < 0 ? keyOf(term) : null;
      const index = key === null ? undefined : free.get(key)?.pop();
      if (index === undefined) continue;
      partners[place] = index;
      taken.add(index);
    }
  }
  return partners;
}

/** Removed terms come right before the next published one that stands in the same order in both. */
function readable(old: Keyed[], now: Keyed[], partners: number[], inOrder: Set<number>): DiffTerm[] {
  const isKnown = new Set(partners);
  const terms: DiffTerm[] = [];
  let [segment, next] = [[] as DiffTerm[], 0];
  const close = (until: number) => {
    for (; next < until; next++) if (!isKnown.has(next)) terms.push(removed(old[next]!));
    for (const term of segment) terms.push(term);
    segment = [];
  };
  for (const [place, term] of now.entries()) {
    const index = partners[place]!;
    const isInOrder = inOrder.has(index);
    if (isInOrder) close(index);
    (isInOrder ? terms : segment).push(diffTerm(term, old[index], isInOrder));
  }
  close(old.length);
  return terms;
}

function removed({ text, from, to }: Keyed): DiffTerm {
  return { state: "removed", text, was: text, published: { from, to }, draft: null };
}

function diffTerm(now: Keyed, old: Keyed | undefined, isInOrder: boolean): DiffTerm {
  const draft = { from: now.from, to: now.to };
  if (!old) return { state: "added", text: now.text, was: null, published: null, draft };
  const state = old.key !== now.key ? "changed-qualifier" : isInOrder ? "kept" : "moved";
  return { state, text: now.text, was: old.text, published: { from: old.from, to: old.to }, draft };
}
