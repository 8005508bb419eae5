import { deepEqual, isObject, own } from '../../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { literal } from '../../messages/index.js';
import { accepts, includes, normalize } from '../../schema/index.js';
import type { CheckContext, Place } from './check-context.js';
import { reportValue } from './check-condition.js';

/** Keywords that limit the same thing: what one schema says by the first, another may say by the second. */
const families: readonly (readonly string[])[] = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
  ['minItems'],
  ['maxItems'],
  ['minLength'],
  ['maxLength'],
  ['minProperties'],
  ['maxProperties'],
  ['multipleOf'],
  ['pattern'],
  ['required'],
  ['type'],
];

/**
 * Checks that an input or output narrows the schema of its element: a keyword that allows what the element does not is
 * without effect, and values that the element does not have are never given. What is not decided is not reported.
 */
export function checkNarrowing(
  field: string,
  narrowing: JsonSchema | undefined,
  element: JsonSchema | undefined,
  place: Place,
  context: CheckContext,
): void {
  if (!isObject(narrowing) || !isObject(element)) return;
  const whole = Object.hasOwn(element, 'allOf') ? normalize(element) : element;
  compare({ field, narrowing, element: whole, place }, context);
}

interface Compared {
  field: string;
  narrowing: JsonValue;
  element: JsonValue;
  place: Place;
}

function compare({ field, narrowing, element, place }: Compared, context: CheckContext): void {
  if (!isObject(narrowing) || !isObject(element)) return;
  for (const family of families) compareFamily({ field, narrowing, element, place }, family, context);
  compareValues({ field, narrowing, element, place }, context);
  const [narrower, properties] = [own(narrowing, 'properties'), own(element, 'properties')];
  if (isObject(narrower) && isObject(properties)) {
    for (const [name, part] of Object.entries(narrower)) {
      const of = own(properties, name);
      if (of !== undefined)
        compare({ field, narrowing: part, element: of, place: place.at('properties', name) }, context);
    }
  }
  const [items, ofItems] = [own(narrowing, 'items'), own(element, 'items')];
  if (items !== undefined && ofItems !== undefined)
    compare({ field, narrowing: items, element: ofItems, place: place.at('items') }, context);
  const parts = own(narrowing, 'allOf');
  if (!Array.isArray(parts)) return;
  for (const [index, part] of parts.entries())
    compare({ field, narrowing: part, element, place: place.at('allOf', index) }, context);
}

/** Does the narrowing limit what the element limits too, and less? */
function compareFamily(
  { field, narrowing, element, place }: Compared & { narrowing: JsonObject; element: JsonObject },
  family: readonly string[],
  context: CheckContext,
): void {
  const [wider, limit] = [picked(narrowing, family), picked(element, family)];
  const [keyword] = Object.keys(wider);
  if (keyword === undefined || Object.keys(limit).length === 0 || deepEqual(wider, limit)) return;
  if (includes(wider, element).verdict !== 'yes' || includes(limit, wider).verdict !== 'no') return;
  const args = { field, stated: shown(wider), limit: shown(limit) };
  context.report('catalogue/widens', args, place.at(keyword).value);
}

/** Values that the element does not have, beside some that it has: without those, nothing at all can be given. */
function compareValues(
  { field, narrowing, element, place }: Compared & { narrowing: JsonObject; element: JsonObject },
  context: CheckContext,
): void {
  const listed = own(narrowing, 'enum');
  if (!Array.isArray(listed)) return;
  const verdicts = listed.map((value) => accepts(element, value));
  if (verdicts.every((verdict) => verdict === false)) return;
  for (const [index, value] of listed.entries()) {
    if (verdicts[index] === false) reportValue(field, value, element, place.at('enum', index), context);
  }
}

function picked(schema: JsonObject, family: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => family.includes(keyword)));
}

function shown(schema: JsonObject) {
  const parts = Object.entries(schema).map(([keyword, value]) => `${keyword}: ${JSON.stringify(value)}`);
  return literal(parts.join(', '));
}
