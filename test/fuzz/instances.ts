import {
  canonicalJson,
  fromEntries,
  isObject,
  own,
  resolvePointer,
  type JsonObject,
  type JsonSchema,
  type JsonValue,
} from '../../src/base/index.js';
import { defaultFormats } from '../../src/schema/index.js';
import { patternAutomaton } from '../../src/schema/patterns/index.js';
import type { Random } from './random.js';

/** What some schemas say about one place of the instance. */
interface Place {
  scalars: JsonValue[];
  properties: Map<string, JsonSchema[]>;
  /** Schemas for properties that are not named, and for items that have no place of their own. */
  others: JsonSchema[];
  prefix: JsonSchema[][];
  items: JsonSchema[];
  sizes: number[];
}

const plain: readonly JsonValue[] = [null, true, false, 0, 1, -1, 2, 0.5, '', 'a', 'b', 'ab', '😀', 'date'];

/**
 * Instances near the boundaries of the schemas, drawn from what the schemas mention: bounds and one more or less,
 * lengths and one more or less, texts inside and outside of patterns, listed values, objects and arrays of such.
 */
export function instancesFor(schemas: readonly JsonSchema[], random: Random, count: number): JsonValue[] {
  const found = new Map<string, JsonValue>();
  const roots = schemas.map((schema) => ({ schema, root: schema }));
  for (let attempt = 0; attempt < count * 3 && found.size < count; attempt++) {
    const instance = draw(roots, random, 3);
    found.set(canonicalJson(instance), instance);
  }
  return [...found.values()];
}

interface Rooted {
  schema: JsonSchema;
  root: JsonSchema;
}

function draw(schemas: readonly Rooted[], random: Random, depth: number): JsonValue {
  const place = look(schemas);
  const roll = random.below(10);
  if (depth > 0 && place.properties.size + place.others.length > 0 && roll < 4) {
    return drawObject(place, schemas, random, depth);
  }
  if (depth > 0 && place.prefix.length + place.items.length > 0 && roll < 7) {
    return drawArray(place, schemas, random, depth);
  }
  if (place.scalars.length > 0 && roll < 9) return random.pick(place.scalars);
  if (roll === 9 && depth > 0) {
    return random.chance(0.5)
      ? drawObject(place, schemas, random, depth)
      : drawArray(place, schemas, random, depth);
  }
  return random.pick(plain);
}

function drawObject(place: Place, schemas: readonly Rooted[], random: Random, depth: number): JsonValue {
  const names = [...place.properties.keys(), ...(random.chance(0.3) ? ['a', 'b', 'c', 'x'] : [])];
  const keep = random.pick([0.2, 0.5, 0.8, 1]);
  const entries: [string, JsonValue][] = [];
  for (const name of names) {
    if (!random.chance(keep)) continue;
    const parts = [...(place.properties.get(name) ?? []), ...place.others];
    entries.push([name, draw(rooted(parts, schemas), random, depth - 1)]);
  }
  return fromEntries(entries);
}

function drawArray(place: Place, schemas: readonly Rooted[], random: Random, depth: number): JsonValue {
  const size = place.sizes.length > 0 && random.chance(0.7) ? random.pick(place.sizes) : random.below(4);
  const items: JsonValue[] = [];
  for (let index = 0; index < Math.max(0, Math.min(size, 12)); index++) {
    if (index > 0 && random.chance(0.2)) items.push(items[0]!);
    else
      items.push(draw(rooted([...(place.prefix[index] ?? []), ...place.items], schemas), random, depth - 1));
  }
  return items;
}

/** A part of a schema keeps the root that its references start from. */
function rooted(parts: readonly JsonSchema[], schemas: readonly Rooted[]): Rooted[] {
  return parts.flatMap((schema) => schemas.map(({ root }) => ({ schema, root })));
}

function look(schemas: readonly Rooted[]): Place {
  const place: Place = { scalars: [], properties: new Map(), others: [], prefix: [], items: [], sizes: [] };
  const open = schemas.map((rootedSchema) => ({ ...rootedSchema, depth: 0 }));
  const seen = new Set<JsonSchema>();
  for (let next = open.pop(); next; next = open.pop()) {
    const { schema, root, depth } = next;
    if (!isObject(schema) || depth > 6 || seen.has(schema)) continue;
    seen.add(schema);
    note(schema, place);
    for (const part of inPlace(schema, root)) open.push({ schema: part, root, depth: depth + 1 });
  }
  return place;
}

function* inPlace(schema: JsonObject, root: JsonSchema): Generator<JsonSchema> {
  for (const keyword of ['not', 'if', 'then', 'else']) {
    const part = own(schema, keyword);
    if (part !== undefined) yield part as JsonSchema;
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const parts = own(schema, keyword);
    if (Array.isArray(parts)) yield* parts as JsonSchema[];
  }
  const dependent = own(schema, 'dependentSchemas');
  if (isObject(dependent)) yield* Object.values(dependent) as JsonSchema[];
  const reference = own(schema, '$ref');
  if (typeof reference === 'string' && reference.startsWith('#')) {
    const target = resolvePointer(root, reference.slice(1));
    if (target !== undefined) yield target as JsonSchema;
  }
}

function note(schema: JsonObject, place: Place): void {
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'const') place.scalars.push(value);
    if (keyword === 'enum' && Array.isArray(value)) place.scalars.push(...value);
    if (keyword === 'type') place.scalars.push(...[value].flat().map((type) => exampleOf(textOf(type))));
    if (typeof value === 'number') noteNumber(keyword, value, place);
    if (keyword === 'pattern') noteTexts(textOf(value), place);
    if (keyword === 'format') noteFormat(textOf(value), place);
    if (['properties', 'dependentSchemas', 'dependentRequired'].includes(keyword) && isObject(value)) {
      for (const [name, part] of Object.entries(value)) noteProperty(name, part, keyword, place);
    }
    if (keyword === 'required' && Array.isArray(value)) {
      for (const name of value) addProperty(textOf(name), undefined, place);
    }
    if (keyword === 'patternProperties' && isObject(value)) {
      for (const [pattern, part] of Object.entries(value)) {
        for (const name of patternAutomaton(pattern)?.list(3).words ?? [])
          addProperty(name, part as JsonSchema, place);
      }
    }
    if (['additionalProperties', 'unevaluatedProperties'].includes(keyword))
      place.others.push(value as JsonSchema);
    if (keyword === 'propertyNames') {
      for (const text of look([{ schema: value as JsonSchema, root: value as JsonSchema }]).scalars) {
        if (typeof text === 'string') addProperty(text, undefined, place);
      }
    }
    if (['items', 'contains', 'unevaluatedItems'].includes(keyword)) place.items.push(value as JsonSchema);
    if (keyword === 'prefixItems' && Array.isArray(value)) {
      value.forEach((part, index) => (place.prefix[index] ??= []).push(part as JsonSchema));
      for (let index = 0; index < value.length; index++) place.prefix[index] ??= [];
      place.sizes.push(value.length, value.length + 1);
    }
  }
}

function noteNumber(keyword: string, value: number, place: Place): void {
  if (/^(?:exclusive)?(?:minimum|maximum)$/i.test(keyword)) {
    place.scalars.push(value, value + 1, value - 1, value + 0.5, value - 0.5);
  } else if (keyword === 'multipleOf') {
    place.scalars.push(value, value * 2, value * 3, value / 2, -value, value + 1);
  } else if (/Length$/.test(keyword)) {
    for (const length of [value - 1, value, value + 1]) {
      if (length >= 0 && length < 300)
        place.scalars.push('a'.repeat(length), '1'.repeat(length), '😀'.repeat(length));
    }
  } else if (/(?:Items|Contains)$/.test(keyword)) {
    place.sizes.push(value - 1, value, value + 1);
    if (place.items.length === 0) place.items.push(true);
  } else if (/Properties$/.test(keyword)) {
    for (const name of ['a', 'b', 'c'].slice(0, value + 1)) addProperty(name, undefined, place);
  }
}

function noteTexts(pattern: string, place: Place): void {
  const set = patternAutomaton(pattern);
  if (!set) return;
  const words = [...set.list(6).words];
  place.scalars.push(...words, ...(set.complement()?.list(3).words ?? []));
  if (words[0] !== undefined) place.scalars.push(`${words[0]}a`);
  for (const length of [2, 4, 6, 10])
    place.scalars.push(...(set.withLength(length, length)?.list(2).words ?? []));
}

function noteFormat(name: string, place: Place): void {
  let count = 0;
  for (const sample of defaultFormats.samples(name)) {
    if (count++ >= 5) break;
    place.scalars.push(sample, `${sample}!`);
  }
  const pattern = defaultFormats.pattern(name);
  if (pattern !== undefined) place.scalars.push(...(patternAutomaton(pattern)?.list(3).words ?? []));
}

function noteProperty(name: string, part: JsonValue, keyword: string, place: Place): void {
  addProperty(name, keyword === 'properties' ? (part as JsonSchema) : undefined, place);
  if (keyword === 'dependentRequired' && Array.isArray(part)) {
    for (const needed of part) addProperty(textOf(needed), undefined, place);
  }
}

function addProperty(name: string, part: JsonSchema | undefined, place: Place): void {
  const parts = place.properties.get(name) ?? [];
  if (part !== undefined) parts.push(part);
  place.properties.set(name, parts);
}

function exampleOf(type: string): JsonValue {
  const examples: Record<string, JsonValue> = {
    null: null,
    boolean: true,
    integer: 3,
    number: 1.5,
    string: 'abc',
    array: [],
    object: {},
  };
  return examples[type] ?? null;
}

const textOf = (value: JsonValue): string => (typeof value === 'string' ? value : '');
