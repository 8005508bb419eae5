import { publishedSchema } from '../model/index.js';
import type { Published } from '../model/index.js';
import { createValidator } from '../schema/index.js';
import type { ValidationIssue, Validator } from '../schema/index.js';

const validators = new Map<Published, Validator>();

/**
 * Checks a value that claims to be of one of our own formats against its published schema.
 * @param name the format, as in `plan`
 * @returns what is wrong with it; nothing for a sound value
 */
export function checkPublished(name: Published, value: unknown): ValidationIssue[] {
  let validator = validators.get(name);
  if (validator === undefined) validators.set(name, (validator = createValidator(publishedSchema(name))));
  return validator(value);
}
