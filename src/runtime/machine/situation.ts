import { tokensOf } from '../../base/index.js';
import type { PlanStep } from '../../model/index.js';
import { isDecisive, stepConditions } from '../../plan/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';
import type { Truth } from '../../predicate/index.js';
import { looksAcross } from './affected.js';
import { itemOf, keysOf } from './draft.js';
import type { Draft } from './draft.js';

/** The truth of every condition of a case, step by step of it. */
export type Situation = ReadonlyMap<string, readonly Truth[]>;

/**
 * What the data says about every condition of the plan that may rest on some places: whether a step has been begun yet or
 * not, what is settled about it stays settled. Values of one item leave the steps of the others as they are, where these
 * look at their own item alone.
 */
export function situationOf(draft: Draft, places: readonly string[]): Situation {
  const situation = new Map<string, Truth[]>();
  for (const step of draft.prepared.plan.steps) {
    const conditions = stepConditions(step).filter(({ part }) => isDecisive[part]);
    for (const key of keysAbout(draft, step, places)) {
      const facts = factsOf(draft.state.data, itemOf(step, draft.steps.get(key)!));
      situation.set(
        key,
        conditions.map(({ predicate }) => evaluate(predicate, facts)),
      );
    }
  }
  return situation;
}

/** The steps of the case that belong to a step of the plan, apart from those for items that the places are not about. */
function keysAbout(draft: Draft, { id, each }: PlanStep, places: readonly string[]): readonly string[] {
  const keys = keysOf(draft, id);
  if (each === undefined || looksAcross(draft.prepared.plan).has(each)) return keys;
  const inRole = tokensOf(each).length;
  const isOfItem = places.every((place) => place.startsWith(`${each}/`));
  // Not yet divided into items, the step is looked at as a whole.
  if (!isOfItem || draft.steps.get(keys[0] ?? '')?.index === undefined) return keys;
  const indexes = new Set(places.map((place) => Number(tokensOf(place)[inRole])));
  return [...indexes].flatMap((index) => keys[index] ?? []);
}

/** Has something that was true become false, or the other way round? What was open may well be settled. */
export function changes(before: Situation, after: Situation): boolean {
  for (const [key, truths] of before) {
    const now = after.get(key) ?? [];
    if (truths.some((truth, index) => truth !== undefined && truth !== now[index])) return true;
  }
  return false;
}
