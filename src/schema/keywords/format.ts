import type { Check } from './site.js';

/** `format` (validation, section 7), asserted where the table knows it; an unknown one only annotates. */
export const checkFormat: Check = (value, instance, site) =>
  typeof instance !== 'string' ||
  typeof value !== 'string' ||
  (site.run.formats.validate(value, instance) ?? true);
