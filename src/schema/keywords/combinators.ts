import type { JsonSchema, JsonValue } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import { Evaluated } from './evaluated.js';
import { isSchema } from '../document/positions.js';
import type { Check, Site, Truth } from './site.js';
import { both, opposite } from './site.js';

/** Evaluates a subschema in place; what it looked at counts only where it holds (core, section 7.7.1). */
export function inPlace(subschema: JsonSchema, instance: JsonValue, site: Site): Truth {
  if (!site.seen) return site.run.evaluate(subschema, instance, site.frame);
  const seen = new Evaluated();
  const truth = site.run.evaluate(subschema, instance, site.frame, seen);
  if (truth === true) site.seen.merge(seen);
  else if (truth === undefined) site.seen.unsure = true;
  return truth;
}

/** `allOf` (core, section 10.2.1.1). */
export const checkAllOf: Check = (value, instance, site) => {
  if (!Array.isArray(value)) return true;
  let truth: Truth = true;
  for (const member of value) {
    if (isSchema(member)) truth = both(truth, inPlace(member, instance, site));
    if (truth === false) return false;
  }
  return truth;
};

/** `anyOf` (core, section 10.2.1.2). Every member is visited where somebody asks what was looked at. */
export const checkAnyOf: Check = (value, instance, site) => {
  if (!Array.isArray(value)) return true;
  let truth: Truth = false;
  for (const member of value) {
    if (!isSchema(member)) continue;
    const here = inPlace(member, instance, site);
    if (here === true) truth = true;
    else if (here === undefined && truth === false) truth = undefined;
    if (truth === true && !site.seen) return true;
  }
  return truth;
};

/** `oneOf` (core, section 10.2.1.3). */
export const checkOneOf: Check = (value, instance, site) => {
  if (!Array.isArray(value)) return true;
  let sure = 0;
  let open = 0;
  for (const member of value) {
    if (!isSchema(member)) continue;
    const here = inPlace(member, instance, site);
    if (here === true) sure++;
    else if (here === undefined) open++;
    if (sure > 1) return false;
  }
  if (open === 0) return sure === 1;
  return undefined;
};

/** `not` (core, section 10.2.1.4). */
export const checkNot: Check = (value, instance, site) =>
  !isSchema(value) || opposite(site.run.evaluate(value, instance, site.frame));

/** `if` with `then` and `else` (core, section 10.2.2). */
export const checkIf: Check = (value, instance, site) => {
  if (!isSchema(value)) return true;
  const { then: consequence = true, else: alternative = true } = site.schema;
  const condition = inPlace(value, instance, site);
  const whenTrue = (): Truth => (isSchema(consequence) ? inPlace(consequence, instance, site) : true);
  const whenFalse = (): Truth => (isSchema(alternative) ? inPlace(alternative, instance, site) : true);
  if (condition === true) return whenTrue();
  if (condition === false) return whenFalse();
  const held = whenTrue();
  return held === whenFalse() ? held : undefined;
};

/** `dependentSchemas` (core, section 10.2.2.4). */
export const checkDependentSchemas: Check = (value, instance, site) => {
  if (!isObject(instance) || !isObject(value)) return true;
  let truth: Truth = true;
  for (const name of Object.keys(value)) {
    const subschema = value[name]!;
    if (!Object.hasOwn(instance, name) || !isSchema(subschema)) continue;
    truth = both(truth, inPlace(subschema, instance, site));
    if (truth === false) return false;
  }
  return truth;
};
