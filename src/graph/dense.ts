import type { Edge } from './edge.js';
import type { Structure } from './structure.js';

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
 * Reads the structure into arrays, in linear time (parallel edges are sorted, where a comparison is given).
 *
 * @param given the edges that the structure was made of
 * @param compare decides which of several parallel edges comes first; without it, as given
 */
export function createDense<T>(
  structure: Structure,
  given: readonly Edge<T>[],
  compare?: (a: T, b: T) => number,
): Dense<T> {
  const { graph, places } = structure;
  const pairs = graph.edges();
  const tails = Int32Array.from(pairs, (pair) => graph.node(pair.v));
  const heads = Int32Array.from(pairs, (pair) => graph.node(pair.w));
  // Sorting by head and then, stably, by tail gives the order by (tail, head) without comparing anything.
  const byHead = sortByPlace(heads, identity(pairs.length), places.size).sorted;
  const byBoth = sortByPlace(tails, byHead, places.size).sorted;

  const edges: Edge<T>[] = [];
  for (const at of byBoth) {
    const parallel = graph.edge(pairs[at]!).map((place) => given[place]!);
    if (compare !== undefined && parallel.length > 1) parallel.sort((a, b) => compare(a.data, b.data));
    for (const edge of parallel) edges.push(edge);
  }
  return index(places, edges);
}

/**
 * The part of a graph that some edges make, with the steps that they join; both keep their order among themselves.
 *
 * @param kept 1 for each edge that belongs to the part
 */
export function restrict<T>(dense: Dense<T>, kept: Uint8Array): Dense<T> {
  const edges = dense.edges.filter((_, edge) => kept[edge] === 1);
  const ends = new Set(edges.flatMap((edge) => [edge.from, edge.to]));
  const nodes = dense.nodes.filter((node) => ends.has(node));
  return index(new Map(nodes.map((node, place) => [node, place])), edges);
}

/** @param edges in canonical order */
function index<T>(places: ReadonlyMap<string, number>, edges: readonly Edge<T>[]): Dense<T> {
  const from = Int32Array.from(edges, (edge) => places.get(edge.from)!);
  const to = Int32Array.from(edges, (edge) => places.get(edge.to)!);
  const all = identity(edges.length);
  const incoming = sortByPlace(to, all, places.size);
  return {
    nodes: [...places.keys()],
    places,
    edges,
    from,
    to,
    outStart: sortByPlace(from, all, places.size).start,
    inStart: incoming.start,
    inEdges: incoming.sorted,
  };
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
  for (const item of items) start[placeOfItem[item]! + 1]! += 1;
  for (let place = 0; place < places; place++) start[place + 1]! += start[place]!;
  const next = start.slice();
  const sorted = new Int32Array(items.length);
  for (const item of items) sorted[next[placeOfItem[item]!]!++] = item;
  return { sorted, start };
}

/** 0, 1, 2, … up to, not including, `length`. */
export function identity(length: number): Int32Array {
  return Int32Array.from({ length }, (_, at) => at);
}
