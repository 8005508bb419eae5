import { appendTo, fromEntries, tokensOf } from '../base/index.js';
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
  const taken = takenFrom(steps);
  const wanted = new Map<PlanStep, PlanStep['out']>();
  for (const step of steps) {
    if (step.kind !== 'registry' || step.local !== undefined) continue;
    const out = Object.entries(step.out).flatMap(([name, output]): [string, OutputBinding][] => {
      const isAlways = tested.has(output.of) || pointed.has(output.at);
      const ofOutput = taken.get(step.id)?.filter(({ of }) => of === output.of || of === keyOfAll(output.of));
      const when = isAlways ? true : any(...(ofOutput ?? []).map((one) => seenBy(step, one)));
      return when === false ? [] : [[name, { ...output, ...(when === true ? {} : { when }) }]];
    });
    wanted.set(step, fromEntries(out));
  }
  return wanted;
}

/** A field or material that a step takes from another, and when. */
interface Taken {
  taker: PlanStep;
  of: string;
  when: Predicate;
}

/** What is taken, by the step that it is taken from: of many items, each has steps of its own. */
function takenFrom(steps: readonly PlanStep[]): ReadonlyMap<string, readonly Taken[]> {
  const taken = new Map<string, Taken[]>();
  for (const taker of steps) {
    for (const { of, when = true, sources } of Object.values(taker.in)) {
      for (const source of sources) {
        if (source.step === undefined) continue;
        appendTo(taken, source.step, { taker, of, when: all(taker.when ?? true, when, source.when ?? true) });
      }
    }
  }
  return taken;
}

/** What is said of an item of a role that the look-up is not about may hold of some item. */
function seenBy(lookUp: PlanStep, { taker, when }: Taken): Predicate {
  if (taker.each === undefined || taker.each === lookUp.each) return when;
  const [role] = tokensOf(taker.each);
  return [...fieldsOf(when)].some((field) => roleOfKey(field) === role) ? true : when;
}

/** Places that a step reads besides its inputs. */
function pointersOf({ apply = [], places = {} }: PlanStep): string[] {
  const acts = Object.values(places).flat();
  return [...apply.map(({ after }) => after), ...acts.flatMap(({ at }) => at ?? [])];
}
