import type { Compile } from './compile.js';
import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { compileArray, compileNumber, compileString, fixedValues, typeCheck } from './plain-shapes.js';
import type { Check } from './issue.js';
import { compileObject } from './object-shape.js';
import { compileUnion } from './union-shape.js';

/**
 * A check made of a published schema (see `publishedSchema` in the model). It knows the keywords that those use and is
 * exact where a validator in general is not: a union is narrowed by the keys that are there, so that one fault gives
 * one finding, and what is left of a broken value is handed back.
 * @param root a published schema
 */
export function compileShape(root: JsonObject): Check {
  const definitions = own(root, '$defs');
  const compiled = new Map<string, Check>();

  const compile: Compile = (schema) => {
    if (!isObject(schema)) return accept;
    const reference = own(schema, '$ref');
    if (typeof reference === 'string') return referred(reference);
    return compileKeywords(schema, compile, (part) => resolve(part, definitions));
  };

  const referred = (reference: string): Check => {
    const known = compiled.get(reference);
    if (known !== undefined) return known;
    // Definitions refer to themselves: the check is looked up when it runs, not when it is made.
    let target: Check | undefined;
    const lazy: Check = (value, context) => (target ??= compiled.get(reference)!)(value, context);
    compiled.set(reference, lazy);
    const name = reference.slice('#/$defs/'.length);
    const definition = isObject(definitions) ? own(definitions, name) : undefined;
    compiled.set(reference, name === 'json-schema' ? typeCheck(['object', 'boolean']) : compile(definition));
    return lazy;
  };

  return compile(root);
}

const accept: Check = (value) => value;

function resolve(schema: JsonValue | undefined, definitions: JsonValue | undefined): JsonObject {
  let current = schema;
  while (isObject(current) && typeof current['$ref'] === 'string') {
    const name = current['$ref'].slice('#/$defs/'.length);
    current = isObject(definitions) ? own(definitions, name) : undefined;
  }
  return isObject(current) ? current : {};
}

function compileKeywords(
  schema: JsonObject,
  compile: Compile,
  resolved: (schema: JsonValue | undefined) => JsonObject,
): Check {
  const alternatives = own(schema, 'anyOf') ?? own(schema, 'oneOf');
  if (Array.isArray(alternatives)) return compileUnion(alternatives, compile, resolved);
  const values = fixedValues(schema);
  if (values !== undefined) return values;
  const type = own(schema, 'type');
  if (Array.isArray(type)) return typeCheck(type as string[]);
  switch (type) {
    case 'object':
      return compileObject(schema, compile);
    case 'array':
      return compileArray(schema, compile);
    case 'string':
      return compileString(schema);
    case 'number':
    case 'integer':
      return compileNumber(schema);
    case 'boolean':
      return typeCheck(['boolean']);
    default:
      return accept;
  }
}
