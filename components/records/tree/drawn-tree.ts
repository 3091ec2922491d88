import type { RecordBill, TermBill } from "@/lib/spf/bill/bill";

/** What is drawn of a record: its rows, and how many terms are left out. */
export interface Branch {
  rows: TreeRow[];
  rest: number;
}

/** A term with the record that it leads to, or networks that stand together. */
export type TreeRow =
  | { kind: "term"; term: TermBill; below: Branch | null }
  | { kind: "networks"; terms: TermBill[] };

/** Fewer networks than this have rows of their own. */
const LEAST = 3;

/** A tree as it is drawn: at most so many rows, those nearest to the root first. */
export function drawnTree(root: RecordBill, most: number): Branch {
  const top: Branch = { rows: [], rest: 0 };
  const queue = [{ record: root, branch: top }];
  let left = most;
  for (const { record, branch } of queue)
    for (const row of rowsOf(record)) {
      if (left-- <= 0) {
        branch.rest += row.kind === "term" ? 1 : row.terms.length;
        continue;
      }
      branch.rows.push(row);
      if (row.kind === "networks" || row.term.within === null) continue;
      row.below = { rows: [], rest: 0 };
      queue.push({ record: row.term.within, branch: row.below });
    }
  return top;
}

function rowsOf({ terms }: RecordBill): TreeRow[] {
  const rows: TreeRow[] = [];
  for (let at = 0; at < terms.length; ) {
    let end = at;
    while (end < terms.length && isAlike(terms[at]!, terms[end]!)) end++;
    if (end - at >= LEAST) rows.push({ kind: "networks", terms: terms.slice(at, end) });
    else {
      end = Math.max(end, at + 1);
      for (const term of terms.slice(at, end)) rows.push({ kind: "term", term, below: null });
    }
    at = end;
  }
  return rows;
}

/** Whether both say a network, to the same effect. */
function isAlike(one: TermBill, other: TermBill): boolean {
  const isNetwork = ({ name }: TermBill) => name === "ip4" || name === "ip6";
  return (
    isNetwork(one) &&
    isNetwork(other) &&
    one.qualifier === other.qualifier &&
    one.isReached === other.isReached
  );
}
