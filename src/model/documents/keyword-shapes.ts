import { isObject } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import { tellKind } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import type { KeywordShape } from './json-schema-keywords.js';
import { tell } from './messages.js';

const types = new Set<JsonValue>(['null', 'boolean', 'integer', 'number', 'string', 'array', 'object']);

const isSchema = (value: JsonValue): boolean => typeof value === 'boolean' || isObject(value);
const isTextList = (value: JsonValue): boolean =>
  Array.isArray(value) &&
  value.every((item) => typeof item === 'string') &&
  new Set(value).size === value.length;

/** What each shape asks for, in words, and whether a value is of it (https://json-schema.org/draft/2020-12/schema). */
const shapes: Readonly<Record<KeywordShape, { words: () => Message; fits: (value: JsonValue) => boolean }>> =
  {
    any: { words: () => tellKind('kind.any'), fits: () => true },
    array: { words: () => tellKind('kind.list'), fits: (value) => Array.isArray(value) },
    boolean: { words: () => tellKind('kind.boolean'), fits: (value) => typeof value === 'boolean' },
    count: {
      words: () => tellKind('kind.whole-number-from', { least: 0 }),
      fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
    },
    number: { words: () => tellKind('kind.number'), fits: (value) => typeof value === 'number' },
    pattern: { words: () => tell('keyword.pattern'), fits: (value) => typeof value === 'string' },
    positive: {
      words: () => tellKind('kind.number-above', { limit: 0 }),
      fits: (value) => typeof value === 'number' && value > 0,
    },
    reference: {
      words: () => tell('keyword.reference', { example: '#/$defs/name' }),
      fits: (value) => typeof value === 'string',
    },
    schema: { words: () => tell('keyword.schema'), fits: isSchema },
    'schema-list': {
      words: () => tell('keyword.schema-list'),
      fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
    },
    'schema-map': {
      words: () => tell('keyword.schema-map'),
      fits: (value) => isObject(value) && Object.values(value).every(isSchema),
    },
    text: { words: () => tellKind('kind.text'), fits: (value) => typeof value === 'string' },
    'text-list': { words: () => tell('keyword.text-list'), fits: isTextList },
    'text-list-map': {
      words: () => tell('keyword.text-list-map'),
      fits: (value) => isObject(value) && Object.values(value).every(isTextList),
    },
    type: {
      words: () => tell('keyword.type'),
      fits: (value) =>
        types.has(value) ||
        (isTextList(value) &&
          (value as string[]).length > 0 &&
          (value as string[]).every((item) => types.has(item))),
    },
  };

/** What the value of a keyword should be, where it is something else. */
export function keywordFault(shape: KeywordShape, value: JsonValue): Message | undefined {
  const { words, fits } = shapes[shape];
  return fits(value) ? undefined : words();
}
