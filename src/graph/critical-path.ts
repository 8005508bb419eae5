import { UsageError, literal } from '../messages/index.js';
import { findComponents, membersOf } from './components.js';
import type { Dense } from './dense.js';
import { tell } from './messages.js';

/** The longest chain through a graph, and how much every step could be late without lengthening it. */
export interface CriticalPath {
  /** The steps of a longest chain, in order. Of several, one that is the same on every run. */
  path: string[];
  /** How long everything takes, in the unit of the weights. */
  length: number;
  /** How much later than `earliest` each step can begin without making the whole longer. */
  slack: ReadonlyMap<string, number>;
  /** When each step can begin at the earliest, from 0. */
  earliest: ReadonlyMap<string, number>;
}

/** Sums of fractions differ in their last bits; a slack smaller than this share of the whole is none. */
const NOISE = 1e-9;

/**
 * Critical path method (Kelley, Operations Research 9, 1961): earliest times forward, latest times backward.
 *
 * Edges inside a cyclic component are left out: no order satisfies them, and the cycle is a finding of its own.
 *
 * @param weightOf how long a step takes, in any unit
 * @throws UsageError `graph/weight` when a weight is negative or not a finite number
 */
export function findCriticalPath<T>(dense: Dense<T>, weightOf: (node: string) => number): CriticalPath {
  const weights = dense.nodes.map((node) => checked(weightOf(node), node));
  const components = findComponents(dense);
  const sequence: number[] = [];
  for (let component = components.count - 1; component >= 0; component--) {
    for (const node of membersOf(components, component)) sequence.push(node);
  }
  const counts = (edge: number): boolean =>
    components.of[dense.from[edge]!] !== components.of[dense.to[edge]!];

  const { start, cause } = forward(dense, weights, sequence, counts);
  let length = 0;
  let last: number | undefined;
  weights.forEach((weight, node) => {
    const end = start[node]! + weight;
    if (last !== undefined && end <= length) return;
    length = end;
    last = node;
  });
  const latest = backward(dense, weights, sequence, counts, length);
  const path: number[] = [];
  for (let node = last; node !== undefined; node = cause[node]) path.push(node);
  path.reverse();
  const slackOf = (node: number): number => {
    const slack = latest[node]! - start[node]!;
    return slack <= length * NOISE ? 0 : slack;
  };
  return {
    path: path.map((node) => dense.nodes[node]!),
    length,
    slack: new Map(dense.nodes.map((id, node) => [id, slackOf(node)])),
    earliest: new Map(dense.nodes.map((id, node) => [id, start[node]!])),
  };
}

function forward<T>(
  dense: Dense<T>,
  weights: readonly number[],
  sequence: readonly number[],
  counts: (edge: number) => boolean,
): { start: Float64Array; cause: (number | undefined)[] } {
  const start = new Float64Array(weights.length);
  const cause = new Array<number | undefined>(weights.length).fill(undefined);
  for (const node of sequence) {
    for (let at = dense.inStart[node]!; at < dense.inStart[node + 1]!; at++) {
      const edge = dense.inEdges[at]!;
      if (!counts(edge)) continue;
      const before = dense.from[edge]!;
      const end = start[before]! + weights[before]!;
      if (cause[node] !== undefined && end <= start[node]!) continue;
      start[node] = end;
      cause[node] = before;
    }
  }
  return { start, cause };
}

function backward<T>(
  dense: Dense<T>,
  weights: readonly number[],
  sequence: readonly number[],
  counts: (edge: number) => boolean,
  length: number,
): Float64Array {
  const latest = new Float64Array(weights.length);
  for (let at = sequence.length - 1; at >= 0; at--) {
    const node = sequence[at]!;
    let end = length;
    for (let edge = dense.outStart[node]!; edge < dense.outStart[node + 1]!; edge++) {
      if (counts(edge)) end = Math.min(end, latest[dense.to[edge]!]!);
    }
    latest[node] = end - weights[node]!;
  }
  return latest;
}

function checked(weight: number, node: string): number {
  if (Number.isFinite(weight) && weight >= 0) return weight;
  throw new UsageError(
    tell('graph/weight:step', { step: node, weight: literal(String(weight)) }),
    tell('graph/weight:help'),
  );
}
