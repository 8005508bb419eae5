import { deepEqual } from '../../base/index.js';
import type { Check } from './site.js';

/** `enum` (validation, section 6.1.2). */
export const checkEnum: Check = (value, instance) =>
  !Array.isArray(value) || value.some((member) => deepEqual(member, instance));

/** `const` (validation, section 6.1.3). */
export const checkConst: Check = (value, instance) => deepEqual(value, instance);
