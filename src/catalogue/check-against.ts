import type { JsonObject } from '../base/index.js';
import { createValidator } from '../schema/index.js';
import type { ValidationIssue, Validator } from '../schema/index.js';

const validators = new WeakMap<JsonObject, Validator>();

/**
 * Checks a value against a published schema, of which the validator is made once.
 * @returns what is wrong with it; nothing for a sound value
 */
export function checkAgainst(schema: JsonObject, value: unknown): ValidationIssue[] {
  let validator = validators.get(schema);
  if (validator === undefined) validators.set(schema, (validator = createValidator(schema)));
  return validator(value);
}
