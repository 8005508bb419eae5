import { fromEntries, isObject } from '../base/index.js';
import type { JsonObject, JsonSchema, JsonValue } from '../base/index.js';
import { schemaKeywords } from '../schema/index.js';

/** Which schemas stand in the text as the names of types. */
export interface Names {
  /** The TypeScript of what a reference leads to; undefined where it leads nowhere. */
  ofReference: (reference: string) => string | undefined;
  /** The name of a list of codes that has one. */
  ofCodes: (schema: JsonSchema) => string | undefined;
}

/** Does anything say which values there are, whatever people are told of them? */
function isTyped(result: JsonObject): boolean {
  return Object.keys(result).some((keyword) => schemaKeywords.get(keyword)?.topic !== 'annotation');
}

/**
 * A schema of draft 2020-12 as json-schema-to-typescript understands it, which thinks in draft-07: tuples in the older
 * form, references as the names of types, titles as comments: they would name types, and Chinese ones all alike. Only
 * keywords that a type can say are taken: what no schema knows might be copied into code.
 */
export function toDraft07(schema: JsonSchema, names: Names): JsonObject {
  if (schema === true) return { tsType: anyValue };
  if (schema === false) return { tsType: 'never' };
  const convert = (inner: JsonSchema): JsonObject => toDraft07(inner, names);
  const entries: [string, JsonValue][] = [];
  for (const [keyword, value] of Object.entries(schema)) {
    if (schemaKeywords.get(keyword)?.isInTypes !== true) continue;
    const converted = convertKeyword(keyword, value, convert);
    if (converted !== undefined) entries.push([keyword, converted]);
  }
  const result = fromEntries(entries);
  tell(result, schema);
  const codes = names.ofCodes(schema);
  if (codes !== undefined) return { ...told(result), tsType: codes };
  if (Array.isArray(schema['prefixItems'])) tuple(result, schema, convert);
  if (schema['unevaluatedProperties'] === false && !isComposed(schema))
    result['additionalProperties'] = false;
  delete result['unevaluatedProperties'];
  if (typeof schema['$ref'] === 'string') return referring(result, names.ofReference(schema['$ref']));
  return withOwnType(result);
}

const anyValue = 'JsonValue';

/** What has no type of its own in the words of the generator, which would say `unknown`. */
function withOwnType(result: JsonObject): JsonObject {
  if (!isTyped(result)) return { ...told(result), tsType: anyValue };
  const { properties, patternProperties, additionalProperties: rest } = result;
  if (result['type'] === 'array' && result['items'] === undefined)
    return { ...result, items: { tsType: anyValue } };
  if (properties === undefined && patternProperties === undefined) {
    const isPlain =
      result['type'] === 'object' && (rest === undefined || rest === true) && !isComposed(result);
    return isPlain ? { ...told(result), tsType: 'JsonObject' } : result;
  }
  const isOpen = patternProperties !== undefined || (rest !== undefined && rest !== false);
  if (properties === undefined || !isOpen) return result;
  // Beside named properties an index signature would have to take in each of them.
  const { patternProperties: _, additionalProperties: __, ...named } = result;
  const members = [{ ...named, additionalProperties: false }, { tsType: `{ [k: string]: ${anyValue} }` }];
  return { ...told(result), allOf: members };
}

/** The title and the description, for people who read the types. */
function tell(result: JsonObject, { title, description }: JsonObject): void {
  delete result['title'];
  const words = [title, description].flatMap((text) =>
    typeof text === 'string' && text !== '' ? [text] : [],
  );
  if (words.length > 0) result['description'] = comment([...new Set(words)].join('\n'));
  else delete result['description'];
}

function told({ description }: JsonObject): JsonObject {
  return description === undefined ? {} : { description };
}

type Convert = (schema: JsonSchema) => JsonObject;

function convertKeyword(keyword: string, value: JsonValue, convert: Convert): JsonValue | undefined {
  const shape = schemaKeywords.get(keyword)?.shape;
  if ((shape === 'schema-map' || shape === 'pattern-map') && isObject(value)) {
    return fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner as JsonSchema)]));
  }
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
  const saying = keyword === 'allOf' ? members.filter((member) => member['tsType'] !== anyValue) : members;
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
  const words: JsonObject = description === undefined ? {} : { description };
  if (name === undefined) return withOwnType({ ...words, ...beside });
  return isTyped(beside)
    ? { ...words, allOf: [{ tsType: name }, withOwnType(beside)] }
    : { ...words, tsType: name };
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
