import type { PlanStep } from '../model/index.js';
import { evaluate } from '../predicate/index.js';
import type { Facts } from '../predicate/index.js';

/** The limits of a step in a situation: those of the first variant that holds, or else its own. */
export function deadlineIn(step: PlanStep, facts: Facts): PlanStep['deadline'] {
  const variant = step.variants?.find(
    ({ deadline, when }) => deadline !== undefined && evaluate(when, facts) === true,
  );
  return variant?.deadline ?? step.deadline;
}
