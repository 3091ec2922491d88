import { components, usableEdges } from "./matching";
import { findCandidates, type LocalDelivery } from "./procmail-candidates";
import {
  contradicts,
  type Delivered,
  isTagged,
  type LoggedBlock,
  type LoggedLine,
  settleFilters,
} from "./procmail-marks";
import {
  byContradiction,
  byFolder,
  byOrder,
  bySpan,
  byVerdict,
  isMisled,
  type Problem,
} from "./procmail-narrow";
import { bySize, isPlausible, learnOverheads, type Overheads } from "./procmail-sizes";

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
  const lefts = deliveries.map((_, i) => i);
  const edges = findCandidates(deliveries, delivered);
  const parts = narrowByFacts({
    deliveries,
    delivered,
    filtering,
    lefts,
    edges,
    contested: true,
    misled: false,
  });
  const overheads = learnOverheads(parts);
  for (const part of parts.flatMap((part) => (isSettled(part) ? [part] : narrowBySize(part, overheads)))) {
    tellings(part)?.forEach((told, i) => {
      const sure = (one: Telling) => !part.contested || isPlausible(one.delivery, one.block, overheads);
      if (!told.some(sure)) return;
      const link = links[part.lefts[i]!]!;
      link.tagged = agreed(told.map(({ tagged }) => tagged));
      link.folder = agreed(told.map(({ folder }) => folder));
    });
  }
  return links;
}

function narrowByFacts(problem: Problem): Problem[] {
  return split(problem).flatMap((part) => {
    const contested = part.lefts.length > 1 || part.edges[0]!.length > 1;
    const steps = [byContradiction, bySpan, byFolder, byVerdict, byOrder];
    return narrow({ ...part, contested, misled: isMisled(part) }, steps);
  });
}

function narrowBySize(problem: Problem, overheads: Overheads): Problem[] {
  return narrow(problem, [(part) => bySize(part, overheads)]);
}

/** What one block tells of a delivery, if it is its own. */
interface Telling {
  delivery: LocalDelivery;
  block: Delivered;
  tagged: boolean | null;
  folder: string | null;
}

/** What all possible blocks of each delivery tell; null where some delivery has no block, and nobody knows which. */
function tellings(problem: Problem): Telling[][] | null {
  const { deliveries, delivered, filtering, lefts } = problem;
  const usable = isCrowd(problem) ? crowdEdges(problem) : usableEdges(problem.edges);
  if (!usable) return null;
  return usable.map((rights, i) => {
    const delivery = deliveries[lefts[i]!]!;
    return rights.map((right) => {
      const block = delivered[right]!;
      if (contradicts(delivery.result, block)) return { delivery, block, tagged: null, folder: null };
      const tagged = isTagged(block, delivery.result, filtering);
      return { delivery, block, tagged, folder: block.block.folder };
    });
  });
}

function agreed<T>(values: readonly T[]): T | null {
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null;
}

/** Whether the possible blocks of each delivery agree already. */
function isSettled(problem: Problem): boolean {
  const told = tellings(problem);
  return (
    told?.every((own) =>
      own.every(({ tagged, folder }) => tagged === own[0]!.tagged && folder === own[0]!.folder),
    ) ?? false
  );
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

/** Too many possible pairs to weigh one against the other. */
function isCrowd({ edges }: Problem): boolean {
  return edges.reduce((sum, rights) => sum + rights.length, 0) > CROWD_EDGES;
}

/** In a crowd every block may be anyone's. */
function crowdEdges({ edges }: Problem): number[][] | null {
  const rights = [...new Set(edges.flat())];
  return rights.length < edges.length ? null : edges.map(() => rights);
}
