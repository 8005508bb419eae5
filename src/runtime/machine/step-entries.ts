import { appendTo } from '../../base/index.js';
import type { CaseState, StepState } from './state.js';

type Steps = CaseState['steps'];

/**
 * The steps of a state as lists. To walk through an object with thousands of properties is slow; a list is quick, and a
 * state after an event has the lists of the one before it, apart from what the event changed.
 */
export interface StepEntries {
  /** In the order of the state. Two states with the same steps share the list. */
  readonly keys: readonly string[];
  readonly values: readonly StepState[];
  readonly positions: ReadonlyMap<string, number>;
  /** The keys by step of the plan. */
  readonly byStep: ReadonlyMap<string, readonly string[]>;
}

const cache = new WeakMap<Steps, StepEntries>();

/** The entries of the steps of a state, which no longer change. */
export function entriesOf(steps: Steps): StepEntries {
  const known = cache.get(steps);
  if (known !== undefined) return known;
  const keys = Object.keys(steps);
  const values = keys.map((key) => steps[key]!);
  const byStep = new Map<string, string[]>();
  keys.forEach((key, index) => {
    // A damaged state has anything here; whoever reads the step says so.
    const id = (values[index] as StepState | null)?.step;
    if (id !== undefined) appendTo(byStep, id, key);
  });
  const positions = new Map(keys.map((key, index) => [key, index]));
  const entries = { keys, values, positions, byStep };
  cache.set(steps, entries);
  return entries;
}

/** Says which steps a state has changed since the one before, where none came or went: its entries follow from that. */
export function followEntries(before: StepEntries, after: Steps, changed: Iterable<string>): void {
  const values = [...before.values];
  for (const key of changed) values[before.positions.get(key)!] = after[key]!;
  cache.set(after, { ...before, values });
}

/** The keys of the steps that differ between two states: changed, or new. Those that are gone are not among them. */
export function changedSteps(before: Steps, after: Steps): string[] {
  if (before === after) return [];
  const [old, now] = [entriesOf(before), entriesOf(after)];
  if (old.keys === now.keys) return now.keys.filter((_, index) => old.values[index] !== now.values[index]);
  return now.keys.filter((key, index) => !Object.hasOwn(before, key) || before[key] !== now.values[index]);
}

/** The keys of the steps that a state has no longer. */
export function goneSteps(before: Steps, after: Steps): string[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return old.keys === now.keys ? [] : old.keys.filter((key) => !now.positions.has(key));
}

/** How many steps there are. */
export function countSteps(steps: Steps): number {
  return entriesOf(steps).keys.length;
}
