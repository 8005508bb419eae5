import { isObject, setOwn } from '../base/index.js';
import { UsageError } from '../messages/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { fieldParts, isFieldKey } from '../model/index.js';
import { tell } from './messages.js';

/**
 * Facts in the shape of the form. A key with a dot names a field, `"mother.insurance"`; any other key names a role.
 * @throws UsageError `usage/facts` when a value is not JSON, or a field is given twice
 */
export function normalizeFacts(
  facts: Record<string, unknown>,
  choices: Record<string, boolean> = {},
): JsonObject {
  const result: JsonObject = {};
  for (const [key, value] of Object.entries(facts)) {
    assertJson(key, value);
    if (!isFieldKey(key)) {
      setOwn(result, key, merged(Object.hasOwn(result, key) ? result[key] : undefined, value));
      continue;
    }
    const { role, element } = fieldParts(key);
    const present = Object.hasOwn(result, role) ? result[role] : undefined;
    if (Array.isArray(present)) {
      throw new UsageError(tell('usage/facts', { role, field: key }));
    }
    const holder = isObject(present) ? present : {};
    setOwn(holder, element, value);
    setOwn(result, role, holder);
  }
  for (const [use, chosen] of Object.entries(choices)) {
    const holder = isObject(result['choices']) ? result['choices'] : {};
    setOwn(holder, use, chosen);
    result['choices'] = holder;
  }
  return result;
}

function merged(present: JsonValue | undefined, value: JsonValue): JsonValue {
  return isObject(present) && isObject(value) ? { ...present, ...value } : value;
}

function assertJson(key: string, value: unknown): asserts value is JsonValue {
  const isJson =
    value === null ||
    ['string', 'boolean'].includes(typeof value) ||
    Number.isFinite(value) ||
    typeof value === 'object';
  if (!isJson) throw new UsageError(tell('usage/facts:no-json', { field: key }));
}
