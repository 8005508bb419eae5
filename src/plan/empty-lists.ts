import { setOwn } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { Plan } from '../model/index.js';
import { evaluate, factsOf } from '../predicate/index.js';

/** The data with an empty list for each repeated role that may be empty and is left out: no items are no items. */
export function withEmptyLists(plan: Plan, data: JsonObject): JsonObject {
  const result = { ...data };
  for (const [role, { many, when }] of Object.entries(plan.roles)) {
    if (many?.min !== 0 || Object.hasOwn(data, role)) continue;
    if (evaluate(when ?? true, factsOf(data)) !== false) setOwn(result, role, []);
  }
  return result;
}
