import { isObject, own } from '../base/index.js';
import type { JsonSchema, JsonValue } from '../base/index.js';

/** The answers that a schema lists by `enum`, or as yes and no; undefined where it takes any text or number. */
export function listedAnswers(schema: JsonSchema): readonly JsonValue[] | undefined {
  if (!isObject(schema)) return undefined;
  const values = own(schema, 'enum');
  if (Array.isArray(values)) return values;
  return own(schema, 'type') === 'boolean' ? [true, false] : undefined;
}
