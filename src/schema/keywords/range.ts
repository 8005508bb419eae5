import type { Check } from './site.js';

const compare =
  (holds: (instance: number, limit: number) => boolean): Check =>
  (value, instance) =>
    typeof instance !== 'number' || typeof value !== 'number' || holds(instance, value);

/** `minimum` (validation, section 6.2.4). */
export const checkMinimum = compare((instance, limit) => instance >= limit);
/** `maximum` (validation, section 6.2.2). */
export const checkMaximum = compare((instance, limit) => instance <= limit);
/** `exclusiveMinimum` (validation, section 6.2.5). */
export const checkExclusiveMinimum = compare((instance, limit) => instance > limit);
/** `exclusiveMaximum` (validation, section 6.2.3). */
export const checkExclusiveMaximum = compare((instance, limit) => instance < limit);
