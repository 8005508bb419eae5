import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { isObject } from '../../src/base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/base/index.js';
import { witness } from '../../src/schema/index.js';
import type { Random } from '../fuzz/random.js';

const ajv = new Ajv2020({ strict: false, ownProperties: true, validateFormats: false, logger: false });
const compiled = new Map<string, ValidateFunction>();

/** Is a value valid, in the opinion of a validator that is not ours? */
export function isValid(schema: JsonSchema, value: JsonValue): boolean {
  const key = JSON.stringify(schema);
  let validate = compiled.get(key);
  if (validate === undefined) compiled.set(key, (validate = ajv.compile(schema)));
  return validate(value);
}

/**
 * Types into what a view draws, as somebody in front of it could: each control is left, filled or emptied. What is read
 * only, and what stands elsewhere in the data, is left as it is.
 */
export function typeInto(
  schema: JsonSchema,
  value: JsonValue | undefined,
  random: Random,
): JsonValue | undefined {
  if (!isObject(schema) || schema['readOnly'] === true) return value;
  const { oneOf, type } = schema;
  if (Array.isArray(oneOf)) {
    const codes = oneOf as { const: JsonValue }[];
    return codes.length === 0 ? value : random.pick(codes).const;
  }
  if (type === 'object') return typeIntoObject(schema, isObject(value) ? value : {}, random);
  const positions = schema['prefixItems'];
  if (Array.isArray(positions)) {
    const held = Array.isArray(value) ? value : [];
    return positions.map((one, at) => typeInto(one as JsonSchema, held[at], random) ?? null);
  }
  if (type === 'array') return typeIntoList(schema, Array.isArray(value) ? value : [], random);
  return textFor(schema, random);
}

function typeIntoObject(schema: JsonObject, value: JsonObject, random: Random): JsonObject {
  const result: JsonObject = { ...value };
  for (const [name, inner] of Object.entries(propertiesOf(schema, value))) {
    const turn = random.below(6);
    if (turn === 0) continue;
    const isReadOnly = isObject(inner) && inner['readOnly'] === true;
    if (turn === 1 && !isReadOnly) delete result[name];
    else {
      const typed = typeInto(inner, result[name], random);
      if (typed !== undefined) result[name] = typed;
    }
  }
  return result;
}

/** The properties that are drawn: those of an item that only some items have, where it is one of them. */
function propertiesOf(schema: JsonObject, value: JsonObject): Record<string, JsonSchema> {
  const drawn = { ...(schema['properties'] as Record<string, JsonSchema> | undefined) };
  for (const part of (schema['allOf'] ?? []) as JsonObject[]) {
    if (part['if'] === undefined || !isValid(part['if'] as JsonSchema, value)) continue;
    const more = (part['then'] as JsonObject)['properties'] as Record<string, JsonSchema>;
    for (const [name, inner] of Object.entries(more)) {
      const present = drawn[name];
      drawn[name] =
        isObject(present) && isObject(inner) && name === 'materials'
          ? {
              ...inner,
              properties: {
                ...(present['properties'] as JsonObject),
                ...(inner['properties'] as JsonObject),
              },
            }
          : inner;
    }
  }
  return drawn;
}

function typeIntoList(schema: JsonObject, list: readonly JsonValue[], random: Random): JsonValue[] {
  const items = schema['items'] as JsonSchema;
  const most = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : 3;
  const count = Math.min(most, Math.max(list.length, random.below(3)));
  return Array.from({ length: count }, (_, index) => {
    const present = list[index] ?? (isObject(items) && items['type'] === 'object' ? {} : undefined);
    return typeInto(items, present, random) ?? '';
  });
}

/** What fits, or something that does not. */
function textFor(schema: JsonObject, random: Random): JsonValue | undefined {
  const { type } = schema;
  const fitting = witness(schema);
  if (random.chance(0.75) && fitting.verdict === 'yes') return fitting.instance;
  if (type === 'number' || type === 'integer') return random.below(12);
  return random.pick(['a', 'b1', 'zzzz', 'abc1', '360102']);
}
