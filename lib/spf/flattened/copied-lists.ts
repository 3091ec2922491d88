import type { Bill, RecordBill } from "../bill/bill";
import { folded } from "../draft/bench";
import { isOfProvider, PROVIDERS, type Provider } from "../draft/providers";
import { type LiteralTerm, literalTerms } from "./literal-terms";
import { type ListedNetwork, listedIn, listsOf, type ProviderList } from "./provider-list";

/** Of so many lists the present state is asked for. */
const MOST = 2;

/**
 * A provider's list that terms of a record were copied from, to all appearance: `networks` are those of the list that
 * `terms` name. `isWhole` if they are most of the list, of the families that were copied.
 */
export interface CopiedList {
  provider: Provider;
  terms: LiteralTerm[];
  networks: ListedNetwork[];
  isWhole: boolean;
}

/**
 * The providers' lists that a record holds a copy of, the largest copy first. Each term speaks for one list only; terms
 * that the domain has for being a provider's own, or that an include of the record has too, speak for none.
 */
export function copiedLists(bill: Bill, providers = PROVIDERS): CopiedList[] {
  let terms = literalTerms(bill);
  if (terms.length < 2) return [];
  let lists = listsOf(providers);
  const targets = targetsBelow(bill.root);
  const isSaid = ({ provider: { include } }: ProviderList) =>
    targets.has(folded(include)) || isOfProvider(bill.root.domain ?? "", include);
  for (const list of lists.filter(isSaid)) terms = withoutTerms(terms, copyOf(list, terms));
  lists = lists.filter((list) => !isSaid(list));
  const found: CopiedList[] = [];
  while (found.length < MOST) {
    const copies = lists.map((list) => copyOf(list, terms)).filter(isEvident);
    const [best] = copies.sort(bestFirst);
    if (best === undefined) break;
    found.push(best);
    terms = withoutTerms(terms, best);
    lists = copies.map(({ list }) => list);
  }
  return found;
}

/** The names that a record and those below it include or redirect to. */
function targetsBelow(root: RecordBill): Set<string> {
  const names = new Set<string>();
  const visit = ({ terms }: RecordBill) => {
    for (const { name, target, within } of terms) {
      if (target !== null && (name === "include" || name === "redirect")) names.add(folded(target));
      if (within !== null) visit(within);
    }
  };
  visit(root);
  return names;
}

interface Copy extends CopiedList {
  list: ProviderList;
  /** Which part of the list was copied, of the families that were. */
  share: number;
}

function copyOf(list: ProviderList, terms: LiteralTerm[]): Copy {
  const copied: LiteralTerm[] = [];
  const networks = new Set<ListedNetwork>();
  for (const term of terms) {
    const listed = listedIn(term, list);
    if (listed.length > 0) copied.push(term);
    for (const network of listed) networks.add(network);
  }
  const families = new Set([...networks].map(({ family }) => family));
  const share = networks.size / list.networks.filter(({ family }) => families.has(family)).length;
  const { provider } = list;
  return { provider, terms: copied, networks: [...networks], isWhole: share >= 0.5, list, share };
}

/** One network may be anyone's, and so may two of many; exactly those of a provider are hardly chance. */
function isEvident({ terms, networks, isWhole }: Copy): boolean {
  return terms.length >= 2 && (networks.length >= 3 || isWhole);
}

function bestFirst(a: Copy, b: Copy): number {
  return b.networks.length - a.networks.length || b.share - a.share || b.provider.usage - a.provider.usage;
}

function withoutTerms(terms: LiteralTerm[], { terms: taken }: Copy): LiteralTerm[] {
  const gone = new Set(taken);
  return terms.filter((term) => !gone.has(term));
}
