import type { JsonSchema } from '../../base/index.js';
import { isObject } from '../../base/index.js';

/** Is the value a schema? */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isObject(value);
}
