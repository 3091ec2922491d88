import { LIMITS } from "../session";
import type { Bill, TermBill } from "./bill";

/** Terms of the root to take out or to write as networks, in the order of the record, and the lookups that are left. */
export interface Removal {
  terms: TermBill[];
  lookups: number;
}

/**
 * The fewest terms of the root without whose lookups the bill keeps the limit: the costliest, the last of them no
 * costlier than needed, and of equals those that stand last. Empty if it keeps it already.
 */
export function cheapestRemoval({ root }: Bill): Removal {
  const costly = root.terms.filter(({ lookups }) => lookups > 0).toSorted((a, b) => b.lookups - a.lookups);
  const taken: TermBill[] = [];
  let left = root.lookups;
  while (left > LIMITS.lookups) {
    const excess = left - LIMITS.lookups;
    const enough = costly.findLast(({ lookups }) => lookups >= excess);
    const next = enough ?? costly.findLast(({ lookups }) => lookups === costly[0]!.lookups)!;
    costly.splice(costly.indexOf(next), 1);
    taken.push(next);
    left -= next.lookups;
  }
  return { terms: taken.toSorted((a, b) => a.from - b.from), lookups: left };
}
