import type { JsonObject } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import { matches } from './matching.js';
import type { Truth } from './site.js';

/** Do `properties` or `patternProperties` of the schema speak of the name? */
export function isNamed(schema: JsonObject, name: string): Truth {
  const { properties, patternProperties } = schema;
  if (isObject(properties) && Object.hasOwn(properties, name)) return true;
  if (!isObject(patternProperties)) return false;
  let truth: Truth = false;
  for (const pattern of Object.keys(patternProperties)) {
    const match = matches(pattern, name);
    if (match === true) return true;
    if (match === undefined) truth = undefined;
  }
  return truth;
}
