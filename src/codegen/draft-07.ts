import { fromEntries, isObject } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';

/** Keywords that say nothing which a TypeScript type can say, or that would let a catalogue write code. */
const dropped: ReadonlySet<string> = new Set([
  '$schema',
  '$id',
  '$anchor',
  '$comment',
  'id',
  'title',
  'default',
  'examples',
  'if',
  'then',
  'else',
  'not',
  'contains',
  'propertyNames',
  'dependentSchemas',
  'dependentRequired',
  'minItems',
  'maxItems',
  'tsType',
  'tsEnumNames',
  'extends',
]);

const schemaMaps: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs', 'definitions']);

/**
 * A schema of draft 2020-12 as json-schema-to-typescript understands it, which thinks in draft-07: tuples in the older
 * form, no titles (they would name types, and Chinese ones all alike), no conditions, nothing that is copied into code.
 */
export function toDraft07(schema: JsonSchema): JsonObject {
  if (schema === true) return {};
  if (schema === false) return { tsType: 'never' };
  const entries: [string, JsonValue][] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (dropped.has(keyword)) continue;
    const converted = convert(keyword, value);
    if (converted !== undefined) entries.push([keyword, converted]);
  }
  const result = fromEntries(entries);
  if (Array.isArray(schema['prefixItems'])) tuple(result, schema);
  if (schema['unevaluatedProperties'] === false && !isComposed(schema))
    result['additionalProperties'] = false;
  delete result['unevaluatedProperties'];
  delete result['unevaluatedItems'];
  return result;
}

function convert(keyword: string, value: JsonValue): JsonValue | undefined {
  if (schemaMaps.has(keyword) && isObject(value)) {
    return fromEntries(Object.entries(value).map(([key, inner]) => [key, toDraft07(inner as JsonSchema)]));
  }
  if (keyword === 'description') return typeof value === 'string' ? comment(value) : undefined;
  if (keyword === 'allOf' || keyword === 'anyOf' || keyword === 'oneOf') return list(keyword, value);
  if (keyword === 'items' || keyword === 'additionalProperties') {
    return typeof value === 'boolean' ? value : toDraft07(value as JsonSchema);
  }
  return value;
}

/** Members of allOf that only state conditions would become `{ [k: string]: unknown }`, which says nothing. */
function list(keyword: string, value: JsonValue): JsonValue | undefined {
  if (!Array.isArray(value)) return undefined;
  const members = value.map((member) => toDraft07(member as JsonSchema));
  const saying = keyword === 'allOf' ? members.filter((member) => Object.keys(member).length > 0) : members;
  return saying.length === 0 ? undefined : saying;
}

function tuple(result: JsonObject, schema: JsonObject): void {
  const prefix = schema['prefixItems'] as JsonSchema[];
  const rest = schema['items'];
  result['items'] = prefix.map((item) => toDraft07(item));
  result['additionalItems'] =
    rest === undefined ? true : typeof rest === 'boolean' ? rest : toDraft07(rest as JsonSchema);
  result['minItems'] =
    typeof schema['minItems'] === 'number' ? Math.min(schema['minItems'], prefix.length) : 0;
  delete result['prefixItems'];
}

function isComposed(schema: JsonObject): boolean {
  return ['allOf', 'anyOf', 'oneOf', '$ref'].some((keyword) => Object.hasOwn(schema, keyword));
}

/** A text that stays inside its comment. */
export function comment(text: string): string {
  return text.replaceAll('*/', '*\u200b/').replace(/[\r\u2028\u2029]/g, ' ');
}
