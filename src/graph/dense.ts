import { UsageError } from '../messages/index.js';
import type { Edge } from './edge.js';
import { tell } from './messages.js';

/**
 * A graph as arrays of places: what the algorithms walk, because a walk over objects keyed by text is
 * several times slower and because no algorithm here may recurse.
 *
 * Edges stand in canonical order (by `from`, then `to`, then the caller's comparison), so that whatever is computed
 * from them is the same however the caller listed them.
 */
export interface Dense<T> {
  readonly nodes: readonly string[];
  readonly places: ReadonlyMap<string, number>;
  readonly edges: readonly Edge<T>[];
  /** Place of the step where each edge begins, and where it ends. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The edges that leave step `n` are those from `outStart[n]` up to, not including, `outStart[n + 1]`. */
  readonly outStart: Int32Array;
  /** The edges that enter step `n` are `inEdges[inStart[n]]` up to, not including, `inEdges[inStart[n + 1]]`. */
  readonly inStart: Int32Array;
  readonly inEdges: Int32Array;
}

/**
 * Takes steps and edges in, in linear time (parallel edges are sorted, where a comparison is given).
 *
 * @param nodes ids of the steps; a repeated id is the same step
 * @param given which step must end before which
 * @param compare decides which of several parallel edges comes first; without it, as given
 * @throws UsageError `graph/unknown-step` when an edge names a step that is not among the nodes
 */
export function createDense<T>(
  nodes: readonly string[],
  given: readonly Edge<T>[],
  compare?: (a: T, b: T) => number,
): Dense<T> {
  const places = new Map<string, number>();
  for (const node of nodes) if (!places.has(node)) places.set(node, places.size);
  // Loops instead of `Int32Array.from`, which goes through an iterator and takes several times as long.
  const tails = new Int32Array(given.length);
  const heads = new Int32Array(given.length);
  for (let at = 0; at < given.length; at++) {
    tails[at] = placeOf(places, given[at]!.from);
    heads[at] = placeOf(places, given[at]!.to);
  }

  // Sorting by head and then, stably, by tail gives the order by (tail, head) without comparing anything.
  const byHead = sortByPlace(heads, identity(given.length), places.size).sorted;
  const { sorted, start: outStart } = sortByPlace(tails, byHead, places.size);
  const from = new Int32Array(given.length);
  const to = new Int32Array(given.length);
  const edges: Edge<T>[] = [];
  for (let place = 0; place < sorted.length; place++) {
    const at = sorted[place]!;
    from[place] = tails[at]!;
    to[place] = heads[at]!;
    edges.push(given[at]!);
  }
  if (compare !== undefined) sortParallel(edges, from, to, compare);

  const incoming = sortByPlace(to, identity(edges.length), places.size);
  return {
    nodes: [...places.keys()],
    places,
    edges,
    from,
    to,
    outStart,
    inStart: incoming.start,
    inEdges: incoming.sorted,
  };
}

/** Sorts edges between the same two steps among themselves; the edges stand by their ends already. */
function sortParallel<T>(
  edges: Edge<T>[],
  from: Int32Array,
  to: Int32Array,
  compare: (a: T, b: T) => number,
): void {
  for (let start = 0, end = 1; start < edges.length; start = end++) {
    while (end < edges.length && from[end] === from[start] && to[end] === to[start]) end++;
    if (end - start === 1) continue;
    const parallel = edges.slice(start, end).sort((a, b) => compare(a.data, b.data));
    parallel.forEach((edge, at) => (edges[start + at] = edge));
  }
}

/** The place of a step. @throws UsageError `graph/unknown-step` */
export function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) {
    throw new UsageError(tell('graph/unknown-step', { step: id }), tell('graph/unknown-step:help'));
  }
  return place;
}

/**
 * The part of a graph that some edges make, with the steps that they join; both keep their order among themselves.
 *
 * @param kept 1 for each edge that belongs to the part
 */
export function restrict<T>(dense: Dense<T>, kept: Uint8Array): Dense<T> {
  const edges = dense.edges.filter((_, edge) => kept[edge] === 1);
  const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  return createDense(
    dense.nodes.filter((node) => ends.has(node)),
    edges,
  );
}

/**
 * Sorts items stably by a place each has (counting sort).
 *
 * @returns the items in order, and for each place where its items start (one more entry than there are places)
 */
export function sortByPlace(
  placeOfItem: Int32Array,
  items: Int32Array,
  places: number,
): { sorted: Int32Array; start: Int32Array } {
  const start = new Int32Array(places + 1);
  for (let at = 0; at < items.length; at++) start[placeOfItem[items[at]!]! + 1]! += 1;
  for (let place = 0; place < places; place++) start[place + 1]! += start[place]!;
  const next = start.slice();
  const sorted = new Int32Array(items.length);
  for (let at = 0; at < items.length; at++) sorted[next[placeOfItem[items[at]!]!]!++] = items[at]!;
  return { sorted, start };
}

/** 0, 1, 2, … up to, not including, `length`. */
export function identity(length: number): Int32Array {
  const all = new Int32Array(length);
  for (let at = 0; at < length; at++) all[at] = at;
  return all;
}
