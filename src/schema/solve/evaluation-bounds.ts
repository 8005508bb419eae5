import type { JsonObject, JsonSchema, JsonValue } from '../../base/index.js';
import { isObject } from '../../base/index.js';
import type { SchemaDocument } from '../document/document.js';
import { isSchema } from '../document/positions.js';

/** What the keywords of a schema may have looked at when `unevaluated*` is asked: never less than in any instance. */
export interface EvaluationBounds {
  allProperties: boolean;
  names: Set<string>;
  patterns: Set<string>;
  allItems: boolean;
  /** At most this many first items. */
  prefix: number;
}

/** Schemas looked through before everything counts as looked at. */
const MOST_VISITED = 2_000;

/** Collects what a schema and those it applies in place may look at; its own `unevaluated*` left out. */
export function evaluationBounds(
  schema: JsonObject,
  document: SchemaDocument,
  base: string,
): EvaluationBounds {
  const bounds: EvaluationBounds = {
    allProperties: false,
    names: new Set(),
    patterns: new Set(),
    allItems: false,
    prefix: 0,
  };
  const visited = new Map<JsonObject, string>();
  const open: { schema: JsonSchema; base: string }[] = [{ schema, base }];
  for (let next = open.pop(); next; next = open.pop()) {
    const here = next.schema;
    if (!isObject(here) || visited.get(here) === next.base) continue;
    visited.set(here, next.base);
    if (visited.size > MOST_VISITED) {
      bounds.allProperties = bounds.allItems = true;
      break;
    }
    const inner = here === schema ? next.base : document.enter(here, next.base);
    look(here, bounds, here === schema);
    for (const applied of inPlace(here)) open.push({ schema: applied, base: inner });
    if (here.$dynamicRef !== undefined) bounds.allProperties = bounds.allItems = true;
    if (typeof here.$ref !== 'string') continue;
    const target = document.resolve(inner, here.$ref);
    if (target) open.push(target);
    else bounds.allProperties = bounds.allItems = true;
  }
  return bounds;
}

function look(schema: JsonObject, bounds: EvaluationBounds, outermost: boolean): void {
  const { properties, patternProperties, prefixItems } = schema;
  if (isObject(properties)) for (const name of Object.keys(properties)) bounds.names.add(name);
  if (isObject(patternProperties)) {
    for (const pattern of Object.keys(patternProperties)) bounds.patterns.add(pattern);
  }
  if (Array.isArray(prefixItems)) bounds.prefix = Math.max(bounds.prefix, prefixItems.length);
  bounds.allProperties ||=
    schema.additionalProperties !== undefined || (!outermost && schema.unevaluatedProperties !== undefined);
  bounds.allItems ||=
    schema.items !== undefined ||
    schema.contains !== undefined ||
    (!outermost && schema.unevaluatedItems !== undefined);
}

/** The subschemas that look at the same value and pass on what they looked at; `not` passes nothing on. */
function inPlace(schema: JsonObject): JsonSchema[] {
  const values: (JsonValue | undefined)[] = [schema.if, schema.then, schema.else];
  for (const list of [schema.allOf, schema.anyOf, schema.oneOf])
    if (Array.isArray(list)) values.push(...list);
  if (isObject(schema.dependentSchemas)) values.push(...Object.values(schema.dependentSchemas));
  return values.filter((value): value is JsonSchema => value !== undefined && isSchema(value));
}
