import type { JsonSchema, JsonValue } from '../../base/index.js';
import { Evaluated } from './evaluated.js';
import type { Frame, Site, Truth } from './site.js';

/** Evaluates a subschema in place; what it looked at counts only where it holds (core, section 7.7.1). */
export function inPlace(subschema: JsonSchema, instance: JsonValue, site: Site): Truth {
  return inFrame(subschema, instance, site, site.frame);
}

/** Evaluates a schema in place that is read in another frame. */
export function inFrame(schema: JsonSchema, instance: JsonValue, site: Site, frame: Frame): Truth {
  if (!site.seen) return site.run.evaluate(schema, instance, frame);
  const seen = new Evaluated();
  const truth = site.run.evaluate(schema, instance, frame, seen);
  if (truth === true) site.seen.merge(seen);
  else if (truth === undefined) site.seen.unsure = true;
  return truth;
}
