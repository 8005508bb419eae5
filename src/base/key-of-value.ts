import type { JsonValue } from './json.js';

/** A JSON value as the key of a code list: texts as they are, anything else as JSON. */
export function keyOfValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
