import { isObject } from '../../base/index.js';
import type { Check } from './site.js';

/** `required` (validation, section 6.5.3). */
export const checkRequired: Check = (value, instance) =>
  !isObject(instance) ||
  !Array.isArray(value) ||
  value.every((name) => typeof name !== 'string' || Object.hasOwn(instance, name));

/** `dependentRequired` (validation, section 6.5.4). */
export const checkDependentRequired: Check = (value, instance, site) =>
  !isObject(instance) ||
  !isObject(value) ||
  Object.keys(value).every(
    (name) => !Object.hasOwn(instance, name) || checkRequired(value[name]!, instance, site) === true,
  );
