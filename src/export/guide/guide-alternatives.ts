import type { PlanStep } from '../../model/index.js';
import type { Words } from './words.js';

/** Steps of which no applicant has more than one stand together; every other one stands alone. In the order given. */
export function alternativesAmong(steps: readonly PlanStep[], words: Words): PlanStep[][] {
  const groups: PlanStep[][] = [];
  for (const step of steps) {
    const excludes = (other: PlanStep): boolean => !words.isPossible(step.when, other.when);
    const group = groups.find((one) => one.every(excludes));
    if (group === undefined) groups.push([step]);
    else group.push(step);
  }
  return groups;
}
