import { isObject } from '../../base/index.js';
import type { Evaluated } from './evaluated.js';
import { isSchema } from '../document/positions.js';
import type { Truth } from './site.js';
import { both } from './site.js';
import type { JsonValue } from '../../base/index.js';
import type { Site } from './site.js';

/** `unevaluatedProperties` (core, section 11.3): asked after all its neighbours. */
export function checkUnevaluatedProperties(
  value: JsonValue,
  instance: JsonValue,
  site: Site,
  seen: Evaluated,
): Truth {
  if (!isObject(instance) || !isSchema(value)) return true;
  let truth: Truth = true;
  for (const name of Object.keys(instance)) {
    if (seen.hasProperty(name)) continue;
    const here = site.run.evaluate(value, instance[name]!, site.frame);
    truth = both(truth, seen.unsure ? here || undefined : here);
    if (truth === false) return false;
  }
  seen.allProperties = true;
  return truth;
}

/** `unevaluatedItems` (core, section 11.2): asked after all its neighbours. */
export function checkUnevaluatedItems(
  value: JsonValue,
  instance: JsonValue,
  site: Site,
  seen: Evaluated,
): Truth {
  if (!Array.isArray(instance) || !isSchema(value)) return true;
  let truth: Truth = true;
  for (let at = 0; at < instance.length; at++) {
    if (seen.hasItem(at)) continue;
    const here = site.run.evaluate(value, instance[at]!, site.frame);
    truth = both(truth, seen.unsure ? here || undefined : here);
    if (truth === false) return false;
  }
  seen.allItems = true;
  return truth;
}
