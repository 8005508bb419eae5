import { Graph } from '@dagrejs/graphlib';
import { assertArguments } from '../messages/index.js';
import type { Dependency, Plan, PlanStep } from '../model/index.js';

/** A plan as a graph: steps and what each waits for. A stage is the parent of its steps, labelled with its number. */
export type PlanGraph = Graph<string, PlanStep | number, Dependency>;

/**
 * A plan as a graph of `@dagrejs/graphlib`: for layouts (dagre takes it as it is) and for algorithms that this library
 * has not.
 *
 * graphlib keeps ids as keys of plain objects, where `constructor` looks taken and `1` is reordered. The node of a step
 * is therefore `step:` and its id, that of a stage `stage:` and its number, counting from 1.
 *
 * @param plan from `composeBundle().plan`
 * @returns a new graph; labels are the steps and waits of the plan themselves, not copies
 * @throws UsageError `usage/argument` when it is no plan
 */
export function planGraph(plan: Plan): PlanGraph {
  assertArguments('planGraph', { plan: 'from composeBundle().plan' }, { plan });
  const graph: PlanGraph = new Graph({ directed: true, compound: true });
  for (const step of plan.steps) graph.setNode(nodeOf(step.id), step);
  for (const [at, stage] of plan.stages.entries()) {
    const number = at + 1;
    graph.setNode(`stage:${number}`, number);
    for (const id of stage) graph.setParent(nodeOf(id), `stage:${number}`);
  }
  for (const { id, after } of plan.steps) {
    for (const wait of after) graph.setEdge(nodeOf(wait.step), nodeOf(id), wait);
  }
  return graph;
}

function nodeOf(step: string): string {
  return `step:${step}`;
}
