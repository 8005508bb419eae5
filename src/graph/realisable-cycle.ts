import type { Dense } from './dense.js';
import { createHeap } from './heap.js';
import type { Region } from './plain-cycle.js';
import { findPlainCycle, gateways, isInside } from './plain-cycle.js';

/** What a search may still spend: calls of the caller's predicate. Shared between searches, counted down. */
export interface Purse {
  left: number;
}

/** Whether some situation realises all of these edges, given by their places. */
export type Accepts = (edges: readonly number[]) => boolean;

/** What a search for a cycle came to. */
export interface Search {
  /** The edges of a cycle that is accepted, by their places; none was found otherwise. */
  readonly cycle: readonly number[] | undefined;
  /** Whether that is proven: the cycle is a shortest one, or there is none. */
  readonly exact: boolean;
}

/** The beginning of a cycle: one edge after another, as a list from the last back to the first. */
interface Trail {
  readonly edge: number;
  readonly parent: Trail | undefined;
  readonly length: number;
  /** Edges that a cycle on this trail has at least. */
  readonly atLeast: number;
  readonly serial: number;
  readonly closed: boolean;
}

/**
 * The shortest accepted cycle of a region.
 *
 * If the shortest cycle of all is accepted, one question settles it. Otherwise best first (A*: Hart, Nilsson, Raphael,
 * IEEE Trans. SSC 4, 1968) over trails from each gateway; a trail that is not accepted is dropped with all its
 * continuations, because what no situation realises in part none realises whole.
 */
export function findRealisableCycle<T>(region: Region<T>, accepts: Accepts, purse: Purse): Search {
  const starts = gateways(region);
  const plain = findPlainCycle(region, starts);
  if (plain.length === 0) return { cycle: undefined, exact: true };
  if (purse.left <= 0) return { cycle: undefined, exact: false };
  purse.left--;
  if (accepts(plain)) return { cycle: plain, exact: true };

  let best: number[] | undefined;
  const closed = new Set<number>();
  for (const start of starts) {
    const found = searchFrom({ region, start, closed, accepts, purse, below: best?.length });
    if (found === 'spent') return { cycle: best, exact: false };
    if (found !== undefined) best = found;
    closed.add(start);
  }
  return { cycle: best, exact: true };
}

interface Task<T> {
  readonly region: Region<T>;
  readonly start: number;
  readonly closed: ReadonlySet<number>;
  readonly accepts: Accepts;
  readonly purse: Purse;
  readonly below: number | undefined;
}

function searchFrom<T>(task: Task<T>): number[] | 'spent' | undefined {
  const { region, start, accepts, purse } = task;
  const { dense } = region;
  const home = distancesTo(region, start, task.closed);
  const below = task.below ?? Number.POSITIVE_INFINITY;
  // Among equals the longest trail first: it is closest to an answer.
  const frontier = createHeap<Trail>(
    (a, b) => a.atLeast - b.atLeast || b.length - a.length || a.serial - b.serial,
  );
  let serial = 0;
  let trail: Trail | undefined;
  do {
    if (trail?.closed) return edgesOf(trail);
    const node = trail === undefined ? start : dense.to[trail.edge]!;
    const walked: ReadonlySet<number> = new Set(edgesOf(trail).map((edge) => dense.from[edge]!));
    for (let edge = dense.outStart[node]!; edge < dense.outStart[node + 1]!; edge++) {
      const next = dense.to[edge]!;
      const rest = home.get(next);
      if (rest === undefined || !isInside(region, edge) || (next !== start && walked.has(next))) continue;
      const length = (trail?.length ?? 0) + 1;
      if (length + rest >= below) continue;
      if (purse.left <= 0) return 'spent';
      purse.left--;
      const grown = {
        edge,
        parent: trail,
        length,
        atLeast: length + rest,
        serial: serial++,
        closed: next === start,
      };
      if (accepts(edgesOf(grown))) frontier.push(grown);
    }
    trail = frontier.pop();
  } while (trail !== undefined);
  return undefined;
}

/** Edges from each step to the target, at least, over steps that are not closed. */
function distancesTo<T>(
  region: Region<T>,
  target: number,
  closed: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const { dense } = region;
  const distances = new Map([[target, 0]]);
  const queue = [target];
  for (const node of queue) {
    for (let at = dense.inStart[node]!; at < dense.inStart[node + 1]!; at++) {
      const edge = dense.inEdges[at]!;
      const before = dense.from[edge]!;
      if (!isInside(region, edge) || closed.has(before) || distances.has(before)) continue;
      distances.set(before, distances.get(node)! + 1);
      queue.push(before);
    }
  }
  return distances;
}

function edgesOf(trail: Trail | undefined): number[] {
  const edges: number[] = [];
  for (let at = trail; at !== undefined; at = at.parent) edges.push(at.edge);
  return edges.reverse();
}

/** The same cycle, told from its first step in the given order. */
export function fromFirstStep<T>(dense: Dense<T>, cycle: readonly number[]): number[] {
  let first = 0;
  cycle.forEach((edge, at) => {
    if (dense.from[edge]! < dense.from[cycle[first]!]!) first = at;
  });
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
