import { isDecisive, stepConditions } from '../../plan/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';
import type { Truth } from '../../predicate/index.js';
import { looksAcross } from './affected.js';
import { itemOf } from './draft.js';
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
  const across = looksAcross(draft.prepared.plan);
  const isOfOthers = (each: string, index: number): boolean =>
    !across.has(each) &&
    places.every((place) => place.startsWith(`${each}/`) && !place.startsWith(`${each}/${index}/`));
  for (const [key, state] of Object.entries(draft.state.steps)) {
    const step = draft.prepared.step(state.step);
    if (step === undefined) continue;
    if (step.each !== undefined && state.index !== undefined && isOfOthers(step.each, state.index)) continue;
    const facts = factsOf(draft.state.data, itemOf(step, state));
    situation.set(
      key,
      stepConditions(step)
        .filter(({ part }) => isDecisive[part])
        .map(({ predicate }) => evaluate(predicate, facts)),
    );
  }
  return situation;
}

/** Has something that was true become false, or the other way round? What was open may well be settled. */
export function changes(before: Situation, after: Situation): boolean {
  for (const [key, truths] of before) {
    const now = after.get(key) ?? [];
    if (truths.some((truth, index) => truth !== undefined && truth !== now[index])) return true;
  }
  return false;
}
