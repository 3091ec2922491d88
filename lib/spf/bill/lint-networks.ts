import type { Bill, NetworkPlace, Overlap } from "./bill";
import type { Finding } from "./finding";
import { found, type PublishedRule } from "./published-rules";
import { wholeRecord } from "./term-places";

/** More addresses than the largest senders publish; more than a network of length 8 are hardly anyone's own. */
const MANY = 2 ** 20;
const TOO_MANY = 2 ** 24;

/** What is odd about the addresses of the whole tree: rules 48 to 50. What one record says alone is the linter's. */
export function lintNetworks(bill: Bill): Finding[] {
  const { ip4: count } = bill.addresses;
  const severity = count > TOO_MANY ? "warning" : "info";
  const many = count > MANY ? [found("many-addresses", wholeRecord(bill), { count }, severity)] : [];
  return [...many, ...lintOverlaps(bill.overlaps)];
}

/**
 * One finding for all overlaps between the same terms of the same records, on whatever way and whichever lies in the
 * other, with the first as its example. Of a record that is included twice `included-twice` says it all.
 */
function lintOverlaps(overlaps: Overlap[]): Finding[] {
  const groups = new Map<string, { rule: OverlapRule; first: Overlap; networks: Set<string> }>();
  for (const overlap of overlaps) {
    const { inner, outer, agrees } = overlap;
    const rule = ruleOf(overlap);
    if (rule === null || isReachedAgain(inner, outer)) continue;
    const key = [agrees, ...[inner, outer].map(termOf).sort()].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rule, first: overlap, networks: new Set([inner.network]) });
    else group.networks.add(inner.network);
  }
  return [...groups.values()].map(({ rule, first: { inner, outer }, networks }) => {
    const [network, around, count] = [inner.network, outer.network, networks.size];
    return found(rule, inner, { inner: inner.term, outer: said(outer), network, around, count });
  });
}

/** Whether one record, reached on two ways, holds both. */
function isReachedAgain(inner: NetworkPlace, outer: NetworkPlace): boolean {
  return recordOf(inner) === recordOf(outer) && inner.where.join(" ") !== outer.where.join(" ");
}

function termOf(place: NetworkPlace): string {
  return `${recordOf(place)} ${place.term}`;
}

/** The domain of a place's record, "" for the root's. */
function recordOf({ where }: NetworkPlace): string {
  return where.at(-1)?.toLowerCase() ?? "";
}

type OverlapRule = Extract<PublishedRule, "contradicting-network" | "redundant-network" | "network-twice">;

function ruleOf({ inner, outer, isUnreachable, agrees }: Overlap): OverlapRule | null {
  if (isPlain(inner) && isPlain(outer)) return null;
  if (!agrees) return isUnreachable ? "contradicting-network" : null;
  const isElsewhere = inner.from !== outer.from;
  return isElsewhere && inner.network === outer.network ? "network-twice" : "redundant-network";
}

/** Whether a network is written in the root record itself, where it can be seen without DNS. */
function isPlain({ where, term }: NetworkPlace): boolean {
  return where.length === 0 && /^[-+~?]?ip[46]:/i.test(term);
}

function said({ where, term }: NetworkPlace): string {
  return [...where, term].join(" → ");
}
