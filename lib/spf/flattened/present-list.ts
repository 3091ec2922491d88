import type { RecordBill } from "../bill/bill";
import { inOrder } from "../bill/evaluation-order";
import { passing } from "../bill/passing";
import type { Family, RangeSet } from "../bill/range-set";
import { recordBill } from "../bill/record-bill";
import type { Resolver } from "../resolver";
import { LIMITS } from "../session";
import type { CopiedList } from "./copied-lists";

/** An include that works takes ten lookups at most, hardly ever as many questions. */
const QUESTIONS = 30;

/** A copied list and what its include lets pass at present: `listed` in CIDR notation; `lookups` is what it would cost. */
export interface PresentList extends CopiedList {
  now: Record<Family, RangeSet>;
  listed: string[];
  lookups: number;
}

/** Asks what the includes of copied lists let pass at present; of those that cannot be told for certain, nothing. */
export async function presentLists(lists: CopiedList[], resolver: Resolver): Promise<PresentList[]> {
  const asked = await Promise.all(lists.map((list) => presentList(list, resolver)));
  return asked.filter((list) => list !== null);
}

async function presentList(list: CopiedList, resolver: Resolver): Promise<PresentList | null> {
  const { include } = list.provider;
  const bill = await recordBill({ domain: include }, resolver, { questions: QUESTIONS });
  const { root, lookups, voidLookups, isComplete, addresses } = bill;
  const isSound =
    lookups < LIMITS.lookups && Math.max(voidLookups.ip4, voidLookups.ip6) <= LIMITS.voidLookups;
  if (!isComplete || !addresses.isExact || !isSound || !isPlain(root)) return null;
  return { ...list, now: passing(root), listed: listedBelow(root), lookups: lookups + 1 };
}

/** Whether every record could be read to its end, and none lets just anyone pass. */
function isPlain({ status, all, terms }: RecordBill): boolean {
  if (status !== "read" || all === "+") return false;
  return terms.every(
    ({ trouble, within }) =>
      trouble !== "mx-limit" && trouble !== "invalid-target" && (within === null || isPlain(within)),
  );
}

function listedBelow(record: RecordBill): string[] {
  const networks = inOrder(record).flatMap((term) =>
    term.qualifier === "+" || term.qualifier === null
      ? [...term.networks, ...(term.within === null ? [] : listedBelow(term.within))]
      : [],
  );
  return [...new Set(networks)];
}
