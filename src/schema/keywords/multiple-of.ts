import { isMultiple } from './decimal.js';
import type { Check } from './site.js';

/** `multipleOf` (validation, section 6.2.1), by exact decimal arithmetic. */
export const checkMultipleOf: Check = (value, instance) =>
  typeof instance !== 'number' || typeof value !== 'number' || isMultiple(instance, value);
