import { UsageError } from '../messages/index.js';
import type { Mask } from './components.js';
import { findComponents, membersOf } from './components.js';
import { findCriticalPath } from './critical-path.js';
import { findCuts } from './cuts.js';
import { acceptsAll, cyclicRegions, searchRegion } from './cycles.js';
import type { Dense } from './dense.js';
import { createDense, placeOf } from './dense.js';
import { findDetours } from './detours.js';
import type { Edge } from './edge.js';
import { tell } from './messages.js';
import { orderSteps } from './order.js';
import { reach } from './reach.js';
import type { Accepts } from './realisable-cycle.js';
import type { CycleFinding, CycleOptions, StepGraph } from './step-graph.js';

const DEFAULT_BUDGET = 20_000;
const DEFAULT_MOST = 3;
const DEFAULT_PATIENCE = 5_000;

/** How a graph is read. */
export interface StepGraphOptions<T> {
  /**
   * Which of several edges between the same two steps comes first. Without it they stand as given, and a caller
   * who lists them in another order may be told of another one of them.
   */
  readonly compare?: (a: T, b: T) => number;
}

/**
 * A graph of steps.
 *
 * @param nodes the ids of the steps, any texts. Their order decides wherever nothing else does; a caller to whom it
 *   means nothing sorts them first. A repeated id is the same step.
 * @param edges which step must end before which; parallel edges and edges from a step to itself are kept
 * @throws UsageError `graph/unknown-step` when an edge names a step that is not among the nodes
 */
export function createStepGraph<T>(
  nodes: readonly string[],
  edges: readonly Edge<T>[],
  options: StepGraphOptions<T> = {},
): StepGraph<T> {
  const dense = createDense(nodes, edges, options.compare);
  return {
    nodes: dense.nodes,
    edges: dense.edges,
    order: () => orderSteps(dense, findComponents(dense)),
    cycles: (cycleOptions = {}) => findCycles(dense, cycleOptions),
    shortestCycle: (cycleOptions = {}) => shortestOf(findCycles(dense, cycleOptions)),
    cuts: (cutOptions) =>
      findCuts(dense, acceptsBy(dense, cutOptions.realisable), {
        permitted: cutOptions.permitted,
        realisable: cutOptions.realisable ?? (() => true),
        mask: cutOptions.within && edgesAmong(dense, cutOptions.within),
        budget: cutOptions.budget ?? DEFAULT_BUDGET,
        most: cutOptions.most ?? DEFAULT_MOST,
        patience: cutOptions.patience ?? DEFAULT_PATIENCE,
      }),
    without(removed) {
      const gone = new Set(removed);
      const known = new Set(dense.edges);
      if ([...gone].some((edge) => !known.has(edge))) {
        throw new UsageError(tell('graph/unknown-edge'), tell('graph/unknown-edge:help'));
      }
      return createStepGraph(
        dense.nodes,
        dense.edges.filter((edge) => !gone.has(edge)),
        options,
      );
    },
    criticalPath: (weightOf) => findCriticalPath(dense, weightOf),
    detours: (weightOf) => findDetours(dense, weightOf),
    reachableFrom: (node) => reach(dense, placeOf(dense.places, node), false),
    ancestorsOf: (node) => reach(dense, placeOf(dense.places, node), true),
  };
}

function findCycles<T>(dense: Dense<T>, options: CycleOptions<T>): CycleFinding<T>[] {
  const accepts = acceptsBy(dense, options.realisable);
  const findings: CycleFinding<T>[] = [];
  for (const region of cyclicRegions(dense, accepts)) {
    const { cycle, exact } = searchRegion(region, accepts, options.budget ?? DEFAULT_BUDGET);
    if (cycle === undefined && exact) continue;
    const members = membersOf(region.components, region.component);
    findings.push({
      component: Array.from(members, (node) => dense.nodes[node]!),
      ...(cycle && { cycle: cycle.map((edge) => dense.edges[edge]!) }),
      exact,
    });
  }
  return findings;
}

function shortestOf<T>(findings: readonly CycleFinding<T>[]): Edge<T>[] | 'unknown' | undefined {
  let best: Edge<T>[] | undefined;
  for (const { cycle, exact } of findings) {
    if (!exact) return 'unknown';
    if (cycle !== undefined && (best === undefined || cycle.length < best.length)) best = cycle;
  }
  return best;
}

function acceptsBy<T>(
  dense: Dense<T>,
  realisable: ((edges: readonly Edge<T>[]) => boolean) | undefined,
): Accepts {
  return realisable === undefined
    ? acceptsAll
    : (edges) => realisable(edges.map((edge) => dense.edges[edge]!));
}

function edgesAmong<T>(dense: Dense<T>, steps: Iterable<string>): Mask {
  const chosen = new Set<number>();
  for (const step of steps) chosen.add(placeOf(dense.places, step));
  return Uint8Array.from(dense.edges, (_, edge) =>
    chosen.has(dense.from[edge]!) && chosen.has(dense.to[edge]!) ? 1 : 0,
  );
}
