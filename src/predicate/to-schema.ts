import { canonicalJson, compareCodeUnits, fromEntries, isObject, setOwn } from '../base/index.js';
import type { JsonObject, JsonSchema } from '../base/index.js';
import { fieldParts, itemParts, keyName } from '../model/index.js';
import type { Predicate } from '../model/index.js';
import { portableSchema } from '../schema/index.js';

/** In whose data a predicate is read as a schema. */
export interface SchemaScope {
  /** Inside the items of this repeated role, or inside this item of it, its fields are the item's own. */
  item?: string | undefined;
  /** May the role be left out where it has no items? Then every item of it meets everything. */
  mayBeEmpty?: (role: string) => boolean;
}

/**
 * A predicate as a JSON Schema over data shaped like the form. An instance that lacks a tested field does not
 * meet the schema: what is open is not true. It means the same wherever it is put.
 */
export function toSchema(predicate: Predicate, scope: SchemaScope = {}): JsonSchema {
  if (typeof predicate === 'boolean') return predicate;
  if ('field' in predicate) {
    const { role, element: name } = fieldParts(predicate.field);
    const element = having(name, portableSchema(predicate.schema));
    return role === scope.item ? element : havingRole(role, element);
  }
  if ('all' in predicate) return merged(predicate.all.map((part) => toSchema(part, scope)));
  if ('any' in predicate) return { anyOf: predicate.any.map((part) => toSchema(part, scope)) };
  if ('some' in predicate) {
    const contains = toSchema(predicate.of, { ...scope, item: predicate.some });
    return having(predicate.some, { type: 'array', contains });
  }
  const items = toSchema(predicate.of, { ...scope, item: predicate.every });
  const list = having(predicate.every, { type: 'array', items });
  if (scope.mayBeEmpty?.(predicate.every) !== true) return list;
  return { type: 'object', properties: list['properties']! };
}

/** Data in which a role meets a schema, or the item of a repeated role with that key. */
function havingRole(role: string, schema: JsonObject): JsonObject {
  const { name, key } = itemParts(role);
  if (key === undefined) return having(role, schema);
  const contains = merged([having(keyName, { const: key }), schema]);
  return having(name, { type: 'array', contains });
}

/** An object that has a property, which meets a schema. */
export function having(property: string, schema: JsonSchema): JsonObject {
  return { type: 'object', properties: fromEntries([[property, schema]]), required: [property] };
}

/** All of the schemas in one, folded where they speak of different properties, so that guards stay readable. */
function merged(schemas: readonly JsonSchema[]): JsonSchema {
  const result: JsonObject = { type: 'object', properties: {}, required: [] };
  const rest: JsonSchema[] = [];
  for (const schema of schemas) {
    if (!isHaving(schema) || !mergeInto(result, schema)) rest.push(schema);
  }
  if (Object.keys(result['properties'] as JsonObject).length === 0) return { allOf: rest };
  return rest.length === 0 ? result : { ...result, allOf: rest };
}

type Having = { type: 'object'; properties: JsonObject; required: string[] };

function isHaving(schema: JsonSchema | undefined): schema is Having {
  return (
    isObject(schema) &&
    Object.keys(schema).length === 3 &&
    schema['type'] === 'object' &&
    isObject(schema['properties']) &&
    Array.isArray(schema['required'])
  );
}

function mergeInto(target: JsonObject, schema: Having): boolean {
  const properties = target['properties'] as JsonObject;
  const required = target['required'] as string[];
  for (const name of schema.required) {
    const present = Object.hasOwn(properties, name) ? (properties[name] as JsonSchema) : undefined;
    const added = schema.properties[name] as JsonSchema;
    if (present === undefined || canonicalJson(present) === canonicalJson(added)) continue;
    if (!isHaving(present) || !isHaving(added)) return false;
    if (!added.required.every((inner) => !Object.hasOwn(present.properties, inner))) return false;
  }
  for (const name of schema.required) {
    const added = schema.properties[name] as JsonSchema;
    const present = Object.hasOwn(properties, name) ? (properties[name] as JsonSchema) : undefined;
    if (isHaving(present) && isHaving(added)) {
      const copy: JsonObject = {
        type: 'object',
        properties: { ...present.properties },
        required: [...present.required],
      };
      mergeInto(copy, added);
      setOwn(properties, name, copy);
    } else {
      setOwn(properties, name, added);
      if (!required.includes(name)) required.push(name);
    }
  }
  required.sort(compareCodeUnits);
  return true;
}
