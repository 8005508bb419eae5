import type { Dense } from './dense.js';

/**
 * The steps at the other end of every walk of one edge or more that begins, or with `backward` ends, at a step.
 * The step itself is among them only when it lies on a cycle.
 *
 * @returns ids, in the given order of the steps
 */
export function reach<T>(dense: Dense<T>, from: number, backward: boolean): Set<string> {
  const reached = new Uint8Array(dense.nodes.length);
  const queue: number[] = [];
  const visit = (node: number): void => {
    if (reached[node] === 1) return;
    reached[node] = 1;
    queue.push(node);
  };
  const step = (node: number): void => {
    const start = backward ? dense.inStart : dense.outStart;
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      visit(backward ? dense.from[dense.inEdges[at]!]! : dense.to[at]!);
    }
  };
  step(from);
  for (const node of queue) step(node);
  return new Set(dense.nodes.filter((_, node) => reached[node] === 1));
}
