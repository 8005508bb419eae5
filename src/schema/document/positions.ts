import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { fromEntries, isObject, setOwn } from '../../base/index.js';

/** How a keyword holds subschemas (JSON Schema core, sections 10 and 11; validation, section 8). */
export type Holding = 'schema' | 'list' | 'map';

/** The keywords that hold subschemas. */
export const HOLDERS: ReadonlyMap<string, Holding> = new Map<string, Holding>([
  ['additionalProperties', 'schema'],
  ['propertyNames', 'schema'],
  ['items', 'schema'],
  ['contains', 'schema'],
  ['not', 'schema'],
  ['if', 'schema'],
  ['then', 'schema'],
  ['else', 'schema'],
  ['unevaluatedItems', 'schema'],
  ['unevaluatedProperties', 'schema'],
  ['contentSchema', 'schema'],
  ['prefixItems', 'list'],
  ['allOf', 'list'],
  ['anyOf', 'list'],
  ['oneOf', 'list'],
  ['$defs', 'map'],
  ['definitions', 'map'],
  ['properties', 'map'],
  ['patternProperties', 'map'],
  ['dependentSchemas', 'map'],
]);

/** Applicators whose subschemas look at the same instance, so that what they evaluate counts for their neighbours. */
export const IN_PLACE: ReadonlySet<string> = new Set([
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'then',
  'else',
  'dependentSchemas',
]);

/** Is the value a schema? */
export function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'boolean' || isObject(value);
}

/** Calls back for each subschema that a keyword directly holds, with the pointer tokens that lead to it. */
export function eachSubschema(
  schema: JsonObject,
  visit: (subschema: JsonSchema, keyword: string, token: string | number | undefined) => void,
): void {
  for (const keyword of Object.keys(schema)) {
    const holding = HOLDERS.get(keyword);
    if (holding !== undefined)
      eachHeld(schema[keyword]!, holding, (held, token) => visit(held, keyword, token));
  }
}

function eachHeld(
  value: JsonValue,
  holding: Holding,
  visit: (subschema: JsonSchema, token: string | number | undefined) => void,
): void {
  if (holding === 'schema') {
    if (isSchema(value)) visit(value, undefined);
  } else if (holding === 'list') {
    if (Array.isArray(value)) value.forEach((held, at) => isSchema(held) && visit(held, at));
  } else if (isObject(value)) {
    for (const name of Object.keys(value)) {
      const held = value[name]!;
      if (isSchema(held)) visit(held, name);
    }
  }
}

/** A copy in which each subschema that a keyword directly holds is replaced; all other keywords stay as they are. */
export function mapSubschemas(schema: JsonObject, change: (subschema: JsonSchema) => JsonSchema): JsonObject {
  const copy: JsonObject = {};
  for (const keyword of Object.keys(schema)) {
    const value = schema[keyword]!;
    const holding = HOLDERS.get(keyword);
    setOwn(copy, keyword, holding === undefined ? value : mapHeld(value, holding, change));
  }
  return copy;
}

function mapHeld(
  value: JsonValue,
  holding: Holding,
  change: (subschema: JsonSchema) => JsonSchema,
): JsonValue {
  const changed = (held: JsonValue): JsonValue => (isSchema(held) ? change(held) : held);
  if (holding === 'schema') return changed(value);
  if (holding === 'list') return Array.isArray(value) ? value.map(changed) : value;
  if (!isObject(value)) return value;
  return fromEntries(Object.keys(value).map((name) => [name, changed(value[name]!)] as const));
}
