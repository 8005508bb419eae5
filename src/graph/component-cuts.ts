import { findComponents } from './components.js';
import { searchRegion } from './cycles.js';
import type { Dense } from './dense.js';
import { createHeap } from './heap.js';
import type { Accepts, Search } from './realisable-cycle.js';

/** A set of edges to take away, by their places in ascending order. */
export interface CutSet {
  readonly edges: readonly number[];
  readonly weight: number;
}

/** The cuts of one cyclic component. */
export interface ComponentCuts {
  readonly sets: readonly CutSet[];
  /** No cut outside the list has fewer edges, or as many and less weight, than one in it. */
  readonly cheapest: boolean;
  /** After each cut, no cycle is left. Otherwise the search for one ran out of its budget. */
  readonly sufficient: boolean;
  /** A cycle that no permitted edge breaks, by its edges. */
  readonly uncuttable?: readonly number[];
}

/** What the search for cuts works on. */
export interface CutTask<T> {
  /** The component alone. */
  readonly dense: Dense<T>;
  /** Weight of each edge that may be cut. */
  readonly weights: readonly (number | undefined)[];
  readonly accepts: Accepts;
  /** Calls of `accepts` for one search of a cycle. */
  readonly budget: number;
  /** How many cuts are wanted. */
  readonly most: number;
  /** How many sets of edges are looked at before the search settles for a cut that is not proven cheapest. */
  readonly patience: number;
}

interface Candidate extends CutSet {
  /** Edges that a cut with these edges has at least. */
  readonly atLeast: number;
}

/**
 * The cheapest sets of permitted edges that hit every accepted cycle: fewest edges first, then least weight.
 *
 * An implicit hitting set (Karp, Moreno-Centeno, Operations Research 61, 2013), best first: a candidate that
 * leaves a cycle is continued by each permitted edge of that cycle, so that every cut is reached; cycles are found
 * one by one, as candidates leave them. Cycles that share no edge bound from below what is still missing.
 */
export function findComponentCuts<T>(task: CutTask<T>): ComponentCuts {
  const cycles = createCycleFinder(task);
  const fixed = cycles.leftBy(permittedEdges(task));
  if (fixed.cycle !== undefined)
    return { sets: [], cheapest: true, sufficient: true, uncuttable: fixed.cycle };

  const sets: CutSet[] = [];
  let sufficient = true;
  const seen = new Set<string>(['']);
  const frontier = createHeap<Candidate>(byCost);
  let candidate: Candidate | undefined = { edges: [], weight: 0, atLeast: 0 };
  for (let looked = 0; candidate !== undefined && sets.length < task.most; looked++) {
    if (looked >= task.patience) {
      if (sets.length > 0) break;
      return { ...greedyCut(task, cycles), cheapest: false };
    }
    const taken: Candidate = candidate;
    if (!sets.some((set) => isSubset(set.edges, taken.edges))) {
      const { cycle, exact } = cycles.leftBy(taken.edges);
      if (cycle === undefined) {
        sets.push({ edges: taken.edges, weight: taken.weight });
        sufficient &&= exact;
      } else {
        const grown = continuations(task, taken, cycle);
        if (grown.length === 0) return { sets: [], cheapest: true, sufficient: true, uncuttable: cycle };
        for (const { edges, weight } of grown) {
          if (seen.has(edges.join())) continue;
          seen.add(edges.join());
          frontier.push({ edges, weight, atLeast: edges.length + cycles.disjointLeftBy(edges) });
        }
      }
    }
    candidate = frontier.pop();
  }
  return { sets, cheapest: sufficient, sufficient };
}

/** The set with one more edge, for each permitted edge of a cycle that it leaves. */
function continuations<T>(task: CutTask<T>, set: CutSet, cycle: readonly number[]): CutSet[] {
  return cycle.flatMap((edge) => {
    const weight = task.weights[edge];
    if (weight === undefined) return [];
    return [{ edges: [...set.edges, edge].sort((a, b) => a - b), weight: set.weight + weight }];
  });
}

/** Cuts cycle after cycle at its lightest edge, and then takes back what turned out not to be needed. */
function greedyCut<T>(
  task: CutTask<T>,
  cycles: CycleFinder,
): { sets: CutSet[]; sufficient: boolean; uncuttable?: readonly number[] } {
  const cut = new Set<number>();
  const weigh = (edge: number): number => task.weights[edge] ?? Number.POSITIVE_INFINITY;
  let left = cycles.leftBy([]);
  while (left.cycle !== undefined) {
    const lightest = left.cycle.reduce((best, edge) => (weigh(edge) < weigh(best) ? edge : best));
    if (task.weights[lightest] === undefined) return { sets: [], sufficient: true, uncuttable: left.cycle };
    cut.add(lightest);
    left = cycles.leftBy([...cut]);
  }
  for (const edge of [...cut].sort((a, b) => weigh(b) - weigh(a) || b - a)) {
    const without = [...cut].filter((other) => other !== edge);
    const rest = cycles.leftBy(without);
    if (rest.cycle === undefined && rest.exact) cut.delete(edge);
  }
  const edges = [...cut].sort((a, b) => a - b);
  const weight = edges.reduce((sum, edge) => sum + weigh(edge), 0);
  return { sets: [{ edges, weight }], sufficient: left.exact };
}

interface CycleFinder {
  /** An accepted cycle that none of the edges is on. */
  leftBy(cut: readonly number[]): Search;
  /** How many of the known cycles that none of the edges is on share no permitted edge with each other, at least. */
  disjointLeftBy(cut: readonly number[]): number;
}

function createCycleFinder<T>(task: CutTask<T>): CycleFinder {
  const known: ReadonlySet<number>[] = [];
  const isLeft = (cycle: ReadonlySet<number>, cut: readonly number[]): boolean =>
    !cut.some((edge) => cycle.has(edge));
  return {
    leftBy(cut) {
      const left = known.find((cycle) => isLeft(cycle, cut));
      if (left !== undefined) return { cycle: [...left], exact: true };
      const found = searchWithout(task, cut);
      if (found.cycle !== undefined) known.push(new Set(found.cycle));
      return found;
    },
    disjointLeftBy(cut) {
      const used = new Set<number>();
      let count = 0;
      for (const cycle of known) {
        if (!isLeft(cycle, cut)) continue;
        const permitted = [...cycle].filter((edge) => task.weights[edge] !== undefined);
        if (permitted.some((edge) => used.has(edge))) continue;
        permitted.forEach((edge) => used.add(edge));
        count++;
      }
      return count;
    },
  };
}

function searchWithout<T>(task: CutTask<T>, cut: readonly number[]): Search {
  const { dense, accepts, budget } = task;
  const mask = new Uint8Array(dense.edges.length).fill(1);
  for (const edge of cut) mask[edge] = 0;
  const components = findComponents(dense, mask);
  let exact = true;
  for (const component of components.cyclic) {
    const search = searchRegion({ dense, components, component, mask }, accepts, budget);
    if (search.cycle !== undefined) return search;
    exact &&= search.exact;
  }
  return { cycle: undefined, exact };
}

function permittedEdges<T>(task: CutTask<T>): number[] {
  return task.weights.flatMap((weight, edge) => (weight === undefined ? [] : [edge]));
}

function isSubset(part: readonly number[], whole: readonly number[]): boolean {
  return part.every((edge) => whole.includes(edge));
}

function byCost(a: Candidate, b: Candidate): number {
  if (a.atLeast !== b.atLeast) return a.atLeast - b.atLeast;
  if (a.weight !== b.weight) return a.weight - b.weight;
  if (a.edges.length !== b.edges.length) return b.edges.length - a.edges.length;
  const at = a.edges.findIndex((edge, place) => edge !== b.edges[place]);
  return at === -1 ? 0 : a.edges[at]! - b.edges[at]!;
}
