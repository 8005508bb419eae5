import { omitUndefined } from '../base/index.js';
import { keyOfAll } from '../model/index.js';
import type { Basis, Plan, PlanStep, Predicate, Text, UnmetDemand } from '../model/index.js';
import { evaluate, fieldsOf } from '../predicate/index.js';
import type { Facts } from '../predicate/index.js';

/** What a bundle or a block demands of whoever applies. */
export interface Demand {
  require: Predicate;
  /** What whoever does not meet it is told. */
  otherwise: Text;
  basis?: Basis[];
}

/** Those of the demands that are known not to be met, in the words of their authors. */
export function unmetOf(demands: readonly Demand[] | undefined, facts: Facts): UnmetDemand[] {
  return (demands ?? [])
    .filter(({ require }) => evaluate(require, facts) === false)
    .map(({ otherwise, basis }) => ({ otherwise, ...omitUndefined({ basis }) }));
}

/** The demands of a plan that the facts that it was composed with do not meet: those of the bundle, and those of its steps. */
export function unmetInPlan({ eligibility, steps }: Plan): { unmet?: UnmetDemand[] } {
  const unmet = [
    ...settled(eligibility),
    ...steps.flatMap((step) => settled(step.eligibility).map((demand) => ({ step: step.id, ...demand }))),
  ];
  return unmet.length === 0 ? {} : { unmet };
}

function settled(demands: readonly Demand[] = []): UnmetDemand[] {
  return demands
    .filter(({ require }) => require === false)
    .map(({ otherwise, basis }) => ({ otherwise, ...omitUndefined({ basis }) }));
}

/**
 * Does a demand of a step that is not met keep the form from asking for its sake? Only what the applicant says, and what
 * follows from it, does: what look-ups and steps tell is not known when the form is filled in.
 */
export function isUnasked(plan: Plan, { eligibility = [] }: PlanStep, facts: Facts): boolean {
  const told = toldIn(plan);
  return eligibility
    .flatMap(({ require }) => (typeof require === 'object' && 'all' in require ? require.all : [require]))
    .filter((part) => ![...fieldsOf(part)].some((field) => told.has(keyOfAll(field))))
    .some((part) => evaluate(part, facts) === false);
}

const cache = new WeakMap<Plan, ReadonlySet<string>>();

/** The fields that look-ups and steps tell, and what is derived from them. */
function toldIn(plan: Plan): ReadonlySet<string> {
  let told = cache.get(plan);
  if (told === undefined) cache.set(plan, (told = findTold(plan)));
  return told;
}

function findTold({ steps }: Plan): ReadonlySet<string> {
  const told = new Set<string>();
  const add = ({ out }: PlanStep): void => {
    for (const { of } of Object.values(out)) told.add(keyOfAll(of));
  };
  for (const step of steps) if (step.kind !== 'ask' && step.local === undefined) add(step);
  const local = steps.filter((step) => step.local !== undefined);
  for (let size = -1; size < told.size;) {
    size = told.size;
    for (const step of local) if (Object.values(step.in).some(({ of }) => told.has(keyOfAll(of)))) add(step);
  }
  return told;
}
