import { isObject, own } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { meantAs, suggested, writeAs } from '../../diagnostics/index.js';
import type { DiagnosticDetails } from '../../diagnostics/index.js';
import { flowText } from '../../documents/index.js';
import { schemaKeywords } from '../../schema/index.js';
import type { SchemaKeyword } from '../../schema/index.js';
import { tell } from '../messages.js';
import { booleanMeant, numberMeant } from '../shape/value-words.js';

/** Keywords of older drafts and of other languages, and what JSON Schema 2020-12 calls them. */
const otherNames = new Map<string, string>([
  ['dependencies', 'dependentRequired'],
  ['additionalItems', 'items'],
  ['$recursiveRef', '$dynamicRef'],
  ['$recursiveAnchor', '$dynamicAnchor'],
  ['id', '$id'],
  ...['equals', 'equal', 'eq', 'is', 'value', 'constant', '=', '=='].map((name) => [name, 'const'] as const),
  ...['in', 'values', 'options', 'choices', 'oneof'].map((name) => [name, 'enum'] as const),
  ...['min', 'gte', 'ge', 'atLeast', '>=', '≥'].map((name) => [name, 'minimum'] as const),
  ...['max', 'lte', 'le', 'atMost', '<=', '≤'].map((name) => [name, 'maximum'] as const),
  ...['gt', 'above', '>'].map((name) => [name, 'exclusiveMinimum'] as const),
  ...['lt', 'below', '<'].map((name) => [name, 'exclusiveMaximum'] as const),
  ...['regex', 'regexp', 'matches'].map((name) => [name, 'pattern'] as const),
  ...['or', 'any'].map((name) => [name, 'anyOf'] as const),
  ...['and', 'all'].map((name) => [name, 'allOf'] as const),
]);

const presentKeywords = [...schemaKeywords.values()]
  .filter(({ renamed }) => renamed === undefined)
  .map(({ name }) => name);

/** The keyword of that name; undefined of one that is called otherwise now. */
export function presentKeyword(name: string): SchemaKeyword | undefined {
  const keyword = schemaKeywords.get(name);
  return keyword?.renamed === undefined ? keyword : undefined;
}

/** What was meant by a word that is no keyword. */
export function keywordMeant(keyword: string, schema: JsonObject): DiagnosticDetails {
  if (['ne', 'neq', '!=', '≠', '<>'].includes(keyword))
    return writeAs(`not: ${flowText({ const: schema[keyword]! })}`);
  const other = schemaKeywords.get(keyword)?.renamed ?? otherNames.get(keyword);
  if (other !== undefined && !Object.hasOwn(schema, other)) return meantAs([other]);
  const missing = presentKeywords.filter((name) => !Object.hasOwn(schema, name));
  const joined = snakeless(keyword);
  return missing.includes(joined) ? meantAs([joined]) : suggested(keyword, missing);
}

/** `max_length` and `max-length` as JSON Schema writes it. */
function snakeless(keyword: string): string {
  return keyword.replace(/[_-](\p{L})/gu, (_, letter: string) => letter.toUpperCase());
}

/** Types by other names, as schemas. */
const otherTypes = new Map<string, JsonObject>([
  ...['int', 'long', '整数'].map((name) => [name, { type: 'integer' }] as const),
  ...['bool', 'yes-no', 'yesno', 'yes/no', 'flag', '布尔', '是否'].map(
    (name) => [name, { type: 'boolean' }] as const,
  ),
  ...['str', 'text', 'char', 'varchar', '文本', '字符串'].map((name) => [name, { type: 'string' }] as const),
  ...['float', 'double', 'decimal', 'money', '数字'].map((name) => [name, { type: 'number' }] as const),
  ...['list', '列表'].map((name) => [name, { type: 'array' }] as const),
  ...['map', 'dict', 'struct'].map((name) => [name, { type: 'object' }] as const),
  ['date', { type: 'string', format: 'date' }],
  ['日期', { type: 'string', format: 'date' }],
  ['datetime', { type: 'string', format: 'date-time' }],
  ['date-time', { type: 'string', format: 'date-time' }],
  ['time', { type: 'string', format: 'time' }],
  ['email', { type: 'string', format: 'email' }],
  ['url', { type: 'string', format: 'uri' }],
]);

/** What was meant by the value of a keyword that takes another. */
export function keywordValueMeant(keyword: string, value: JsonValue, schema: JsonObject): DiagnosticDetails {
  if (keyword === 'required' && typeof value === 'boolean') return { help: tell('help.optional') };
  if (keyword === 'type' && typeof value === 'string') {
    const type = otherTypes.get(value.toLowerCase());
    if (type !== undefined) {
      const [only, ...others] = Object.values(type);
      return others.length === 0 && typeof only === 'string' ? meantAs([only]) : writeAs(flowText(type));
    }
  }
  if (keyword === 'enum') return writeAs(`enum: ${flowText(listMeant(value, schema))}`);
  if (typeof value !== 'string') return {};
  const meant = schemaKeywords.get(keyword)?.shape === 'boolean' ? booleanMeant(value) : numberMeant(value);
  return meant === undefined ? {} : writeAs(`${keyword}: ${meant}`);
}

/** One value, several in one text, or several whose comma has begun keys of their own. */
function listMeant(value: JsonValue, schema: JsonObject): JsonValue[] {
  if (isObject(value)) return Object.keys(value);
  const strays = Object.keys(schema).filter((key) => isStray(key, schema));
  const first = typeof value === 'string' ? value.split(/\s*[,，、;；|]\s*/u) : [value];
  return [...first, ...strays];
}

/** Is it an item of a list without brackets? Within braces it has become a key without a value. */
export function isStray(key: string, schema: JsonObject): boolean {
  return (
    schema[key] === null &&
    !schemaKeywords.has(key) &&
    Object.hasOwn(schema, 'enum') &&
    !Array.isArray(own(schema, 'enum'))
  );
}

/** The parts of the one value of a list that has a comma in it: the list was meant. */
export function partsOfOnly(list: JsonValue | undefined): string[] | undefined {
  const [only, ...others] = Array.isArray(list) ? list : [];
  if (typeof only !== 'string' || others.length > 0) return undefined;
  const parts = only.split(/\s*[,，、;；|]\s*/u).filter((part) => part !== '');
  return parts.length > 1 && parts.every((part) => !/\s/.test(part)) ? parts : undefined;
}
