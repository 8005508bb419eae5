import { deepEqual } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { Check } from './site.js';

/** Does an array hold two equal values? Scalars are compared by a set, so that long lists stay cheap. */
export function hasDuplicates(items: readonly JsonValue[]): boolean {
  const scalars = new Set<JsonValue>();
  const structures: JsonValue[] = [];
  for (const item of items) {
    if (typeof item !== 'object' || item === null) {
      if (scalars.has(item)) return true;
      scalars.add(item);
    } else {
      if (structures.some((other) => deepEqual(other, item))) return true;
      structures.push(item);
    }
  }
  return false;
}

/** `uniqueItems` (validation, section 6.4.3). */
export const checkUniqueItems: Check = (value, instance) =>
  value !== true || !Array.isArray(instance) || !hasDuplicates(instance);
