import { isObject } from '../../base/index.js';
import type { Check } from './site.js';

/** `minItems` (validation, section 6.4.2). */
export const checkMinItems: Check = (value, instance) =>
  !Array.isArray(instance) || typeof value !== 'number' || instance.length >= value;

/** `maxItems` (validation, section 6.4.1). */
export const checkMaxItems: Check = (value, instance) =>
  !Array.isArray(instance) || typeof value !== 'number' || instance.length <= value;

/** `minProperties` (validation, section 6.5.2). */
export const checkMinProperties: Check = (value, instance) =>
  !isObject(instance) || typeof value !== 'number' || Object.keys(instance).length >= value;

/** `maxProperties` (validation, section 6.5.1). */
export const checkMaxProperties: Check = (value, instance) =>
  !isObject(instance) || typeof value !== 'number' || Object.keys(instance).length <= value;
