import { isObject } from '../../base/index.js';
import type { SchemaDocument, Target } from '../document/schema-document.js';
import type { Frame } from './site.js';

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
