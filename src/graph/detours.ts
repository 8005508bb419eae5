import { findComponents, membersOf } from './components.js';
import type { Dense } from './dense.js';
import type { Edge } from './edge.js';

/** A longest chain of a graph without some edges. */
export interface Detour {
  path: string[];
  length: number;
}

/**
 * Finds the longest chain without some of the edges that enter one step, each in the time that writing it down takes: such
 * a chain either goes through the step, by what is left, or past it.
 *
 * @param weightOf how long a step takes, 0 or more
 * @returns nothing where steps wait for each other in a ring: without an edge the ring may be none
 */
export function findDetours<T>(
  dense: Dense<T>,
  weightOf: (node: string) => number,
): ((step: string, removed: ReadonlySet<Edge<T>>) => Detour) | undefined {
  const { nodes, from, to, inStart, inEdges, outStart } = dense;
  const components = findComponents(dense);
  if (components.count < nodes.length || dense.edges.some((_, edge) => from[edge] === to[edge]))
    return undefined;
  const sequence: number[] = [];
  for (let component = components.count - 1; component >= 0; component--)
    sequence.push(...membersOf(components, component));
  const place = new Int32Array(nodes.length);
  sequence.forEach((node, at) => (place[node] = at));
  const weights = nodes.map(weightOf);
  const { length: until, next: before } = longest(sequence, weights, (node) =>
    edgesIn(inEdges, inStart[node]!, inStart[node + 1]!).map((edge) => from[edge]!),
  );
  const { length: after, next: behind } = longest([...sequence].reverse(), weights, (node) =>
    edgesIn(undefined, outStart[node]!, outStart[node + 1]!).map((edge) => to[edge]!),
  );
  const past = bestPast({ dense, sequence, place, until, after });
  const walk = (start: number | undefined, next: readonly (number | undefined)[]): number[] => {
    const path: number[] = [];
    for (let node = start; node !== undefined; node = next[node]) path.push(node);
    return path;
  };
  return (step, removed) => {
    const node = dense.places.get(step)!;
    let entry: number | undefined;
    for (const edge of edgesIn(inEdges, inStart[node]!, inStart[node + 1]!)) {
      if (removed.has(dense.edges[edge]!)) continue;
      const other = from[edge]!;
      if (entry === undefined || until[other]! > until[entry]!) entry = other;
    }
    const through = (entry === undefined ? 0 : until[entry]!) + after[node]!;
    const way = past[place[node]!];
    if (way !== undefined && way.length > through) {
      const path = [...walk(way.until, before).reverse(), ...walk(way.after, behind)];
      return { path: path.map((at) => nodes[at]!), length: way.length };
    }
    const path = [...walk(entry, before).reverse(), ...walk(node, behind)];
    return { path: path.map((at) => nodes[at]!), length: through };
  };
}

function edgesIn(list: Int32Array | undefined, start: number, end: number): number[] {
  return Array.from({ length: end - start }, (_, at) =>
    list === undefined ? start + at : list[start + at]!,
  );
}

/** The longest chain that ends at each node, itself included, and the node before it on that chain. */
function longest(
  sequence: readonly number[],
  weights: readonly number[],
  neighbours: (node: number) => readonly number[],
): { length: Float64Array; next: (number | undefined)[] } {
  const length = new Float64Array(weights.length);
  const next = new Array<number | undefined>(weights.length).fill(undefined);
  for (const node of sequence) {
    let best: number | undefined;
    for (const other of neighbours(node))
      if (best === undefined || length[other]! > length[best]!) best = other;
    next[node] = best;
    length[node] = weights[node]! + (best === undefined ? 0 : length[best]!);
  }
  return { length, next };
}

interface Way {
  length: number;
  /** The chain ends here before the step that it goes past, and goes on from there behind it. */
  until: number | undefined;
  after: number | undefined;
}

/** For each place of the order the longest chain that goes past it: along one edge, or wholly before or behind it. */
function bestPast<T>({
  dense,
  sequence,
  place,
  until,
  after,
}: {
  dense: Dense<T>;
  sequence: readonly number[];
  place: Int32Array;
  until: Float64Array;
  after: Float64Array;
}): (Way | undefined)[] {
  const best = new Array<Way | undefined>(sequence.length).fill(undefined);
  const offer = (at: number, way: Way): void => {
    if (best[at] === undefined || way.length > best[at].length) best[at] = way;
  };
  const ways = dense.edges
    .map((_, edge): Way => {
      const [a, b] = [dense.from[edge]!, dense.to[edge]!];
      return { length: until[a]! + after[b]!, until: a, after: b };
    })
    .sort((a, b) => b.length - a.length);
  // The longest first, so that each place takes the first way that goes past it, and is looked at no more.
  const free = Int32Array.from({ length: sequence.length + 1 }, (_, at) => at);
  const nextFree = (at: number): number => {
    let found = at;
    while (free[found] !== found) found = free[found] = free[free[found]!]!;
    return found;
  };
  for (const way of ways) {
    const end = place[way.after!]!;
    for (let at = nextFree(place[way.until!]! + 1); at < end; at = nextFree(at)) {
      offer(at, way);
      free[at] = at + 1;
    }
  }
  let longestBefore: Way | undefined;
  sequence.forEach((node, at) => {
    if (longestBefore !== undefined) offer(at, longestBefore);
    if (longestBefore === undefined || until[node]! > longestBefore.length)
      longestBefore = { length: until[node]!, until: node, after: undefined };
  });
  let longestBehind: Way | undefined;
  for (let at = sequence.length - 1; at >= 0; at--) {
    const node = sequence[at]!;
    if (longestBehind !== undefined) offer(at, longestBehind);
    if (longestBehind === undefined || after[node]! > longestBehind.length)
      longestBehind = { length: after[node]!, until: undefined, after: node };
  }
  return best;
}
