import { isObject, own, setOwn } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import type { BoundBundle } from '../bind/bound.js';
import { choicesRole, fieldParts, isFieldKey } from '../../model/index.js';

/** The facts of an applicant as a golden case, so that a finding can be saved and run again. */
export function witnessCase(bound: BoundBundle, facts: JsonObject): JsonObject {
  const fields: JsonObject = {};
  const choices: JsonObject = {};
  for (const [key, value] of Object.entries(facts)) {
    const { role, element } = fieldParts(key);
    if (role === choicesRole) setOwn(choices, element, value);
    else setOwn(fields, key, value);
  }
  return {
    kind: 'case',
    bundle: bound.bundle.id,
    facts: fields,
    ...(Object.keys(choices).length === 0 ? {} : { choices }),
  };
}

/** Facts by field, in the shape of the form: role, then element. */
export function caseFacts(facts: JsonObject): JsonObject {
  const nested: JsonObject = {};
  for (const [key, value] of Object.entries(facts)) {
    if (!isFieldKey(key)) {
      setOwn(nested, key, value);
      continue;
    }
    const { role, element } = fieldParts(key);
    const present = own(nested, role);
    const holder = isObject(present) ? present : {};
    setOwn(holder, element, value);
    setOwn(nested, role, holder);
  }
  return nested;
}
