import { matchingSize } from "./matching";
import { folderNames, type LocalDelivery, startSpan, userOf } from "./procmail-candidates";
import { contradicts, type Delivered, isFailing } from "./procmail-marks";

/** Deliveries (`lefts`, indexes) and for each the blocks (indexes) it may have. */
export interface Problem {
  deliveries: readonly LocalDelivery[];
  delivered: readonly Delivered[];
  /** The logs hold filter lines at all. */
  filtering: boolean;
  lefts: number[];
  edges: number[][];
  /** More than one pair was possible at first. */
  contested: boolean;
  /** A header that came with some mail misled the filter: verdicts prove nothing. */
  misled: boolean;
}

/** Sent lines stand in the order of procmail's ends, give or take this, ms. */
const DISORDER = 2000;

type Prefers = (delivery: LocalDelivery, one: Delivered) => boolean;

/** Leaves out blocks whose filter line contradicts the verdict. */
export function byContradiction({ deliveries, delivered, lefts, edges, misled }: Problem): number[][] {
  if (misled) return edges;
  return edges.map((rights, i) => {
    return rights.filter((right) => !contradicts(deliveries[lefts[i]!]!.result, delivered[right]!));
  });
}

/** Whether more lines state a failure than there are failing messages: the filter reads any Received-SPF header. */
export function isMisled({ deliveries, delivered, lefts, edges }: Omit<Problem, "misled">): boolean {
  const results = lefts.map((left) => deliveries[left]!.result);
  // Blocks that share a line count once.
  const byPlace = new Map(
    edges.flat().flatMap((right) => {
      const { block, filter } = delivered[right]!;
      return filter ? [[`${block.log} ${filter.offset}`, filter] as const] : [];
    }),
  );
  const lines = [...byPlace.values()];
  return ([null, "fail", "softfail"] as const).some((failure) => {
    const stated = failure ? lines.filter(({ result }) => result === failure) : lines;
    const failed = results.filter((result) => {
      return result === null || (failure ? result === failure : isFailing(result));
    });
    return stated.length > failed.length;
  });
}

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
  if (!problem.filtering || problem.misled) return problem.edges;
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

/** The narrower edges, unless they left more deliveries without a block. */
export function unlessWorse(edges: number[][], kept: number[][]): number[][] {
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
