import { omitUndefined, own, resolvePointer } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { actNames } from '../../model/index.js';
import type { ActName, PlanStep } from '../../model/index.js';
import { evaluate, factsOf } from '../../predicate/index.js';
import { placesOf } from '../../plan/index.js';
import type { Item } from '../../plan/index.js';
import type { PreparedPlan } from './prepared-plan.js';

/** Who does one act of a step in this case, and the value of the field that tells where. */
export interface HandlingPlace {
  authority?: string;
  place?: JsonValue;
}

/** Who collects, accepts, decides and issues, as far as the plan tells. */
export type Handling = Partial<Record<ActName, HandlingPlace>>;

/** Who does what in this case, of a matter or of a transfer that belongs to one; nothing where the plan names no places. */
export function handlingOf(
  prepared: PreparedPlan,
  step: PlanStep,
  data: JsonObject,
  item: Item | undefined,
): Handling | undefined {
  const matter = step.transfer === undefined ? step : prepared.step(step.transfer.of);
  if (matter?.places === undefined) return undefined;
  const facts = factsOf(data, item);
  const handling: Handling = {};
  for (const name of actNames) {
    const act = own(matter.places, name)?.find(({ when }) => evaluate(when ?? true, facts) === true);
    if (act === undefined) continue;
    const [at] = act.at === undefined ? [] : (placesOf(act.at, data, item) ?? []);
    const place = at === undefined ? undefined : (resolvePointer(data, at) as JsonValue | undefined);
    handling[name] = {
      ...omitUndefined({ authority: act.authority, place }),
    };
  }
  return handling;
}
