import { Graph } from '@dagrejs/graphlib';
import { UsageError } from '../messages/index.js';
import type { Edge } from './edge.js';

/** What stands between two steps: the places of all edges from the one to the other, as they were given. */
type Parallel = number[];

/** The structure of a graph of steps: graphlib's, with ids that are safe in it, and our places for theirs. */
export interface Structure {
  readonly graph: Graph<undefined, number, Parallel>;
  /** Place of each step by its id. */
  readonly places: ReadonlyMap<string, number>;
}

/** graphlib keeps ids as keys of plain objects: a bare `constructor` looks taken, a bare `1` is reordered. */
const safeId = (place: number): string => `n${place}`;

/**
 * Puts steps and edges into a graphlib graph.
 *
 * Parallel edges share one graphlib edge: its multigraph mode keys each edge by a text of three parts and was
 * measured seven times slower to fill.
 *
 * @throws UsageError `graph/unknown-step` when an edge names a step that is not among the nodes
 */
export function createStructure<T>(nodes: readonly string[], edges: readonly Edge<T>[]): Structure {
  const graph = new Graph<undefined, number, Parallel>({ directed: true });
  const places = new Map<string, number>();
  for (const node of nodes) {
    if (places.has(node)) continue;
    graph.setNode(safeId(places.size), places.size);
    places.set(node, places.size);
  }
  edges.forEach((edge, at) => {
    const from = safeId(placeOf(places, edge.from));
    const to = safeId(placeOf(places, edge.to));
    const parallel = graph.edge(from, to) as Parallel | undefined;
    if (parallel === undefined) graph.setEdge(from, to, [at]);
    else parallel.push(at);
  });
  return { graph, places };
}

/** The place of a step. @throws UsageError `graph/unknown-step` */
export function placeOf(places: ReadonlyMap<string, number>, id: string): number {
  const place = places.get(id);
  if (place === undefined) {
    throw new UsageError('graph/unknown-step', `The graph has no step "${id}".`, 'List it among the nodes.');
  }
  return place;
}
