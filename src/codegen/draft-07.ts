import { fromEntries, isObject } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { schemaKeywords } from '../schema/index.js';

/** The TypeScript name of what a reference leads to; undefined where it leads nowhere. */
export type NameOf = (reference: string) => string | undefined;

/**
 * A schema of draft 2020-12 as json-schema-to-typescript understands it, which thinks in draft-07: tuples in the older
 * form, references as the names of types. Only keywords that a type can say are taken: a title would name a type, and what
 * no schema knows might be copied into code.
 */
export function toDraft07(schema: JsonSchema, nameOf: NameOf): JsonObject {
  if (schema === true) return {};
  if (schema === false) return { tsType: 'never' };
  const convert = (inner: JsonSchema): JsonObject => toDraft07(inner, nameOf);
  const entries: [string, JsonValue][] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (schemaKeywords.get(keyword)?.isInTypes !== true) continue;
    const converted = convertKeyword(keyword, value, convert);
    if (converted !== undefined) entries.push([keyword, converted]);
  }
  const result = fromEntries(entries);
  if (Array.isArray(schema['prefixItems'])) tuple(result, schema, convert);
  if (schema['unevaluatedProperties'] === false && !isComposed(schema))
    result['additionalProperties'] = false;
  delete result['unevaluatedProperties'];
  return typeof schema['$ref'] === 'string' ? referring(result, nameOf(schema['$ref'])) : result;
}

type Convert = (schema: JsonSchema) => JsonObject;

function convertKeyword(keyword: string, value: JsonValue, convert: Convert): JsonValue | undefined {
  const shape = schemaKeywords.get(keyword)?.shape;
  if ((shape === 'schema-map' || shape === 'pattern-map') && isObject(value)) {
    return fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner as JsonSchema)]));
  }
  if (keyword === 'description') return typeof value === 'string' ? comment(value) : undefined;
  if (shape === 'schema-list') return list(keyword, value, convert);
  if (shape === 'schema') {
    return typeof value === 'boolean' ? value : convert(value as JsonSchema);
  }
  return value;
}

/** Members of allOf that only state conditions would become `{ [k: string]: unknown }`, which says nothing. */
function list(keyword: string, value: JsonValue, convert: Convert): JsonValue | undefined {
  if (!Array.isArray(value)) return undefined;
  const members = value.map((member) => convert(member as JsonSchema));
  const saying = keyword === 'allOf' ? members.filter((member) => Object.keys(member).length > 0) : members;
  return saying.length === 0 ? undefined : saying;
}

function tuple(result: JsonObject, schema: JsonObject, convert: Convert): void {
  const most = typeof schema['maxItems'] === 'number' ? schema['maxItems'] : Number.POSITIVE_INFINITY;
  const prefix = (schema['prefixItems'] as JsonSchema[]).slice(0, most);
  const rest = most <= prefix.length ? false : schema['items'];
  result['items'] = prefix.map((item) => convert(item));
  result['additionalItems'] =
    rest === undefined ? true : typeof rest === 'boolean' ? rest : convert(rest as JsonSchema);
  result['minItems'] =
    typeof schema['minItems'] === 'number' ? Math.min(schema['minItems'], prefix.length) : 0;
  delete result['prefixItems'];
}

/** The type that a reference names, and what is said beside it. */
function referring({ $ref: _, description, ...beside }: JsonObject, name: string | undefined): JsonObject {
  const told: JsonObject = description === undefined ? {} : { description };
  if (name === undefined) return { ...told, ...beside };
  const saying = Object.keys(beside).length > 0 ? [beside] : [];
  return saying.length === 0 ? { ...told, tsType: name } : { ...told, allOf: [{ tsType: name }, ...saying] };
}

function isComposed(schema: JsonObject): boolean {
  return Object.keys(schema).some((keyword) => {
    const { inPlace, isInTypes } = schemaKeywords.get(keyword) ?? {};
    return inPlace !== undefined && isInTypes === true;
  });
}

/** A text that stays inside its comment. */
export function comment(text: string): string {
  return text.replaceAll('*/', '*\u200b/').replace(/[\r\u2028\u2029]/g, ' ');
}
