import { fromEntries, isObject } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';

/** Is a property of a holder left out; `undefined` stands for the whole input. */
export type IsLeftOut = (holder: string | undefined, property: string) => boolean;

/**
 * The schema of a step's input without the demand that what is left out is there. An input that meets it meets the schema
 * itself but for that.
 */
export function withoutDemands(schema: JsonSchema, isLeftOut: IsLeftOut): JsonSchema {
  if (!isObject(schema)) return schema;
  const relaxed = relaxedAt(schema, undefined, isLeftOut);
  const { properties } = schema;
  if (!isObject(properties)) return relaxed;
  const holders = Object.entries(properties).map(([holder, inner]): [string, JsonValue] => [
    holder,
    isObject(inner) ? relaxedHolder(inner, holder, isLeftOut) : inner,
  ]);
  return { ...relaxed, properties: fromEntries(holders) };
}

/** A role is an object, and one of which every item is taken a list of objects. */
function relaxedHolder(schema: JsonObject, holder: string, isLeftOut: IsLeftOut): JsonObject {
  const relaxed = relaxedAt(schema, holder, isLeftOut);
  const { items } = schema;
  return isObject(items) ? { ...relaxed, items: relaxedAt(items, holder, isLeftOut) } : relaxed;
}

function relaxedAt(schema: JsonObject, holder: string | undefined, isLeftOut: IsLeftOut): JsonObject {
  const { required } = schema;
  if (!Array.isArray(required)) return schema;
  const left = required.filter((name) => typeof name !== 'string' || !isLeftOut(holder, name));
  return { ...schema, required: left };
}
