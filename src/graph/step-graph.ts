import type { CriticalPath } from './critical-path.js';
import type { Cuts } from './cuts.js';
import type { Detour } from './detours.js';
import type { Edge } from './edge.js';
import type { Order } from './order.js';

/** Which cycles count, and how much may be spent on finding out. */
export interface CycleOptions<T> {
  /**
   * Whether some situation realises all of these edges at once; without it, every cycle counts.
   *
   * Must hold for a part of whatever it holds for: what is realised together is realised in part. It is called with
   * beginnings of cycles, too.
   */
  readonly realisable?: (edges: readonly Edge<T>[]) => boolean;
  /** How often `realisable` may be called for one component, besides once for each edge. Default 20,000. */
  readonly budget?: number;
}

/** Which edges may be cut. */
export interface CutOptions<T> extends CycleOptions<T> {
  /** What it costs to let an edge go, 0 or more; nothing when it must stay. */
  readonly permitted: (edge: Edge<T>) => number | undefined;
  /** Only cycles among these steps, such as those of one {@link CycleFinding}; without it, all. */
  readonly within?: Iterable<string>;
  /** How many cuts are wanted at most. Default 3. */
  readonly most?: number;
  /**
   * How many sets of edges are tried for each component before one cut is given that is not proven cheapest.
   * Default 5,000.
   */
  readonly patience?: number;
}

/** What is known of one group of steps that wait for each other. */
export interface CycleFinding<T> {
  /** The steps of the group, in the given order. */
  component: string[];
  /** A cycle that some situation realises, from its first step on; nothing when none was found. */
  cycle?: Edge<T>[];
  /** Proven: the cycle is a shortest one. Otherwise the budget ran out first. */
  exact: boolean;
}

/**
 * Steps, and which must end before which. It never changes; every method is a pure function of the steps in their
 * given order and of the set of edges.
 */
export interface StepGraph<T> {
  /** The steps, as given. */
  readonly nodes: readonly string[];
  /** The edges by `from`, then `to`, in the order of the steps. */
  readonly edges: readonly Edge<T>[];

  /**
   * In which order and in which stages the steps can run. Among steps that could stand in any order, the given
   * order decides. Linear time.
   */
  order(): Order;

  /**
   * The shortest cycle that is realisable, from its first step on.
   *
   * @returns nothing when there is none; `'unknown'` when the budget ran out before that was settled
   */
  shortestCycle(options?: CycleOptions<T>): Edge<T>[] | 'unknown' | undefined;

  /**
   * For each group of steps that wait for each other, its shortest realisable cycle: one mistake, one finding.
   * A group that is proven to have none is left out; one for which the budget ran out comes with `exact: false`.
   */
  cycles(options?: CycleOptions<T>): CycleFinding<T>[];

  /**
   * The cheapest sets of permitted edges without which no realisable cycle is left.
   *
   * @throws UsageError `graph/weight` when a permitted edge weighs less than 0 or no finite number
   */
  cuts(options: CutOptions<T>): Cuts<T>;

  /** The same steps without some edges, which are told by identity: they must come from this graph. */
  without(edges: Iterable<Edge<T>>): StepGraph<T>;

  /**
   * The longest chain, and the slack of every step. Edges inside a cyclic component are left out.
   *
   * @param weightOf how long a step takes, in any unit, 0 or more
   * @throws UsageError `graph/weight` when a weight is negative or no finite number
   */
  criticalPath(weightOf: (node: string) => number): CriticalPath;

  /**
   * Finds the longest chain without some of the edges that enter one step, without making another graph.
   *
   * @returns nothing where steps wait for each other in a ring
   */
  detours(
    weightOf: (node: string) => number,
  ): ((step: string, removed: ReadonlySet<Edge<T>>) => Detour) | undefined;

  /**
   * The steps that wait for a step, directly or not; the step itself only when it lies on a cycle.
   *
   * @throws UsageError `graph/unknown-step`
   */
  reachableFrom(node: string): ReadonlySet<string>;

  /**
   * The steps that a step waits for, directly or not; the step itself only when it lies on a cycle.
   *
   * @throws UsageError `graph/unknown-step`
   */
  ancestorsOf(node: string): ReadonlySet<string>;
}
