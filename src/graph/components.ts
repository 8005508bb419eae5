import type { Dense } from './dense.js';
import { identity, sortByPlace } from './dense.js';

/** The strongly connected components of a graph: groups of steps that all wait for each other. */
export interface Components {
  readonly count: number;
  /** Component of each step. An edge between two components always goes from the higher number to the lower. */
  readonly of: Int32Array;
  /** The steps of component `c`, in the given order: from `start[c]` up to, not including, `start[c + 1]`. */
  readonly members: Int32Array;
  readonly start: Int32Array;
  /** Components that hold a cycle, by their first step: those of several steps, and steps that wait for themselves. */
  readonly cyclic: readonly number[];
}

/** Which edges take part: 1 for each one that does. Without a mask, all do. */
export type Mask = Uint8Array;

/** Components by Tarjan's algorithm (SIAM J. Comput. 1, 1972), with a stack of its own: linear, and no recursion. */
export function findComponents<T>(dense: Dense<T>, mask?: Mask): Components {
  const { of, count } = assign(dense, mask);
  const total = dense.nodes.length;
  const { sorted, start } = sortByPlace(of, identity(total), count);
  const looped = new Uint8Array(count);
  for (let edge = 0; edge < dense.edges.length; edge++) {
    if (dense.from[edge] === dense.to[edge] && mask?.[edge] !== 0) looped[of[dense.from[edge]!]!] = 1;
  }
  const cyclic: number[] = [];
  for (let node = 0; node < total; node++) {
    const component = of[node]!;
    const first = sorted[start[component]!] === node;
    if (first && (start[component + 1]! - start[component]! > 1 || looped[component] === 1)) {
      cyclic.push(component);
    }
  }
  return { count, of, members: sorted, start, cyclic };
}

/** The steps of one component, in the given order. */
export function membersOf(components: Components, component: number): Int32Array {
  return components.members.subarray(components.start[component], components.start[component + 1]);
}

function assign<T>(dense: Dense<T>, mask: Mask | undefined): { of: Int32Array; count: number } {
  const total = dense.nodes.length;
  const { outStart, to } = dense;
  const of = new Int32Array(total).fill(-1);
  const seen = new Int32Array(total); // when a step was entered, from 1; 0 for not yet
  const low = new Int32Array(total); // the earliest entered step that it leads back to
  const cursor = outStart.slice(0, total); // the next edge to follow out of each step
  const path: number[] = [];
  const open: number[] = []; // entered, component not yet known
  let count = 0;
  let clock = 0;
  const enter = (node: number): void => {
    seen[node] = low[node] = ++clock;
    path.push(node);
    open.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path[path.length - 1];
    if (parent !== undefined && low[node]! < low[parent]!) low[parent] = low[node]!;
    if (low[node] !== seen[node]) return;
    let member: number;
    do {
      member = open.pop()!;
      of[member] = count;
    } while (member !== node);
    count++;
  };
  for (let root = 0; root < total; root++) {
    if (seen[root] !== 0) continue;
    enter(root);
    while (path.length > 0) {
      const node = path[path.length - 1]!;
      if (cursor[node]! >= outStart[node + 1]!) {
        leave(node);
        continue;
      }
      const edge = cursor[node]!++;
      if (mask?.[edge] === 0) continue;
      const next = to[edge]!;
      if (seen[next] === 0) enter(next);
      else if (of[next] === -1 && seen[next]! < low[node]!) low[node] = seen[next]!;
    }
  }
  return { of, count };
}
