import type { Bill, RecordBill } from "../bill/bill";
import { inOrder } from "../bill/evaluation-order";
import type { Finding } from "../bill/finding";
import { type Family, familyOf, type Range, rangeOf } from "../bill/range-set";
import { isUnder } from "../domain-name";

/** A network that a record names by its addresses and lets pass, with its place as findings state it. */
export interface LiteralTerm extends Pick<Finding, "from" | "to" | "where"> {
  network: string;
  family: Family;
  range: Range;
  start: string;
}

/** The first address of a network, as a key by which those that begin alike are found. */
export function startOf({ family, range }: Pick<LiteralTerm, "family" | "range">): string {
  return `${family} ${range.from}`;
}

/**
 * Every network of `ip4` and `ip6` that a domain lets pass, in its record or in those below its own name, as tools that
 * copy lists divide a long one; each network once, at its first place.
 */
export function literalTerms({ root }: Bill): LiteralTerm[] {
  const found = new Map<string, LiteralTerm>();
  const visit = (record: RecordBill, where: string[], way: Pick<LiteralTerm, "from" | "to"> | null) => {
    for (const { name, qualifier, networks, within, from, to } of inOrder(record)) {
      if (qualifier !== "+" && qualifier !== null) continue;
      const span = way ?? { from, to };
      if (name === "ip4" || name === "ip6") for (const network of networks) add(network, span, where);
      const below = within?.domain;
      if (root.domain !== null && below != null && isUnder(below, root.domain))
        visit(within!, [...where, below], span);
    }
  };
  const add = (network: string, { from, to }: Pick<LiteralTerm, "from" | "to">, where: string[]) => {
    if (found.has(network)) return;
    const place = { family: familyOf(network), range: rangeOf(network) };
    found.set(network, { network, ...place, start: startOf(place), from, to, where });
  };
  visit(root, [], null);
  return [...found.values()];
}
