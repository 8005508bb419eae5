import { isSchema } from '../document/positions.js';
import type { Check, Truth } from './site.js';
import { both } from './site.js';

/** `prefixItems` (core, section 10.3.1.1). */
export const checkPrefixItems: Check = (value, instance, site) => {
  if (!Array.isArray(instance) || !Array.isArray(value)) return true;
  let truth: Truth = true;
  const length = Math.min(value.length, instance.length);
  for (let at = 0; at < length; at++) {
    const subschema = value[at]!;
    if (!isSchema(subschema)) continue;
    truth = both(truth, site.run.evaluate(subschema, instance[at]!, site.frame));
    if (truth === false) return false;
  }
  if (site.seen) site.seen.prefix = Math.max(site.seen.prefix, length);
  return truth;
};

/** `items` (core, section 10.3.1.2): the items behind `prefixItems`. */
export const checkItems: Check = (value, instance, site) => {
  if (!Array.isArray(instance) || !isSchema(value)) return true;
  const { prefixItems } = site.schema;
  let truth: Truth = true;
  for (let at = Array.isArray(prefixItems) ? prefixItems.length : 0; at < instance.length; at++) {
    truth = both(truth, site.run.evaluate(value, instance[at]!, site.frame));
    if (truth === false) return false;
  }
  if (site.seen) site.seen.allItems = true;
  return truth;
};
