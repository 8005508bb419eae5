import { setOwn } from '../../base/index.js';
import type { JsonObject } from '../../base/index.js';
import { jsonSchemaKeywords } from './json-schema-keywords.js';
import type { KeywordShape } from './json-schema-keywords.js';

const types = ['null', 'boolean', 'integer', 'number', 'string', 'array', 'object'];
const self: JsonObject = { $ref: '#/$defs/json-schema' };

const shapes: Readonly<Record<KeywordShape, JsonObject>> = {
  any: {},
  array: { type: 'array' },
  boolean: { type: 'boolean' },
  count: { type: 'integer', minimum: 0 },
  number: { type: 'number' },
  pattern: { type: 'string' },
  positive: { type: 'number', exclusiveMinimum: 0 },
  reference: { type: 'string' },
  schema: self,
  'schema-list': { type: 'array', items: self, minItems: 1 },
  'schema-map': { type: 'object', additionalProperties: self },
  text: { type: 'string' },
  'text-list': { type: 'array', items: { type: 'string' }, uniqueItems: true },
  'text-list-map': {
    type: 'object',
    additionalProperties: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  },
  type: {
    anyOf: [{ enum: types }, { type: 'array', items: { enum: types }, minItems: 1, uniqueItems: true }],
  },
};

/** The schema of a JSON Schema within a document, so that an editor completes and explains its keywords. */
export function jsonSchemaHints(): JsonObject {
  const properties: JsonObject = {};
  for (const [name, { shape, description }] of Object.entries(jsonSchemaKeywords)) {
    setOwn(properties, name, { ...shapes[shape], description });
  }
  return {
    description: 'A JSON Schema (draft 2020-12): an object of keywords, true or false.',
    type: ['object', 'boolean'],
    properties,
  };
}
