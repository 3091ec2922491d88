/** Which right-hand nodes each left-hand node may be matched with, by index. */
export type Edges = readonly (readonly number[])[];

/** A maximum matching of a bipartite graph (augmenting paths): the right-hand partner of each left-hand node, or -1. */
export function maximumMatching(edges: Edges): number[] {
  const partner = edges.map(() => -1);
  const owner = new Map<number, number>();
  edges.forEach((_, left) => {
    augment(edges, left, partner, owner);
  });
  return partner;
}

/** Breadth first, so that no depth of recursion limits the size. */
function augment(edges: Edges, start: number, partner: number[], owner: Map<number, number>): void {
  const cameFrom = new Map<number, number>();
  const queue = [start];
  for (const left of queue) {
    for (const right of edges[left]!) {
      if (cameFrom.has(right)) continue;
      cameFrom.set(right, left);
      const next = owner.get(right);
      if (next === undefined) return flip(right, cameFrom, partner, owner);
      queue.push(next);
    }
  }
}

function flip(
  end: number,
  cameFrom: Map<number, number>,
  partner: number[],
  owner: Map<number, number>,
): void {
  let right = end;
  while (right >= 0) {
    const left = cameFrom.get(right)!;
    const before = partner[left]!;
    partner[left] = right;
    owner.set(right, left);
    right = before;
  }
}

/** How many left-hand nodes a maximum matching covers. */
export function matchingSize(edges: Edges): number {
  return maximumMatching(edges).filter((right) => right >= 0).length;
}

/** The edges that some matching of every left-hand node uses; null where no matching covers them all. */
export function usableEdges(edges: Edges): number[][] | null {
  const partner = maximumMatching(edges);
  if (partner.includes(-1)) return null;
  const owner = new Map(partner.map((right, left) => [right, left]));
  const reach = edges.map((_, left) => reachable(edges, left, owner));
  return edges.map((rights, left) =>
    rights.filter((right) => {
      const other = owner.get(right);
      if (other === undefined || other === left) return true;
      return reach[other]!.free || reach[other]!.lefts.has(left);
    }),
  );
}

/** Where a left-hand node that loses its partner can push others: to which nodes, and to a free one at last? */
function reachable(
  edges: Edges,
  start: number,
  owner: ReadonlyMap<number, number>,
): { lefts: Set<number>; free: boolean } {
  const lefts = new Set([start]);
  let free = false;
  for (const left of lefts) {
    for (const right of edges[left]!) {
      const next = owner.get(right);
      if (next === undefined) free = true;
      else lefts.add(next);
    }
  }
  return { lefts, free };
}

/** Groups of left-hand nodes that share right-hand ones, directly or through others. */
export function components(edges: Edges): number[][] {
  const byRight = new Map<number, number[]>();
  edges.forEach((rights, left) => {
    for (const right of rights) {
      const lefts = byRight.get(right);
      if (lefts) lefts.push(left);
      else byRight.set(right, [left]);
    }
  });
  const seen = new Set<number>();
  const groups: number[][] = [];
  edges.forEach((rights, left) => {
    if (seen.has(left) || rights.length === 0) return;
    groups.push(collect(edges, left, byRight, seen));
  });
  return groups;
}

function collect(edges: Edges, start: number, byRight: Map<number, number[]>, seen: Set<number>): number[] {
  const group = new Set([start]);
  for (const left of group) {
    seen.add(left);
    for (const right of edges[left]!) {
      for (const next of byRight.get(right)!) group.add(next);
      // Each right-hand node is looked at once.
      byRight.set(right, []);
    }
  }
  return [...group].sort((a, b) => a - b);
}
