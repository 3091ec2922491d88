import type { AddressCount, RecordBill, TermBill } from "./bill";
import { inOrder } from "./evaluation-order";
import {
  type Family,
  familyOf,
  type Range,
  type RangeSet,
  rangeOf,
  rangeSet,
  sizeOf,
  wholeFamily,
  without,
} from "./range-set";

type Sets = Record<Family, RangeSet>;

/** The addresses that pass a record, through its includes only those that pass in them; terms in trouble have none. */
export function countPassing(record: RecordBill): AddressCount {
  const { ip4, ip6 } = passing(record);
  return { ip4: Number(sizeOf(ip4)), ip6: String(sizeOf(ip6)), isExact: isExact(record) };
}

/** The addresses that pass a record. */
export function passing(record: RecordBill): Sets {
  const found = runs(inOrder(record));
  return { ip4: settle(found, "ip4").passed, ip6: settle(found, "ip6").passed };
}

/**
 * What passes, and what is decided, of the terms in their order. Two halves are settled and put together, which takes far
 * less time than term after term, for a record of thousands that pass and fail by turns.
 */
function settle(found: Run[], family: Family): { passed: RangeSet; decided: RangeSet } {
  if (found.length <= 1) {
    const decided = rangeSet(found[0]?.ranges[family] ?? []);
    return { passed: found[0]?.isPass ? decided : [], decided };
  }
  const half = found.length >> 1;
  const first = settle(found.slice(0, half), family);
  const second = settle(found.slice(half), family);
  return {
    passed: rangeSet([...first.passed, ...without(second.passed, first.decided)]),
    decided: rangeSet([...first.decided, ...second.decided]),
  };
}

interface Run {
  isPass: boolean;
  ranges: Record<Family, Range[]>;
}

/** Neighbours that all pass, or all do not, are taken together: their order among themselves does not matter. */
function runs(terms: TermBill[]): Run[] {
  const found: Run[] = [];
  for (const term of terms) {
    const isPass = term.qualifier === "+" || term.qualifier === null;
    let run = found.at(-1);
    if (run?.isPass !== isPass) {
      run = { isPass, ranges: { ip4: [], ip6: [] } };
      found.push(run);
    }
    addMatched(term, run.ranges);
  }
  return found;
}

function addMatched({ name, networks, within }: TermBill, ranges: Run["ranges"]): void {
  if (name === "all")
    for (const family of ["ip4", "ip6"] as const) ranges[family].push(...wholeFamily(family));
  for (const network of networks) ranges[familyOf(network)].push(rangeOf(network));
  if (within === null) return;
  const below = passing(within);
  for (const family of ["ip4", "ip6"] as const) for (const range of below[family]) ranges[family].push(range);
}

const UNKNOWN = ["unknown-target", "dns-error", "not-asked"];

function isExact(record: RecordBill): boolean {
  if (["error", "too-deep", "not-asked"].includes(record.status)) return false;
  return inOrder(record).every(
    ({ name, trouble, within }) =>
      name !== "exists" &&
      name !== "ptr" &&
      !UNKNOWN.includes(trouble ?? "") &&
      (within === null || isExact(within)),
  );
}
