import type { Predicate, PlanStep } from '../../model/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';
import type { Truth } from '../../predicate/index.js';
import { itemOf } from './draft.js';
import type { Draft } from './draft.js';

/** The truth of every condition of a case, step by step of it. */
export type Situation = ReadonlyMap<string, readonly Truth[]>;

/**
 * What the data says about every condition of the plan: whether a step has been begun yet or not, what is settled about
 * it stays settled.
 */
export function situationOf(draft: Draft): Situation {
  const situation = new Map<string, Truth[]>();
  for (const [key, state] of Object.entries(draft.state.steps)) {
    const step = draft.prepared.step(state.step);
    if (step === undefined) continue;
    const facts = factsOf(draft.state.data, itemOf(step, state));
    situation.set(
      key,
      conditionsOf(step).map((predicate) => evaluate(predicate, facts)),
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

const cache = new WeakMap<PlanStep, Predicate[]>();

function conditionsOf(step: PlanStep): Predicate[] {
  let conditions = cache.get(step);
  if (conditions === undefined) {
    const found: (Predicate | undefined)[] = [
      step.when,
      ...step.after.map((dependency) => dependency.when),
      ...(step.eligibility ?? []).map((rule) => rule.require),
      ...Object.values(step.in).flatMap((binding) => [
        binding.when,
        ...binding.sources.map((source) => source.when),
      ]),
    ];
    conditions = found.filter((predicate) => predicate !== undefined);
    cache.set(step, conditions);
  }
  return conditions;
}
