import { fromEntries, tokensOf } from '../base/index.js';
import { keyOfAll, roleOfKey } from '../model/index.js';
import type { OutputBinding, PlanStep, Predicate } from '../model/index.js';
import { all, any, fieldsOf } from '../predicate/index.js';
import { stepConditions } from './step-conditions.js';

/**
 * What this plan can take of each look-up, and in which situations: nobody is asked for more. A derivation is asked of
 * nobody and gives all it gives.
 * @param conditions of the plan that are no step's own
 */
export function wantedOfLookUps(
  steps: readonly PlanStep[],
  conditions: readonly Predicate[],
): ReadonlyMap<PlanStep, PlanStep['out']> {
  const ofSteps = steps.flatMap((step) => stepConditions(step).map(({ predicate }) => predicate));
  const tested = new Set([...conditions, ...ofSteps].flatMap((predicate) => [...fieldsOf(predicate)]));
  const pointed = new Set(steps.flatMap(pointersOf));
  const wanted = new Map<PlanStep, PlanStep['out']>();
  for (const step of steps) {
    if (step.kind !== 'registry' || step.local !== undefined) continue;
    const out = Object.entries(step.out).flatMap(([name, output]): [string, OutputBinding][] => {
      const isAlways = tested.has(output.of) || pointed.has(output.at);
      const when = isAlways ? true : any(...steps.flatMap((taker) => takenBy(taker, output.of, step)));
      return when === false ? [] : [[name, { ...output, ...(when === true ? {} : { when }) }]];
    });
    wanted.set(step, fromEntries(out));
  }
  return wanted;
}

/** When a step takes a field or material from a look-up. */
function takenBy(taker: PlanStep, of: string, lookUp: PlanStep): Predicate[] {
  return Object.values(taker.in)
    .filter((binding) => binding.of === of || binding.of === keyOfAll(of))
    .flatMap(({ when = true, sources }) =>
      sources
        .filter(({ step }) => step === lookUp.id)
        .map((source) => seenBy(lookUp, taker, all(taker.when ?? true, when, source.when ?? true))),
    );
}

/** What is said of an item of a role that the look-up is not about may hold of some item. */
function seenBy(lookUp: PlanStep, taker: PlanStep, predicate: Predicate): Predicate {
  if (taker.each === undefined || taker.each === lookUp.each) return predicate;
  const [role] = tokensOf(taker.each);
  return [...fieldsOf(predicate)].some((field) => roleOfKey(field) === role) ? true : predicate;
}

/** Places that a step reads besides its inputs. */
function pointersOf({ apply = [], places = {} }: PlanStep): string[] {
  const acts = Object.values(places).flat();
  return [...apply.map(({ after }) => after), ...acts.flatMap(({ at }) => at ?? [])];
}
