import type { Bill } from "../bill/bill";
import type { Finding } from "../bill/finding";
import { passing } from "../bill/passing";
import { found } from "../bill/published-rules";
import { familyOf, type Range, type RangeSet, rangeOf, sizeOf, without } from "../bill/range-set";
import { LIMITS } from "../session";
import type { LiteralTerm } from "./literal-terms";
import type { PresentList } from "./present-list";

/** How many networks a finding names. */
const NAMED = 3;

/** What has become of lists of providers that were copied into a record: rule 60. */
export function lintFlattened(bill: Bill, lists: PresentList[]): Finding[] {
  return lists.flatMap((list) => {
    const wrong = [...lintStale(bill, list), ...lintMissing(bill, list)];
    return wrong.length > 0 ? wrong : lintSame(bill, list);
  });
}

/** Networks that the provider has given up, one finding for terms side by side. */
function lintStale({ root }: Bill, list: PresentList): Finding[] {
  const gone = list.networks.filter(({ family, range }) => without([range], list.now[family]).length > 0);
  const stale = list.terms.flatMap((term) => {
    const lost = gone.filter(({ family, range }) => family === term.family && isWithin(range, term.range));
    return lost.length > 0 ? [{ term, lost: lost.map(({ text }) => text) }] : [];
  });
  return sideBySide(stale, root.text ?? "").map((group) =>
    found("flattened-stale", placeOf(group.map(({ term }) => term)), {
      ...sourceOf(list),
      ...named(group.flatMap(({ lost }) => lost)),
    }),
  );
}

interface Stale {
  term: LiteralTerm;
  lost: string[];
}

function sideBySide(stale: Stale[], text: string): Stale[][] {
  const groups: Stale[][] = [];
  for (const one of stale) {
    const last = groups.at(-1)?.at(-1)?.term;
    const isNext =
      last !== undefined &&
      last.where.join(" ") === one.term.where.join(" ") &&
      text.slice(last.to, one.term.from).trim() === "";
    if (isNext) groups.at(-1)!.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** Networks of the provider that were never copied, of the families that were; a copy of a part is left a part. */
function lintMissing(bill: Bill, list: PresentList): Finding[] {
  if (!list.isWhole) return [];
  const own = passing(bill.root);
  const lacking = { ip4: without(list.now.ip4, own.ip4), ip6: without(list.now.ip6, own.ip6) };
  const families = new Set(list.terms.map(({ family }) => family));
  const missing = list.listed.filter((network) => {
    const family = familyOf(network);
    return families.has(family) && meets(rangeOf(network), lacking[family]);
  });
  if (missing.length === 0) return [];
  return [
    found("flattened-missing", placeOf(list.terms), {
      ...sourceOf(list),
      ...named(missing),
      ...costIn(bill, list),
    }),
  ];
}

/** A copy that is as its source still is, where the record could include it instead. */
function lintSame(bill: Bill, list: PresentList): Finding[] {
  const cost = costIn(bill, list);
  if (!list.isWhole || cost.lookups === 0) return [];
  return [found("flattened", placeOf(list.terms), { ...sourceOf(list), ...cost })];
}

function sourceOf({ provider }: PresentList): { source: string; provider: string } {
  return { source: provider.include, provider: provider.name };
}

function named(networks: string[]): { networks: string; more: number } {
  return { networks: networks.slice(0, NAMED).join(", "), more: Math.max(0, networks.length - NAMED) };
}

/** What the include would cost; 0 where it has no room. */
function costIn({ lookups }: Bill, list: PresentList): { lookups: number } {
  return { lookups: lookups + list.lookups > LIMITS.lookups ? 0 : list.lookups };
}

/** From the first to the last of terms; the record below that holds them, if one does. */
function placeOf(terms: LiteralTerm[]): Pick<Finding, "from" | "to" | "where"> {
  const [first, ...others] = terms as [LiteralTerm, ...LiteralTerm[]];
  const isOne = others.every(({ where }) => where.join(" ") === first.where.join(" "));
  const from = Math.min(...terms.map((term) => term.from));
  return { from, to: Math.max(...terms.map(({ to }) => to)), where: isOne ? first.where : [] };
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.from >= outer.from && inner.to <= outer.to;
}

function meets(range: Range, set: RangeSet): boolean {
  return sizeOf(without([range], set)) < range.to - range.from + 1n;
}
