import { publishedSchema } from '../model/index.js';
import type { Published } from '../model/index.js';
import type { ValidationIssue } from '../schema/index.js';
import { checkAgainst } from './check-against.js';

/**
 * Checks a value that claims to be of one of our own formats against its published schema.
 * @param name the format, as in `plan`
 * @returns what is wrong with it; nothing for a sound value
 */
export function checkPublished(name: Published, value: unknown): ValidationIssue[] {
  return checkAgainst(publishedSchema(name), value);
}
