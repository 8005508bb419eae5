import { UsageError, literal } from '../messages/index.js';
import type { ComponentCuts } from './component-cuts.js';
import { findComponentCuts } from './component-cuts.js';
import type { Mask } from './components.js';
import { cyclicRegions } from './cycles.js';
import type { Dense } from './dense.js';
import { restrict } from './dense.js';
import type { Edge } from './edge.js';
import { tell } from './messages.js';
import { isInside } from './plain-cycle.js';
import type { Accepts } from './realisable-cycle.js';

/** Edges to take away so that no cycle is left. */
export interface Cut<T> {
  edges: Edge<T>[];
  /** The sum of their weights. */
  weight: number;
}

/** The cheapest cuts of a graph, and how far that is proven. */
export interface Cuts<T> {
  /**
   * Fewest edges first, then least weight. Taking any edge of a cut back brings a cycle back. A graph without
   * cycles has one cut, of no edges; one with a cycle that nothing permitted breaks has none.
   */
  cuts: Cut<T>[];
  /** Proven: nothing outside the list is cheaper than what is in it. */
  cheapest: boolean;
  /** Proven: after each cut no cycle is left. Otherwise a search for one ran out of its budget. */
  sufficient: boolean;
  /** A cycle without a permitted edge, where there is one. */
  uncuttable?: Edge<T>[];
}

/** What {@link findCuts} needs besides the graph. */
export interface CutSearch<T> {
  readonly permitted: (edge: Edge<T>) => number | undefined;
  readonly realisable: (edges: readonly Edge<T>[]) => boolean;
  readonly mask: Mask | undefined;
  readonly budget: number;
  readonly most: number;
  readonly patience: number;
}

/** Solves each cyclic component alone, because none has an edge of another, and joins the cheapest cuts of all. */
export function findCuts<T>(dense: Dense<T>, accepts: Accepts, search: CutSearch<T>): Cuts<T> {
  let joined: Cut<T>[] = [{ edges: [], weight: 0 }];
  let cheapest = true;
  let sufficient = true;
  for (const region of cyclicRegions(dense, accepts, search.mask)) {
    const kept = new Uint8Array(dense.edges.length);
    for (let edge = 0; edge < kept.length; edge++) kept[edge] = isInside(region, edge) ? 1 : 0;
    const part = restrict(dense, kept);
    const found = cutsOf(part, search);
    if (found.uncuttable !== undefined) {
      const uncuttable = found.uncuttable.map((edge) => part.edges[edge]!);
      return { cuts: [], cheapest: true, sufficient: true, uncuttable };
    }
    cheapest &&= found.cheapest;
    sufficient &&= found.sufficient;
    joined = joined
      .flatMap((cut) =>
        found.sets.map((set) => ({
          edges: [...cut.edges, ...set.edges.map((edge) => part.edges[edge]!)],
          weight: cut.weight + set.weight,
        })),
      )
      .sort((a, b) => a.edges.length - b.edges.length || a.weight - b.weight)
      .slice(0, search.most);
  }
  return { cuts: joined, cheapest, sufficient };
}

function cutsOf<T>(part: Dense<T>, search: CutSearch<T>): ComponentCuts {
  const answers = new Map<string, boolean>();
  const accepts: Accepts = (edges) => {
    // The same cycles come up again and again while edges are tried; the caller's answer may be dear.
    const key = edges.join();
    const known = answers.get(key) ?? search.realisable(edges.map((edge) => part.edges[edge]!));
    answers.set(key, known);
    return known;
  };
  return findComponentCuts({
    dense: part,
    weights: part.edges.map((edge) => checked(search.permitted(edge))),
    accepts,
    budget: search.budget,
    most: search.most,
    patience: search.patience,
  });
}

function checked(weight: number | undefined): number | undefined {
  if (weight === undefined || (Number.isFinite(weight) && weight >= 0)) return weight;
  throw new UsageError(
    tell('graph/weight:edge', { weight: literal(String(weight)) }),
    tell('graph/weight:help'),
  );
}
