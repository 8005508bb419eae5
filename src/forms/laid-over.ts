import { deepEqual, isObject, own, setOwn } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';

/** What a renderer has, with what the view knows besides; what the view knows nothing of stays. The same where that is all. */
export function laidOver(had: JsonObject, known: JsonObject): JsonObject {
  let result = had;
  for (const [name, value] of Object.entries(known)) {
    const before = own(had, name);
    const after = joined(before, value);
    if (before !== undefined && deepEqual(before, after)) continue;
    if (result === had) result = { ...had };
    setOwn(result, name, after);
  }
  return result;
}

function joined(had: JsonValue | undefined, known: JsonValue): JsonValue {
  if (isObject(had) && isObject(known)) return laidOver(had, known);
  if (Array.isArray(had) && Array.isArray(known) && had.length === known.length)
    return known.map((item, at) => joined(had[at], item));
  return known;
}
