import { components, usableEdges } from "./matching";
import { findCandidates, type LocalDelivery } from "./procmail-candidates";
import { type Delivered, isTagged, type LoggedBlock, type LoggedLine, settleFilters } from "./procmail-marks";
import {
  byFolder,
  byOrder,
  bySize,
  bySpan,
  byVerdict,
  overhead,
  type Problem,
  wayOf,
} from "./procmail-narrow";

export type { LocalDelivery } from "./procmail-candidates";

/** What procmail's log tells of one delivery; null where it tells nothing sure. */
export interface Link {
  messageRef: number;
  ordinal: number;
  tagged: boolean | null;
  folder: string | null;
}

const CROWD_EDGES = 20_000;

/**
 * Finds what procmail did with each delivery. The two logs share no key: sender, time, recipient, order, verdict and
 * size narrow down which block can be whose, and a value is given only if every block that is left says the same.
 * Times are wall clocks of one zone. Blocks stand in the order of their logs.
 */
export function linkProcmail(
  deliveries: readonly LocalDelivery[],
  blocks: readonly LoggedBlock[],
  lines: readonly LoggedLine[] = [],
): Link[] {
  const delivered = settleFilters(blocks, lines);
  const filtering = lines.length > 0 || delivered.some(({ filter }) => filter !== null);
  const links = deliveries.map(({ messageRef, ordinal }): Link => {
    return { messageRef, ordinal, tagged: null, folder: null };
  });
  const judge = { deliveries, delivered, filtering, links };
  const candidates = findCandidates(deliveries, delivered);
  const early = split({ ...judge, lefts: deliveries.map((_, i) => i), edges: candidates })
    .flatMap((problem) => narrow(problem, [bySpan, byFolder, byVerdict, byOrder]))
    .map((problem) => ({ problem, open: !decide(problem, judge) }));
  const overheads = sureOverheads(early.map(({ problem }) => problem));
  for (const { problem, open } of early) {
    if (!open) continue;
    for (const part of narrow(problem, [(p) => bySize(p, overheads)])) decide(part, judge);
  }
  return links;
}

interface Judge {
  deliveries: readonly LocalDelivery[];
  delivered: readonly Delivered[];
  filtering: boolean;
  links: Link[];
}

/** Parts that share no block. */
function split(problem: Problem): Problem[] {
  return components(problem.edges).map((lefts) => ({
    ...problem,
    lefts: lefts.map((i) => problem.lefts[i]!),
    edges: lefts.map((i) => problem.edges[i]!),
  }));
}

function narrow(problem: Problem, steps: readonly ((problem: Problem) => number[][])[]): Problem[] {
  const [step, ...rest] = steps;
  if (!step || isCrowd(problem)) return [problem];
  return split({ ...problem, edges: step(problem) }).flatMap((part) => narrow(part, rest));
}

/** Enters what all possible blocks of a delivery agree on; false if something is left open. */
function decide(problem: Problem, { deliveries, delivered, filtering, links }: Judge): boolean {
  const usable = isCrowd(problem) ? crowdEdges(problem) : usableEdges(problem.edges);
  // More deliveries than blocks: whose is missing?
  if (!usable) return false;
  let decided = true;
  usable.forEach((rights, i) => {
    const left = problem.lefts[i]!;
    const { result } = deliveries[left]!;
    const marks = new Set(rights.map((right) => isTagged(delivered[right]!, result, filtering)));
    const folders = new Set(rights.map((right) => delivered[right]!.block.folder));
    links[left]!.tagged = marks.size === 1 ? [...marks][0]! : null;
    links[left]!.folder = folders.size === 1 ? [...folders][0]! : null;
    decided &&= marks.size === 1 && folders.size === 1;
  });
  return decided;
}

/** Too many possible pairs to weigh one against the other. */
function isCrowd({ edges }: Problem): boolean {
  return edges.reduce((sum, rights) => sum + rights.length, 0) > CROWD_EDGES;
}

/** In a crowd every block may be anyone's. */
function crowdEdges({ edges }: Problem): number[][] | null {
  const rights = [...new Set(edges.flat())];
  return rights.length < edges.length ? null : edges.map(() => rights);
}

/** By sender and verdict, the bytes that the way into the folder adds, of pairs that are beyond doubt. */
function sureOverheads(problems: readonly Problem[]): Map<string, number[]> {
  const overheads = new Map<string, number[]>();
  for (const problem of problems) {
    if (problem.lefts.length !== 1 || problem.edges[0]!.length !== 1) continue;
    const delivery = problem.deliveries[problem.lefts[0]!]!;
    const bytes = overhead(delivery, problem.delivered[problem.edges[0]![0]!]!);
    if (bytes === null) continue;
    const key = wayOf(delivery);
    overheads.set(key, [...(overheads.get(key) ?? []), bytes].slice(-8));
  }
  return overheads;
}
