import type { Dense } from './dense.js';
import type { Components } from './components.js';
import { membersOf } from './components.js';

/** In which order the steps can run. */
export interface Order {
  /** Every step after all it waits for, except inside a cyclic component, where no such order exists. */
  order: string[];
  /** Steps that can run side by side: each step in the first stage after everything that it waits for. */
  stages: string[][];
  /** The groups of steps that wait for each other. A group shares one stage. */
  cyclic: string[][];
}

/** Layers the components by the longest chain that leads to each; ties stand as the steps were given. */
export function orderSteps<T>(dense: Dense<T>, components: Components): Order {
  const { of } = components;
  const depth = new Int32Array(components.count);
  // Edges between components go from higher numbers to lower, so this visits each after all it waits for.
  for (let component = components.count - 1; component >= 0; component--) {
    for (const node of membersOf(components, component)) {
      for (let edge = dense.outStart[node]!; edge < dense.outStart[node + 1]!; edge++) {
        const next = of[dense.to[edge]!]!;
        if (next !== component) depth[next] = Math.max(depth[next]!, depth[component]! + 1);
      }
    }
  }
  const stages: string[][] = [];
  for (const level of depth) {
    while (stages.length <= level) stages.push([]);
  }
  dense.nodes.forEach((id, node) => stages[depth[of[node]!]!]!.push(id));
  return {
    order: stages.flat(),
    stages,
    cyclic: components.cyclic.map((component) =>
      Array.from(membersOf(components, component), (node) => dense.nodes[node]!),
    ),
  };
}
