import type { Components, Mask } from './components.js';
import { membersOf } from './components.js';
import type { Dense } from './dense.js';

/** One cyclic component, and what of it a search may walk. */
export interface Region<T> {
  readonly dense: Dense<T>;
  readonly components: Components;
  readonly component: number;
  /** Edges that take part. */
  readonly mask: Mask | undefined;
}

/** Whether an edge takes part in a region and stays inside it. */
export function isInside<T>(region: Region<T>, edge: number): boolean {
  const { dense, components, component, mask } = region;
  return (
    mask?.[edge] !== 0 &&
    components.of[dense.from[edge]!] === component &&
    components.of[dense.to[edge]!] === component
  );
}

/**
 * Steps through at least one of which every cycle of the region leads, in the given order: where a
 * depth-first walk meets its own path again. A search that starts from each of these, and from no other, misses no
 * cycle; in one long ring that is one search instead of one a step.
 */
export function gateways<T>(region: Region<T>): number[] {
  const { dense, components, component } = region;
  const members = membersOf(components, component);
  const state = new Map<number, 'on path' | 'done'>();
  const cursor = new Map<number, number>();
  const found = new Set<number>();
  for (const root of members) {
    if (state.has(root)) continue;
    const path = [root];
    state.set(root, 'on path');
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      const edge = cursor.get(node) ?? dense.outStart[node]!;
      if (edge >= dense.outStart[node + 1]!) {
        state.set(node, 'done');
        path.pop();
        continue;
      }
      cursor.set(node, edge + 1);
      if (!isInside(region, edge)) continue;
      const next = dense.to[edge]!;
      const known = state.get(next);
      if (known === 'on path') found.add(next);
      else if (known === undefined) {
        state.set(next, 'on path');
        path.push(next);
      }
    }
  }
  return Array.from(members).filter((node) => found.has(node));
}

/**
 * The shortest cycle of a region, by its edges; there is one in every cyclic component.
 *
 * Breadth first from each gateway, no farther than the best cycle so far; a gateway is left out once its cycles are
 * known.
 */
export function findPlainCycle<T>(region: Region<T>, starts = gateways(region)): number[] {
  let best: number[] | undefined;
  const closed = new Set<number>();
  for (const start of starts) {
    const cycle = shortestThrough(region, start, closed, best?.length);
    if (cycle !== undefined) best = cycle;
    if (best?.length === 1) break;
    closed.add(start);
  }
  return best ?? [];
}

/** The shortest cycle through one step that avoids the closed ones and is shorter than `below` edges. */
function shortestThrough<T>(
  region: Region<T>,
  start: number,
  closed: ReadonlySet<number>,
  below = Number.POSITIVE_INFINITY,
): number[] | undefined {
  const { dense } = region;
  const reachedBy = new Map<number, number>();
  const depth = new Map([[start, 0]]);
  const queue = [start];
  for (const node of queue) {
    const length = depth.get(node)! + 1;
    if (length >= below) return undefined;
    for (let edge = dense.outStart[node]!; edge < dense.outStart[node + 1]!; edge++) {
      if (!isInside(region, edge)) continue;
      const next = dense.to[edge]!;
      if (next === start) return trace(dense, reachedBy, edge, start);
      if (depth.has(next) || closed.has(next)) continue;
      depth.set(next, length);
      reachedBy.set(next, edge);
      queue.push(next);
    }
  }
  return undefined;
}

function trace<T>(
  dense: Dense<T>,
  reachedBy: ReadonlyMap<number, number>,
  last: number,
  start: number,
): number[] {
  const edges = [last];
  for (let node = dense.from[last]!; node !== start;) {
    const edge = reachedBy.get(node)!;
    edges.push(edge);
    node = dense.from[edge]!;
  }
  return edges.reverse();
}
