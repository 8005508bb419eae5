import { isObject } from '../../base/index.js';
import type { SchemaDocument, Target } from '../document/document.js';
import { Evaluated } from './evaluated.js';
import type { JsonValue } from '../../base/index.js';
import type { Check, Frame, Site, Truth } from './site.js';

function follow(target: Target | undefined, instance: JsonValue, site: Site): Truth {
  if (!target) {
    if (site.seen) site.seen.unsure = true;
    return undefined;
  }
  const frame: Frame =
    target.base === site.frame.base ? site.frame : { base: target.base, outer: site.frame };
  if (!site.seen) return site.run.evaluate(target.schema, instance, frame);
  const seen = new Evaluated();
  const truth = site.run.evaluate(target.schema, instance, frame, seen);
  if (truth === true) site.seen.merge(seen);
  else if (truth === undefined) site.seen.unsure = true;
  return truth;
}

/** `$ref` (core, section 8.2.3.1). */
export const checkRef: Check = (value, instance, site) =>
  typeof value !== 'string' || follow(site.run.document.resolve(site.frame.base, value), instance, site);

/** `$dynamicRef` (core, section 8.2.3.2). */
export const checkDynamicRef: Check = (value, instance, site) =>
  typeof value !== 'string' || follow(dynamicTarget(value, site.run.document, site.frame), instance, site);

/** The outermost resource on the way here that marks the anchor wins, but only if the first target marks it too. */
export function dynamicTarget(
  reference: string,
  document: SchemaDocument,
  innermost: Frame,
): Target | undefined {
  const initial = document.resolve(innermost.base, reference);
  const anchor = reference.slice(reference.indexOf('#') + 1);
  if (!initial || !isObject(initial.schema) || initial.schema.$dynamicAnchor !== anchor) return initial;
  let found = initial;
  for (let frame: Frame | undefined = innermost; frame; frame = frame.outer) {
    found = document.dynamic(frame.base, anchor) ?? found;
  }
  return found;
}
