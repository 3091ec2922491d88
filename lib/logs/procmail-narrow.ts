import { matchingSize, maximumMatching, usableEdges } from "./matching";
import { folderNames, type LocalDelivery, senderKey, startSpan, userOf } from "./procmail-candidates";
import { type Delivered, isFailing } from "./procmail-marks";

/** Deliveries (`lefts`, indexes) and for each the blocks (indexes) it may have. */
export interface Problem {
  deliveries: readonly LocalDelivery[];
  delivered: readonly Delivered[];
  /** The logs hold filter lines at all. */
  filtering: boolean;
  lefts: number[];
  edges: number[][];
}

/** Sent lines stand in the order of procmail's ends, give or take this, ms. */
const DISORDER = 2000;
/** Overheads of one sender's messages that count as equal, bytes. */
const SAME_OVERHEAD = 2;
/** Beyond this, sizes fit by chance too often and cost too much. */
const MOST_BY_SIZE = 64;

type Prefers = (delivery: LocalDelivery, one: Delivered) => boolean;

/** Keeps to the span of time without a margin. */
export function bySpan(problem: Problem): number[][] {
  return prefer(problem, (delivery, { block }) => {
    const [from, to] = startSpan(delivery);
    return block.time! >= from && block.time! <= to;
  });
}

/** Prefers a folder that bears the recipient's name. */
export function byFolder(problem: Problem): number[][] {
  return prefer(problem, ({ address }, { block }) => folderNames(block.folder).includes(userOf(address)));
}

/** Prefers blocks with a filter's line for failing messages; where there is no subject, that line may be another's. */
export function byVerdict(problem: Problem): number[][] {
  if (!problem.filtering) return problem.edges;
  return prefer(problem, ({ result }, { filter, block, sure }) => {
    if (!isFailing(result)) return result === null || !sure;
    return filter !== null || block.subject === null;
  });
}

/**
 * Drops what is not preferred from deliveries and from blocks that have something preferred; all stays as it is if
 * that left more deliveries without a block.
 */
function prefer({ deliveries, delivered, lefts, edges }: Problem, prefers: Prefers): number[][] {
  const wanted = edges.map((rights, i) => {
    return rights.map((right) => prefers(deliveries[lefts[i]!]!, delivered[right]!));
  });
  const wantedRights = new Set(edges.flatMap((rights, i) => rights.filter((_, j) => wanted[i]![j])));
  const kept = edges.map((rights, i) => {
    const any = wanted[i]!.includes(true);
    return rights.filter((right, j) => wanted[i]![j] || (!any && !wantedRights.has(right)));
  });
  return unlessWorse(edges, kept);
}

function unlessWorse(edges: number[][], kept: number[][]): number[][] {
  return matchingSize(kept) === matchingSize(edges) ? kept : edges;
}

/**
 * procmail writes a block when it ends, and the server logs Sent then: the n-th block is that of the n-th delivery,
 * or of one about as late. Only where all blocks are of one log and each has its delivery.
 */
export function byOrder(problem: Problem): number[][] {
  const { deliveries, delivered, lefts, edges } = problem;
  const rights = [...new Set(edges.flat())].sort((a, b) => a - b);
  if (rights.length !== lefts.length || lefts.length < 2 || !areInOrder(delivered, rights)) return edges;
  const ends = lefts.map((left) => deliveries[left]!.time).sort((a, b) => a - b);
  const endOf = new Map(rights.map((right, rank) => [right, ends[rank]!]));
  // A block that begins later than its rank allows: these are not one log's blocks in order.
  let latest = Number.NEGATIVE_INFINITY;
  for (const right of rights) {
    latest = Math.max(latest, delivered[right]!.block.time!);
    if (endOf.get(right)! < latest - DISORDER) return edges;
  }
  const kept = edges.map((own, i) =>
    own.filter((right) => Math.abs(deliveries[lefts[i]!]!.time - endOf.get(right)!) <= DISORDER),
  );
  return unlessWorse(edges, kept);
}

function areInOrder(delivered: readonly Delivered[], rights: readonly number[]): boolean {
  return rights.every((right, i) => {
    if (i === 0) return true;
    const [before, block] = [delivered[rights[i - 1]!]!.block, delivered[right]!.block];
    return before.log === block.log && before.offset < block.offset;
  });
}

/** Bytes that a message gained on its way into the folder, the mark apart; null where a size is not told. */
export function overhead(delivery: LocalDelivery, { block, added }: Delivered): number | null {
  return delivery.size === null || block.size === null ? null : block.size - delivery.size - added;
}

/** Deliveries that go the same way into their folders: one sender and one verdict. */
export function wayOf({ sender, result }: LocalDelivery): string {
  return `${result} ${senderKey(sender)}`;
}

/**
 * Keeps to blocks whose size fits: an overhead known from other messages of the same way, or, for three and more of one
 * way, one that (nearly) all share. Where several overheads explain the sizes, all of them count. A single delivery
 * proves nothing: one size fits by chance too easily.
 */
export function bySize(problem: Problem, known: ReadonlyMap<string, readonly number[]>): number[][] {
  const { deliveries, delivered, lefts, edges } = problem;
  if (lefts.length < 2 || lefts.length > MOST_BY_SIZE || maximumMatching(edges).includes(-1)) return edges;
  const bytes = edges.map((rights, i) => {
    return rights.map((right) => overhead(deliveries[lefts[i]!]!, delivered[right]!) ?? Number.NaN);
  });
  const ways = lefts.map((left) => wayOf(deliveries[left]!));
  const guesses: number[][][] = [ways.map((way) => [...(known.get(way) ?? [])])];
  if (lefts.length > 2 && new Set(ways).size === 1) {
    const own = new Set(bytes.slice(0, mayMisfit(lefts.length) + 1).flat());
    for (const guess of own) guesses.push(ways.map(() => [guess]));
  }
  const kept = edges.map(() => new Set<number>());
  for (const guess of guesses) {
    explain(edges, bytes, guess)?.forEach((rights, i) => {
      for (const right of rights) kept[i]!.add(right);
    });
  }
  return unlessWorse(
    edges,
    kept.map((rights) => [...rights]),
  );
}

/** How many sizes may be odd: a server that drops bytes of a header makes them so. */
function mayMisfit(deliveries: number): number {
  return Math.floor(deliveries / 4);
}

/** What is left of the edges if these are each one's possible overheads: pairs that fit nobody else are settled. Null if it cannot be. */
function explain(edges: number[][], bytes: number[][], guesses: number[][]): number[][] | null {
  const fitting = edges.map((rights, i) => {
    return rights.filter((_, j) =>
      guesses[i]!.some((guess) => Math.abs(bytes[i]![j]! - guess) <= SAME_OVERHEAD),
    );
  });
  const needed = edges.length - mayMisfit(edges.length);
  if (fitting.filter((rights) => rights.length > 0).length < needed || matchingSize(fitting) < needed)
    return null;
  const fans = new Map<number, number>();
  for (const right of fitting.flat()) fans.set(right, (fans.get(right) ?? 0) + 1);
  const settled = fitting.map((rights) => rights.length === 1 && fans.get(rights[0]!) === 1);
  const taken = new Set(fitting.flatMap((rights, i) => (settled[i] ? rights : [])));
  return usableEdges(
    edges.map((rights, i) => (settled[i] ? fitting[i]! : rights.filter((right) => !taken.has(right)))),
  );
}
