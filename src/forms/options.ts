import { isObject } from '../base/index.js';
import type { JsonValue } from '../base/index.js';

/** The answers that a schema lists, each with its title. */
export function optionsOf(schema: unknown): { value: JsonValue; label: string }[] {
  const listed = isObject(schema) ? schema['oneOf'] : undefined;
  if (!Array.isArray(listed)) return [];
  return listed.flatMap((one) => {
    if (!isObject(one) || one['const'] === undefined) return [];
    const { const: value, title } = one;
    return [{ value, label: typeof title === 'string' ? title : JSON.stringify(value) }];
  });
}
