import { isObject } from '../../base/index.js';
import type { JsonObject, JsonValue } from '../../base/index.js';
import { UsageError, tellKind } from '../../messages/index.js';
import type { Message } from '../../messages/index.js';
import { isSchema } from '../document/is-schema.js';
import { tell as tellUsage } from '../messages.js';
import { tell } from './messages.js';

/** What the value of a keyword of JSON Schema must be. */
export type KeywordShape =
  | 'any'
  | 'array'
  | 'boolean'
  | 'count'
  | 'format'
  | 'number'
  | 'pattern'
  | 'pattern-map'
  | 'positive'
  | 'reference'
  | 'schema'
  | 'schema-list'
  | 'schema-map'
  | 'text'
  | 'text-list'
  | 'text-list-map'
  | 'type';

interface Shape {
  inWords: () => Message;
  fits: (value: JsonValue) => boolean;
  /** The same as a JSON Schema, for editors. */
  schema: JsonObject;
}

const typeNames = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const isText = (value: JsonValue): boolean => typeof value === 'string';
const isTextList = (value: JsonValue): value is string[] =>
  Array.isArray(value) && value.every(isText) && new Set(value).size === value.length;
const isType = (value: JsonValue): boolean => typeof value === 'string' && typeNames.includes(value);

const anySchema: JsonObject = { $ref: '#/$defs/json-schema' };
const text: Shape = { inWords: () => tellKind('kind.text'), fits: isText, schema: { type: 'string' } };
const textList: JsonObject = { type: 'array', items: { type: 'string' }, uniqueItems: true };
const schemaMap: Shape = {
  inWords: () => tell('keyword.schema-map'),
  fits: (value) => isObject(value) && Object.values(value).every(isSchema),
  schema: { type: 'object', additionalProperties: anySchema },
};

/** Each shape in words, as a test and as a schema (https://json-schema.org/draft/2020-12/schema). */
const shapes: Readonly<Record<KeywordShape, Shape>> = {
  any: { inWords: () => tellKind('kind.any'), fits: () => true, schema: {} },
  array: {
    inWords: () => tellKind('kind.list'),
    fits: (value) => Array.isArray(value),
    schema: { type: 'array' },
  },
  boolean: {
    inWords: () => tellKind('kind.boolean'),
    fits: (value) => typeof value === 'boolean',
    schema: { type: 'boolean' },
  },
  count: {
    inWords: () => tellKind('kind.whole-number-from', { least: 0 }),
    fits: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
    schema: { type: 'integer', minimum: 0 },
  },
  format: text,
  number: {
    inWords: () => tellKind('kind.number'),
    fits: (value) => typeof value === 'number',
    schema: { type: 'number' },
  },
  pattern: { ...text, inWords: () => tell('keyword.pattern') },
  'pattern-map': schemaMap,
  positive: {
    inWords: () => tellKind('kind.number-above', { limit: 0 }),
    fits: (value) => typeof value === 'number' && value > 0,
    schema: { type: 'number', exclusiveMinimum: 0 },
  },
  reference: { ...text, inWords: () => tell('keyword.reference', { example: '#/$defs/name' }) },
  schema: { inWords: () => tell('keyword.schema'), fits: isSchema, schema: anySchema },
  'schema-list': {
    inWords: () => tell('keyword.schema-list'),
    fits: (value) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
    schema: { type: 'array', items: anySchema, minItems: 1 },
  },
  'schema-map': schemaMap,
  text,
  'text-list': { inWords: () => tell('keyword.text-list'), fits: isTextList, schema: textList },
  'text-list-map': {
    inWords: () => tell('keyword.text-list-map'),
    fits: (value) => isObject(value) && Object.values(value).every(isTextList),
    schema: { type: 'object', additionalProperties: textList },
  },
  type: {
    inWords: () => tell('keyword.type'),
    fits: (value) => isType(value) || (isTextList(value) && value.length > 0 && value.every(isType)),
    schema: {
      anyOf: [
        { enum: typeNames },
        { type: 'array', items: { enum: typeNames }, minItems: 1, uniqueItems: true },
      ],
    },
  },
};

/**
 * What the value of a keyword should be, where it is something else.
 *
 * @throws UsageError where there is no such shape
 */
export function keywordFault(shape: KeywordShape, value: JsonValue): Message | undefined {
  if (!Object.hasOwn(shapes, shape)) throw new UsageError(tellUsage('usage/argument:shape'));
  const { inWords, fits } = shapes[shape];
  return fits(value) ? undefined : inWords();
}

/** The schema of the values of a shape. */
export function schemaOfShape(shape: KeywordShape): JsonObject {
  return shapes[shape].schema;
}

/** How a keyword holds subschemas (JSON Schema core, sections 10 and 11; validation, section 8). */
export type Holding = 'schema' | 'list' | 'map';

const holdings: Partial<Record<KeywordShape, Holding>> = {
  schema: 'schema',
  'schema-list': 'list',
  'schema-map': 'map',
  'pattern-map': 'map',
};

/** How a keyword of this shape holds subschemas; undefined where it holds none. */
export function holdingOf(shape: KeywordShape): Holding | undefined {
  return holdings[shape];
}
