import { pointer, isObject, own } from '../../base/index.js';
import type { JsonSchema } from '../../base/index.js';
import type { Step } from '../fold/folding.js';
import { isNamed } from '../keywords/is-named.js';
import { matches } from '../keywords/matching.js';
import { isSchema } from '../document/is-schema.js';

/** A schema of a contribution that speaks of a certain place of the instance. */
export interface Spot {
  /** Which contribution. */
  index: number;
  /** Where in it. */
  pointer: string;
  schema: JsonSchema;
}

/** Members of nested `allOf` beyond this many are not looked at. */
const MOST_SPOTS = 100_000;

/** The schemas of the contributions that speak of the place that the steps lead to. */
export function spotsAt(roots: readonly JsonSchema[], steps: readonly Step[]): Spot[] {
  let spots = opened(roots.map((schema, index) => ({ index, pointer: '', schema })));
  for (const step of steps) spots = opened(spots.flatMap((spot) => below(spot, step)));
  return spots;
}

/** Spots and, beside each, the members of its `allOf`, which speak of the same place. */
function opened(spots: readonly Spot[]): Spot[] {
  const all: Spot[] = [];
  const open = [...spots].reverse();
  for (let next = open.pop(); next && all.length < MOST_SPOTS; next = open.pop()) {
    all.push(next);
    const { index, schema } = next;
    if (!isObject(schema) || !Array.isArray(schema.allOf)) continue;
    for (let at = schema.allOf.length - 1; at >= 0; at--) {
      const member = schema.allOf[at]!;
      if (isSchema(member))
        open.push({ index, pointer: next.pointer + pointer('allOf', at), schema: member });
    }
  }
  return all;
}

function below(spot: Spot, step: Step): Spot[] {
  const { schema, index } = spot;
  if (!isObject(schema)) return [];
  const found: Spot[] = [];
  const add = (value: unknown, ...tokens: (string | number)[]): void => {
    if (isSchema(value)) found.push({ index, pointer: spot.pointer + pointer(...tokens), schema: value });
  };
  const { properties, patternProperties, prefixItems, unevaluatedProperties, unevaluatedItems } = schema;
  const [rest, restKeyword] = restOf(
    schema.additionalProperties,
    'additionalProperties',
    unevaluatedProperties,
  );
  const [items, itemsKeyword] = restOf(schema.items, 'items', unevaluatedItems);
  switch (step.kind) {
    case 'property':
      if (isObject(properties)) add(own(properties, step.name), 'properties', step.name);
      for (const pattern of isObject(patternProperties) ? Object.keys(patternProperties) : []) {
        if (matches(pattern, step.name) === true) {
          add(own(patternProperties as Record<string, unknown>, pattern), 'patternProperties', pattern);
        }
      }
      if (isNamed(schema, step.name) === false) add(rest, restKeyword);
      break;
    case 'pattern':
      if (isObject(patternProperties)) {
        add(own(patternProperties, step.pattern), 'patternProperties', step.pattern);
      }
      if (!isObject(patternProperties) || !Object.hasOwn(patternProperties, step.pattern)) {
        add(rest, restKeyword);
      }
      break;
    case 'additional':
      add(rest, restKeyword);
      break;
    case 'name':
      add(schema.propertyNames, 'propertyNames');
      break;
    case 'item':
      if (Array.isArray(prefixItems) && step.at < prefixItems.length) {
        add(prefixItems[step.at], 'prefixItems', step.at);
      } else add(items, itemsKeyword);
      break;
    case 'items':
      add(items, itemsKeyword);
      break;
  }
  return found;
}

/** Without a keyword for the rest, the one for what is not evaluated speaks of it. */
function restOf<T>(
  rest: T | undefined,
  keyword: 'additionalProperties' | 'items',
  unevaluated: T | undefined,
): [T | undefined, string] {
  if (rest !== undefined) return [rest, keyword];
  return [unevaluated, keyword === 'items' ? 'unevaluatedItems' : 'unevaluatedProperties'];
}

/** The place in an instance: names and positions as they are, `*` for any other property or item. */
export function instancePointer(steps: readonly Step[]): string {
  return pointer(
    ...steps.map((step) => (step.kind === 'property' ? step.name : step.kind === 'item' ? step.at : '*')),
  );
}
