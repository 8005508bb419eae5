import { matches } from './matching.js';
import type { Check } from './site.js';

/** `pattern` (validation, section 6.3.3). */
export const checkPattern: Check = (value, instance) =>
  typeof instance !== 'string' || typeof value !== 'string' || matches(value, instance);
