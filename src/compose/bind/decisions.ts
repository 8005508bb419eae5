import type { Predicate } from '../../model/index.js';
import { FormulaStore, all, groupsOf, keyOf } from '../../predicate/index.js';
import type { DecisionGraph, Work } from '../../predicate/index.js';
import type { BoundBundle } from './bound.js';
import { conditionsOf, partRules } from './conditions.js';
import type { PartRule } from './conditions.js';
import { groundOf } from './possible.js';

/** A condition that somebody's situation decides, and one thing that rests on it. */
export interface SingleDecision {
  predicate: Predicate;
  /** The repeated role of whose item it speaks. */
  each: string | undefined;
  /** A step, or an input as `step: input`. */
  what: string;
}

/** A condition of the bundle, and what takes place where it holds. */
export interface Decision {
  predicate: Predicate;
  what: string[];
}

/** Every condition that some situation decides, as often as something rests on it. */
export function singleDecisions(bound: BoundBundle): SingleDecision[] {
  return findDecisions(bound, ({ neverHolds, asks }) => asks && neverHolds !== 'value');
}

/** What applicants are asked for by itself: every condition, and every value that is needed whatever it is. */
export function askedDecisions(bound: BoundBundle): SingleDecision[] {
  return findDecisions(bound, ({ asks }) => asks);
}

function findDecisions(bound: BoundBundle, isMeant: (rule: PartRule) => boolean): SingleDecision[] {
  const found: SingleDecision[] = [];
  const add = (what: string, each: string | undefined, ...parts: Predicate[]): void => {
    const predicate = all(...parts);
    if (typeof predicate !== 'boolean') found.push({ predicate, each, what });
  };
  for (const { require } of bound.eligibility) add('eligibility', undefined, require);
  for (const use of bound.uses) {
    const { name, each, guard } = use;
    for (const condition of conditionsOf(use)) {
      const { part, predicate, around, of } = condition;
      const within = all(around, predicate);
      if (!isMeant(partRules[part]) || (part !== 'use' && within === true)) continue;
      add(part === 'use' || part === 'anyOf' ? of : `${name}: ${of}`, each, guard, within);
    }
  }
  return found;
}

/** Every condition that some situation decides, each once, with all that rests on it. */
export function decisionsOf(bound: BoundBundle): Decision[] {
  const found = new Map<string, Decision>();
  for (const { predicate, what } of singleDecisions(bound)) {
    const key = keyOf(predicate);
    const present = found.get(key);
    if (present === undefined) found.set(key, { predicate, what: [what] });
    else if (!present.what.includes(what)) present.what.push(what);
  }
  return [...found.values()];
}

/** Groups of conditions of a bundle, ready to be counted, listed or weighed. */
export interface DecisionSpace {
  store: FormulaStore;
  decisions: readonly Decision[];
  groups: readonly DecisionGraph[];
  /** Places of conditions that turn out to hold in every situation: alternatives that cover everything, say. */
  always: readonly number[];
}

/**
 * Divides conditions into groups that no field joins.
 * @param work what all questions about the groups may cost together
 */
export function decisionSpace(
  bound: BoundBundle,
  decisions: readonly Decision[],
  work?: Work,
): DecisionSpace {
  const store = new FormulaStore(
    decisions.map(({ predicate }) => predicate),
    groundOf(bound),
  );
  const formulas = decisions.map(({ predicate }) => store.compile(predicate));
  const always = [...formulas.keys()].filter((place) => formulas[place] === 1);
  return { store, decisions, groups: groupsOf(store, formulas, work), always };
}
