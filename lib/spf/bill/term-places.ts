import type { Bill, RecordBill, TermBill } from "./bill";
import type { Finding } from "./finding";

/** A term of the tree with its record, and its place as findings state it. */
export interface TermPlace extends Pick<Finding, "from" | "to" | "where"> {
  term: TermBill;
  record: RecordBill;
}

/** All terms of the tree from the root on; those of a record that is reached twice, only the first time. */
export function termPlaces({ root }: Bill): TermPlace[] {
  const places: TermPlace[] = [];
  const seen = new Set<string>();
  const visit = (record: RecordBill, where: string[], way: { from: number; to: number } | null) => {
    for (const term of record.terms) {
      const { from, to } = way ?? term;
      places.push({ term, record, where, from, to });
      const below = term.within?.domain?.toLowerCase();
      if (term.within === null || below === undefined || seen.has(below)) continue;
      seen.add(below);
      visit(term.within, [...where, term.within.domain!], { from, to });
    }
  };
  visit(root, [], null);
  return places;
}

/** The place of the whole record. */
export function wholeRecord({ root }: Bill): Pick<Finding, "from" | "to" | "where"> {
  return { from: 0, to: root.text?.length ?? 0, where: [] };
}
