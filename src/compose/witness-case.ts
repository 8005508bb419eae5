import { setOwn } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import type { BoundBundle } from './bound.js';
import { parts } from './condition.js';
import { choicesRole } from './select.js';

/** The facts of an applicant as a golden case, so that a finding can be saved and run again. */
export function witnessCase(bound: BoundBundle, facts: JsonObject): JsonObject {
  const own: JsonObject = {};
  const choices: JsonObject = {};
  for (const [key, value] of Object.entries(facts)) {
    const { role, element } = parts(key);
    if (role === choicesRole) setOwn(choices, element, value);
    else setOwn(own, key, value);
  }
  return {
    kind: 'case',
    bundle: bound.bundle.id,
    facts: own,
    ...(Object.keys(choices).length === 0 ? {} : { choices }),
  };
}
