import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { fromEntries, isObject, setOwn } from '../../base/index.js';
import type { Holding } from '../keywords/keyword-shape.js';
import { HOLDERS } from '../keywords/registry.js';
import { isSchema } from './is-schema.js';

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
