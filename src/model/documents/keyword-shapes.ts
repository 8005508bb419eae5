import { isObject } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import type { KeywordShape } from './json-schema-keywords.js';

const types = new Set<JsonValue>(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

const isSchema = (value: JsonValue): boolean => typeof value === 'boolean' || isObject(value);
const isTextList = (value: JsonValue): boolean =>
  Array.isArray(value) &&
  value.every((item) => typeof item === 'string') &&
  new Set(value).size === value.length;

/** What each shape asks for, in words, and whether a value is of it (https://json-schema.org/draft/2020-12/schema). */
const shapes: Readonly<Record<KeywordShape, { words: string; fits: (value: JsonValue) => boolean }>> = {
  any: { words: 'any value', fits: () => true },
  array: { words: 'a list', fits: (value) => Array.isArray(value) },
  boolean: { words: 'true or false', fits: (value) => typeof value === 'boolean' },
  count: {
    words: 'a whole number from 0',
    fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
  },
  number: { words: 'a number', fits: (value) => typeof value === 'number' },
  pattern: { words: 'a regular expression', fits: (value) => typeof value === 'string' },
  positive: { words: 'a number above 0', fits: (value) => typeof value === 'number' && value > 0 },
  reference: { words: 'a reference such as "#/$defs/name"', fits: (value) => typeof value === 'string' },
  schema: { words: 'a JSON Schema', fits: isSchema },
  'schema-list': {
    words: 'a list of at least one JSON Schema',
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
  },
  'schema-map': {
    words: 'a map from name to JSON Schema',
    fits: (value) => isObject(value) && Object.values(value).every(isSchema),
  },
  text: { words: 'a text', fits: (value) => typeof value === 'string' },
  'text-list': { words: 'a list of different texts', fits: isTextList },
  'text-list-map': {
    words: 'a map from name to a list of different texts',
    fits: (value) => isObject(value) && Object.values(value).every(isTextList),
  },
  type: {
    words: 'null, boolean, integer, number, string, array, object, or a list of these',
    fits: (value) =>
      types.has(value) ||
      (isTextList(value) &&
        (value as string[]).length > 0 &&
        (value as string[]).every((item) => types.has(item))),
  },
};

/** What the value of a keyword should be, where it is something else. */
export function keywordFault(shape: KeywordShape, value: JsonValue): string | undefined {
  const { words, fits } = shapes[shape];
  return fits(value) ? undefined : words;
}
