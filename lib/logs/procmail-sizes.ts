import { matchingSize, maximumMatching, usableEdges } from "./matching";
import { type LocalDelivery, senderKey } from "./procmail-candidates";
import type { Delivered } from "./procmail-marks";
import { type Problem, unlessWorse } from "./procmail-narrow";

/** The bytes that messages gained on their way into the folder, of pairs that are beyond doubt. */
export interface Overheads {
  byWay: Map<string, number[]>;
  byResult: Map<string, number[]>;
}

/** Overheads of one way that count as equal, bytes. */
const SAME_OVERHEAD = 2;
/** Further from the usual than clients' names make it: of one way, and of one verdict with any sender. */
const ODD_OF_WAY = 80;
const ODD_OF_RESULT = 150;
const ENOUGH_KNOWN = 3;
const MOST_KNOWN = 8;
const MOST_REMEMBERED = 64;
/** Beyond this, sizes fit by chance too often and cost too much. */
const MOST_BY_SIZE = 64;

/** Bytes that a message gained on its way into the folder, the mark apart; null where a size is not told. */
function overhead(delivery: LocalDelivery, { block, added }: Delivered): number | null {
  return delivery.size === null || block.size === null ? null : block.size - delivery.size - added;
}

/** Deliveries that go the same way into their folders: one sender and one verdict. */
function wayOf({ sender, result }: LocalDelivery): string {
  return `${result} ${senderKey(sender)}`;
}

/** Collects what is known of overheads from problems that have one pair left. */
export function learnOverheads(problems: readonly Problem[]): Overheads {
  const overheads: Overheads = { byWay: new Map(), byResult: new Map() };
  for (const { lefts, edges, deliveries, delivered } of problems) {
    if (lefts.length !== 1 || edges[0]!.length !== 1) continue;
    const delivery = deliveries[lefts[0]!]!;
    const bytes = overhead(delivery, delivered[edges[0]![0]!]!);
    if (bytes === null) continue;
    remember(overheads.byWay, wayOf(delivery), bytes);
    remember(overheads.byResult, String(delivery.result), bytes);
  }
  return overheads;
}

function remember(map: Map<string, number[]>, key: string, bytes: number): void {
  const known = map.get(key) ?? [];
  map.set(key, known);
  if (known.push(bytes) > MOST_REMEMBERED) known.shift();
}

/** False where the block is far larger or smaller than this message can have become; true where that is not known. */
export function isPlausible(
  delivery: LocalDelivery,
  one: Delivered,
  { byWay, byResult }: Overheads,
): boolean {
  const bytes = overhead(delivery, one);
  if (bytes === null) return true;
  const ofWay = median(byWay.get(wayOf(delivery)));
  if (ofWay !== null) return Math.abs(bytes - ofWay) <= ODD_OF_WAY;
  const ofResult = median(byResult.get(String(delivery.result)));
  return ofResult === null || Math.abs(bytes - ofResult) <= ODD_OF_RESULT;
}

function median(known: readonly number[] = []): number | null {
  if (known.length < ENOUGH_KNOWN) return null;
  return [...known].sort((a, b) => a - b)[known.length >> 1]!;
}

/**
 * Keeps to blocks whose size fits: an overhead known from other messages of the same way, or, for three and more of one
 * way, one that (nearly) all share. Where several overheads explain the sizes, all of them count. A single delivery
 * proves nothing: one size fits by chance too easily.
 */
export function bySize(problem: Problem, { byWay }: Overheads): number[][] {
  const { deliveries, delivered, lefts, edges } = problem;
  if (lefts.length < 2 || lefts.length > MOST_BY_SIZE || maximumMatching(edges).includes(-1)) return edges;
  const bytes = edges.map((rights, i) => {
    return rights.map((right) => overhead(deliveries[lefts[i]!]!, delivered[right]!) ?? Number.NaN);
  });
  const ways = lefts.map((left) => wayOf(deliveries[left]!));
  const guesses: number[][][] = [ways.map((way) => [...(byWay.get(way)?.slice(-MOST_KNOWN) ?? [])])];
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
