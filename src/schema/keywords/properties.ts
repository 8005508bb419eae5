import type { JsonObject } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import { matches } from './matching.js';
import { isSchema } from '../document/positions.js';
import type { Check, Site, Truth } from './site.js';
import { both } from './site.js';

/** `properties` (core, section 10.3.2.1). */
export const checkProperties: Check = (value, instance, site) => {
  if (!isObject(instance) || !isObject(value)) return true;
  let truth: Truth = true;
  for (const name of Object.keys(value)) {
    const subschema = value[name]!;
    if (!Object.hasOwn(instance, name) || !isSchema(subschema)) continue;
    site.seen?.properties.add(name);
    truth = both(truth, site.run.evaluate(subschema, instance[name]!, site.frame));
    if (truth === false) return false;
  }
  return truth;
};

/** `patternProperties` (core, section 10.3.2.2). */
export const checkPatternProperties: Check = (value, instance, site) => {
  if (!isObject(instance) || !isObject(value)) return true;
  let truth: Truth = true;
  for (const pattern of Object.keys(value)) {
    const subschema = value[pattern]!;
    if (!isSchema(subschema)) continue;
    for (const name of Object.keys(instance)) {
      const match = matches(pattern, name);
      if (match === false) continue;
      if (match === undefined) {
        if (site.seen) site.seen.unsure = true;
        truth = both(truth, site.run.evaluate(subschema, instance[name]!, site.frame) || undefined);
      } else {
        site.seen?.properties.add(name);
        truth = both(truth, site.run.evaluate(subschema, instance[name]!, site.frame));
      }
      if (truth === false) return false;
    }
  }
  return truth;
};

/** `additionalProperties` (core, section 10.3.2.3). */
export const checkAdditionalProperties: Check = (value, instance, site) => {
  if (!isObject(instance) || !isSchema(value)) return true;
  let truth: Truth = true;
  for (const name of Object.keys(instance)) {
    const named = isNamed(site.schema, name);
    if (named === true) continue;
    const here: Truth = site.run.evaluate(value, instance[name]!, site.frame);
    if (named === undefined) {
      if (site.seen) site.seen.unsure = true;
      truth = both(truth, here || undefined);
      continue;
    }
    site.seen?.properties.add(name);
    truth = both(truth, here);
    if (truth === false) return false;
  }
  return truth;
};

/** Do `properties` or `patternProperties` of the schema speak of the name? */
export function isNamed(schema: JsonObject, name: string): Truth {
  const { properties, patternProperties } = schema;
  if (isObject(properties) && Object.hasOwn(properties, name)) return true;
  if (!isObject(patternProperties)) return false;
  let truth: Truth = false;
  for (const pattern of Object.keys(patternProperties)) {
    const match = matches(pattern, name);
    if (match === true) return true;
    if (match === undefined) truth = undefined;
  }
  return truth;
}

/** `propertyNames` (core, section 10.3.2.4). */
export const checkPropertyNames: Check = (value, instance, site: Site) => {
  if (!isObject(instance) || !isSchema(value)) return true;
  let truth: Truth = true;
  for (const name of Object.keys(instance)) {
    truth = both(truth, site.run.evaluate(value, name, site.frame));
    if (truth === false) return false;
  }
  return truth;
};
