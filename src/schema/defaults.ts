import { deepEqual, isObject, pointer, tokensOf } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { accepts } from './accepts.js';
import { assertFunction, assertSchemas } from './arguments.js';
import { eachSubschema } from './document/positions.js';
import { spotsAt, type Spot } from './explain/place.js';
import type { Step } from './fold/folding.js';
import { partOf } from './portable.js';

/** A default that one of several schemas states. */
export interface StatedDefault {
  /** Which schema. */
  index: number;
  /** JSON Pointer to the `default` within it. */
  pointer: string;
  value: JsonValue;
}

/** What has become of the defaults of schemas that speak of one value. */
export interface Reconciled {
  /** The schemas without the defaults that do not count. */
  schemas: JsonSchema[];
  /** Defaults that a schema refuses, its own or another one, and where that stands. */
  refused: (StatedDefault & { by: { index: number; pointer: string } })[];
  /** Defaults that are otherwise than the one of an earlier schema, which counts. */
  differing: (StatedDefault & { kept: StatedDefault })[];
}

/** Places of a value are looked at down to here; no form suggests anything deeper. */
const MOST_STEPS = 16;

/**
 * Takes away defaults that cannot count: what one of the schemas refuses, and what differs from the default of an
 * earlier one. Whether a value is refused may be open; then it stays.
 *
 * @param meet whether two of the schemas ever speak of a value together; left out: always
 */
export function reconcileDefaults(
  schemas: readonly JsonSchema[],
  meet: (one: number, other: number) => boolean = () => true,
): Reconciled {
  assertSchemas(schemas);
  assertFunction(meet, 'meet');
  if (!schemas.some(statesDefault)) return { schemas: [...schemas], refused: [], differing: [] };
  const result: Reconciled = { schemas: [...schemas], refused: [], differing: [] };
  for (const [index, schema] of schemas.entries()) {
    for (const { at, part } of partsWithDefault(schema)) {
      refuse(result, { index, pointer: at, schema: part }, [{ index, pointer: at, schema: part }]);
    }
  }
  new Reconciling(result, meet).place([]);
  return result;
}

class Reconciling {
  constructor(
    private readonly result: Reconciled,
    private readonly meet: (one: number, other: number) => boolean,
  ) {}

  place(steps: readonly Step[]): void {
    const spots = spotsAt(this.result.schemas, steps);
    const stating = spots.filter(({ schema }) => isObject(schema) && Object.hasOwn(schema, 'default'));
    const kept: StatedDefault[] = [];
    for (const spot of stating) {
      const others = spots.filter(({ index }) => index !== spot.index && this.meet(spot.index, index));
      if (refuse(this.result, spot, others)) continue;
      const stated = statedBy(spot);
      const before = kept.find(
        (one) =>
          (one.index === spot.index || this.meet(one.index, spot.index)) &&
          !deepEqual(one.value, stated.value),
      );
      if (before === undefined) {
        kept.push(stated);
        continue;
      }
      this.result.differing.push({ ...stated, kept: before });
      drop(this.result, stated);
    }
    if (steps.length < MOST_STEPS && spots.some(({ schema }) => statesDefault(schema)))
      for (const step of stepsBelow(spots)) this.place([...steps, step]);
  }
}

/** Takes the default of a spot away where one of the schemas refuses it. */
function refuse(result: Reconciled, spot: Spot, others: readonly Spot[]): boolean {
  const stated = statedBy(spot);
  const by = others.find(
    ({ index, pointer: at }) => accepts(partOf(result.schemas[index]!, at) ?? true, stated.value) === false,
  );
  if (by === undefined) return false;
  result.refused.push({ ...stated, by: { index: by.index, pointer: by.pointer } });
  drop(result, stated);
  return true;
}

function statedBy({ index, pointer: at, schema }: Spot): StatedDefault {
  return { index, pointer: at + pointer('default'), value: (schema as JsonObject)['default']! };
}

function drop(result: Reconciled, { index, pointer: at }: StatedDefault): void {
  result.schemas[index] = without(result.schemas[index]!, tokensOf(at)) as JsonSchema;
}

/** A copy without the property that the tokens lead to. */
function without(value: JsonValue, tokens: readonly string[]): JsonValue {
  const [first, ...rest] = tokens;
  if (first === undefined) return value;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === first ? without(item, rest) : item));
  if (!isObject(value)) return value;
  const copy = { ...value };
  if (rest.length === 0) delete copy[first];
  else copy[first] = without(value[first]!, rest);
  return copy;
}

function stepsBelow(spots: readonly Spot[]): Step[] {
  const names = new Set<string>();
  let hasItems = false;
  let prefix = 0;
  for (const { schema } of spots) {
    if (!isObject(schema)) continue;
    const { properties, prefixItems, items } = schema;
    if (isObject(properties)) for (const name of Object.keys(properties)) names.add(name);
    if (Array.isArray(prefixItems)) prefix = Math.max(prefix, prefixItems.length);
    hasItems ||= isObject(items);
  }
  return [
    ...[...names].map((name): Step => ({ kind: 'property', name })),
    ...Array.from({ length: prefix }, (_, at): Step => ({ kind: 'item', at })),
    ...(hasItems ? [{ kind: 'items' } as const] : []),
  ];
}

function partsWithDefault(schema: JsonSchema): { at: string; part: JsonObject }[] {
  const found: { at: string; part: JsonObject }[] = [];
  const open: { at: string; part: JsonSchema }[] = [{ at: '', part: schema }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, part } = next;
    if (!isObject(part)) continue;
    if (Object.hasOwn(part, 'default')) found.push({ at, part });
    eachSubschema(part, (held, keyword, token) => {
      open.push({ at: at + pointer(keyword, ...(token === undefined ? [] : [token])), part: held });
    });
  }
  return found;
}

const stating = new WeakMap<JsonObject, boolean>();

function statesDefault(schema: JsonSchema): boolean {
  if (!isObject(schema)) return false;
  let known = stating.get(schema);
  if (known === undefined) stating.set(schema, (known = partsWithDefault(schema).length > 0));
  return known;
}

/** The schema without its defaults, for whoever would take them for values. What it takes is the same. */
export function withoutDefaults(schema: JsonSchema): JsonSchema {
  assertSchemas([schema]);
  return partsWithDefault(schema).reduce<JsonSchema>(
    (bare, { at }) => without(bare, [...tokensOf(at), 'default']) as JsonSchema,
    schema,
  );
}
