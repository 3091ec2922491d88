import type { RecordBill } from "@/lib/spf/bill/bill";

/** A name below the root that the tree leads to, and the record there; null where there is none. */
export interface TreeRecord {
  name: string;
  text: string | null;
}

/** The records below a root, each name once, in the order of the tree. */
export function treeRecords(root: RecordBill): TreeRecord[] {
  const found = new Map<string, TreeRecord>();
  const visit = ({ terms }: RecordBill): void => {
    for (const { within } of terms) {
      if (within === null || within.domain === null) continue;
      const key = within.domain.toLowerCase();
      // A loop leads back to the root, or to a record that is there with its text.
      if (within.status !== "loop" && key !== root.domain?.toLowerCase() && !found.has(key))
        found.set(key, { name: within.domain, text: within.text });
      visit(within);
    }
  };
  visit(root);
  return [...found.values()];
}
