import { isObject } from '../base/index.js';
import type { JsonObject } from '../base/index.js';
import { keyName, ownKeyOf } from '../model/index.js';

/**
 * Gives each item of a repeated role a key of its own, so that it stays the same item wherever it moves. Items that
 * have one keep it.
 * @param data shaped like the form
 * @param newKey makes a key that nothing else has
 * @returns the same object where nothing was missing
 */
export function withItemKeys(data: JsonObject, newKey: () => string): JsonObject {
  let result = data;
  for (const [role, items] of Object.entries(data)) {
    if (!Array.isArray(items) || items.every((item) => ownKeyOf(item) !== undefined)) continue;
    const keyed = items.map((item) =>
      isObject(item) && ownKeyOf(item) === undefined ? { ...item, [keyName]: newKey() } : item,
    );
    result = { ...result, [role]: keyed };
  }
  return result;
}
