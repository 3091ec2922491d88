import type { Qualifier, Span } from "../record";
import type { NetworkPlace, Overlap, RecordBill } from "./bill";
import { inOrder } from "./evaluation-order";
import { type Family, familyOf, type Range, rangeOf } from "./range-set";

/** How many overlaps are listed. */
const LISTED = 100;

interface Said extends Range {
  place: NetworkPlace;
  order: number;
}

/** An open network of the sweep; `first` is the one evaluated first of it and those around it. */
interface Open {
  said: Said;
  first: Said;
}

/**
 * The networks of the tree that lie in others, each with the one around it that is evaluated first. Of included records
 * only what stands before their first term that does not pass: a client that fails there goes on in the including one.
 */
export function findOverlaps(root: RecordBill): { overlaps: Overlap[]; overlapCount: number } {
  const said: Record<Family, Said[]> = { ip4: [], ip6: [] };
  let order = 0;
  collect(root, null, (place) => {
    said[familyOf(place.network)].push({ ...rangeOf(place.network), place, order: order++ });
  });
  const found = [...sweep(said.ip4), ...sweep(said.ip6)];
  return { overlaps: found.slice(0, LISTED), overlapCount: found.length };
}

/** The root's term that leads to a record: `qualifier` is null where only redirects do, whose results stay their own. */
interface Way extends Span {
  where: string[];
  qualifier: Qualifier | null;
}

/** Says every network that decides, in the order of evaluation. */
function collect(record: RecordBill, way: Way | null, say: (place: NetworkPlace) => void): void {
  const decided = way?.qualifier ?? null;
  for (const term of inOrder(record)) {
    if (decided !== null && term.qualifier !== null && term.qualifier !== "+") return;
    const { from, to, where } = way ?? { ...term, where: [] };
    const qualifier = decided ?? term.qualifier;
    for (const network of term.networks)
      say({ from, to, where, term: term.text, network, qualifier: qualifier ?? "+" });
    if (term.within !== null)
      collect(term.within, { from, to, where: [...where, term.target ?? ""], qualifier }, say);
  }
}

/** Networks lie in each other or apart, so that in order of their starts those around one are a stack. */
function sweep(said: Said[]): Overlap[] {
  const found: Overlap[] = [];
  const open: Open[] = [];
  for (const inner of said.toSorted(byStart)) {
    while (open.length > 0 && open.at(-1)!.said.to < inner.from) open.pop();
    const around = open.at(-1)?.first;
    if (around !== undefined) found.push(overlapOf(around, inner));
    open.push({ said: inner, first: around !== undefined && around.order < inner.order ? around : inner });
  }
  return found;
}

function overlapOf(outer: Said, inner: Said): Overlap {
  return {
    outer: outer.place,
    inner: inner.place,
    isUnreachable: outer.order < inner.order,
    agrees: outer.place.qualifier === inner.place.qualifier,
  };
}

function byStart(a: Said, b: Said): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  if (a.to !== b.to) return a.to > b.to ? -1 : 1;
  return a.order - b.order;
}
