import { expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/base/index.js';
import { canonicalJson } from '../../../src/base/index.js';
import { normalize } from '../../../src/schema/index.js';

test.each<[string, JsonSchema, JsonSchema]>([
  ['annotations', { title: 'A', type: 'string', $comment: 'x' }, { type: 'string' }],
  ['the order of keywords', { minLength: 1, type: 'string' }, { type: 'string', minLength: 1 }],
  ['the order of lists', { enum: [2, 1], required: ['b', 'a'] }, { enum: [1, 2], required: ['a', 'b', 'a'] }],
  ['a list of one', { enum: [1] }, { const: 1 }],
  ['all types', { type: ['null', 'boolean', 'number', 'string', 'array', 'object'] }, true],
  ['limits that limit nothing', { minLength: 0, minItems: 0, uniqueItems: false, required: [] }, {}],
  ['allOf', { allOf: [{ minLength: 1 }, { maxLength: 2 }] }, { maxLength: 2, minLength: 1 }],
  [
    'the order of alternatives',
    { anyOf: [{ const: 2 }, { const: 1 }] },
    { anyOf: [{ const: 1 }, { const: 2 }] },
  ],
  ['a subschema that says nothing', { items: {}, properties: {} }, true],
  ['what has no instance', { type: 'string', allOf: [{ type: 'number' }] }, false],
  ['what refuses everything', { not: {} }, false],
])('%s makes no difference', (_, a, b) => {
  expect(canonicalJson(normalize(a))).toBe(canonicalJson(normalize(b)));
  expect(canonicalJson(normalize(normalize(a)))).toBe(canonicalJson(normalize(a)));
});

test('where evaluation counts, a subschema that says nothing stays', () => {
  const schema = { anyOf: [{ properties: { a: true } }, true], unevaluatedProperties: false };
  expect(normalize(schema)).toMatchObject({
    anyOf: expect.arrayContaining([{ properties: { a: true } }]) as unknown,
  });
});

test('unknown keywords are part of the form', () => {
  expect(normalize({ 'x-codes': ['b', 'a'] })).toEqual({ 'x-codes': ['b', 'a'] });
});

test('a list of one beside a constant replaces nothing', () => {
  const schema = { unevaluatedItems: false, anyOf: [{ enum: [0], const: {} }, { minItems: 2 }] };
  expect(normalize(schema)).toEqual(schema);
});
