import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/base/index.js';
import { accepts, equivalent, includes, isEmpty, witness } from '../../../src/schema/index.js';

describe('a schema without instances is known by its keywords', () => {
  test.each<[string, JsonSchema]>([
    ['no whole number in between', { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 2 }],
    ['no multiple in the range', { type: 'number', multipleOf: 0.3, minimum: 0.1, maximum: 0.29 }],
    ['a multiple that is barred', { type: 'integer', multipleOf: 6, not: { multipleOf: 3 } }],
    ['a range of doubles far out', { type: 'number', multipleOf: 1e308, minimum: 1, maximum: 1e307 }],
    [
      'too few different booleans',
      { type: 'array', items: { type: 'boolean' }, uniqueItems: true, minItems: 3 },
    ],
    [
      'two items in one place',
      { type: 'array', allOf: [{ contains: { const: 1 } }, { contains: { const: 2 } }], maxItems: 1 },
    ],
    ['fewer than are counted', { type: 'array', contains: true, minContains: 3, maxItems: 2 }],
    [
      'every item is counted',
      { type: 'array', items: { const: 1 }, contains: { const: 1 }, maxContains: 2, minItems: 3 },
    ],
    ['no item fits the place', { type: 'array', prefixItems: [{ const: 1 }, false], minItems: 2 }],
    [
      'equal items that must differ',
      { type: 'array', prefixItems: [{ const: 1 }, { const: 1 }], minItems: 2, uniqueItems: true },
    ],
    ['too few names', { type: 'object', propertyNames: { enum: ['a'] }, minProperties: 2 }],
    [
      'names too short for the pattern',
      { type: 'object', propertyNames: { pattern: '^.{3}$', maxLength: 2 }, minProperties: 1 },
    ],
    [
      'a name that brings another',
      { type: 'object', required: ['a'], dependentRequired: { a: ['b'] }, maxProperties: 1 },
    ],
    [
      'a name that brings a schema',
      { type: 'object', required: ['a'], dependentSchemas: { a: { maxProperties: 0 } } },
    ],
    [
      'a pattern that catches a required name',
      { type: 'object', required: ['ab'], patternProperties: { '^a': false } },
    ],
    ['an endless object', { type: 'object', required: ['a'], properties: { a: { $ref: '#' } } }],
    [
      'an instance of exactly one of equals',
      { oneOf: [{ type: 'integer' }, { multipleOf: 1, type: 'number' }], type: 'integer' },
    ],
    ['both branches barred', { if: { type: 'string' }, then: false, else: false }],
    [
      'what is not evaluated',
      { type: 'object', allOf: [{ properties: { a: true } }], unevaluatedProperties: false, required: ['b'] },
    ],
    ['a date of February', { type: 'string', format: 'date', pattern: '^2023-02-3' }],
  ])('%s', (_, schema) => {
    const answer = isEmpty(schema);
    expect(answer.verdict).toBe('yes');
    expect(answer.verdict === 'yes' && answer.because.length).toBeGreaterThan(0);
  });
});

describe('an instance is made up', () => {
  test.each<[string, JsonSchema]>([
    ['a broken number', { type: 'number', not: { type: 'integer' }, minimum: 3, maximum: 4 }],
    ['a multiple of tenths', { type: 'number', multipleOf: 0.1, exclusiveMinimum: 0.2 }],
    ['a pattern and a length', { type: 'string', pattern: '^a.*z$', minLength: 5, maxLength: 5 }],
    ['a text that matches neither', { type: 'string', not: { pattern: '^[a-z]*$' }, maxLength: 1 }],
    ['a resident identity number', { type: 'string', format: 'cn-resident-id', pattern: '^3601' }],
    [
      'counted items',
      {
        type: 'array',
        contains: { type: 'string' },
        minContains: 2,
        items: { maxLength: 1 },
        uniqueItems: true,
      },
    ],
    [
      'repeated items',
      { type: 'array', not: { uniqueItems: true }, prefixItems: [{ const: 1 }, { const: 2 }] },
    ],
    ['a name of a pattern', { type: 'object', minProperties: 2, propertyNames: { pattern: '^x[0-9]$' } }],
    ['a name that is refused', { type: 'object', not: { propertyNames: { maxLength: 2 } } }],
    ['a property that is refused', { type: 'object', not: { additionalProperties: { type: 'string' } } }],
    [
      'an item that is refused',
      { type: 'array', not: { items: { type: 'string' } }, prefixItems: [{ type: 'string' }] },
    ],
    [
      'a tree',
      {
        type: 'object',
        required: ['next'],
        properties: { next: { anyOf: [{ $ref: '#' }, { type: 'null' }] } },
      },
    ],
    [
      'one branch of many',
      { oneOf: [{ required: ['a'] }, { required: ['b'] }], type: 'object', minProperties: 2 },
    ],
    [
      'what is left unevaluated',
      {
        type: 'object',
        anyOf: [{ properties: { a: { const: 1 } } }],
        unevaluatedProperties: { type: 'string' },
        required: ['a', 'b'],
      },
    ],
  ])('%s', (_, schema) => {
    const answer = witness(schema);
    expect(answer.verdict).toBe('yes');
    if (answer.verdict === 'yes') expect(accepts(schema, answer.instance)).toBe(true);
  });
});

describe('inclusion', () => {
  test.each<[string, JsonSchema, JsonSchema]>([
    ['a shorter text', { type: 'string', maxLength: 10 }, { type: 'string', maxLength: 5 }],
    ['a narrower pattern', { pattern: '^a' }, { type: 'string', pattern: '^ab+$' }],
    ['a listed value', { anyOf: [{ type: 'string' }, { minimum: 3 }] }, { enum: ['a', 4] }],
    ['a field more', { type: 'object', required: ['a'] }, { type: 'object', required: ['a', 'b'] }],
    [
      'a closed object',
      { type: 'object', properties: { a: {}, b: {} }, additionalProperties: false },
      { type: 'object', properties: { a: {} }, additionalProperties: false },
    ],
    [
      'equal definitions in other words',
      { $ref: '#/$defs/x', $defs: { x: { type: 'string' } } },
      { type: 'string', title: 'Name' },
    ],
    [
      'a document with itself, whatever it refers to',
      { $ref: 'https://example.org/elsewhere' },
      { $ref: 'https://example.org/elsewhere' },
    ],
    ['a narrower format', { format: 'idn-email' }, { format: 'email' }],
    ['all cases of a condition', { anyOf: [{ minimum: 3 }, { maximum: 3 }] }, { type: 'number' }],
  ])('holds: %s', (_, outer, inner) => {
    expect(includes(outer, inner).verdict).toBe('yes');
  });

  test.each<[string, JsonSchema, JsonSchema]>([
    ['a longer text', { type: 'string', maxLength: 5 }, { type: 'string', maxLength: 10 }],
    ['a missing field', { required: ['a', 'b'] }, { type: 'object', required: ['a'] }],
    ['an open object', { properties: { a: {} }, additionalProperties: false }, { properties: { a: {} } }],
    ['a value nobody listed', { enum: ['a', 'b'] }, { enum: ['b', 'c'] }],
    ['a repeated item', { uniqueItems: true }, { type: 'array', items: { type: 'boolean' } }],
  ])('fails, with an instance: %s', (_, outer, inner) => {
    const answer = includes(outer, inner);
    expect(answer.verdict).toBe('no');
    if (answer.verdict !== 'no') return;
    expect(accepts(inner, answer.instance)).toBe(true);
    expect(accepts(outer, answer.instance)).toBe(false);
  });

  test('the keywords that keep the inner schema within the outer one are named', () => {
    const answer = includes({ type: 'string', maxLength: 9 }, { type: 'string', maxLength: 5, minLength: 1 });
    expect(
      answer.verdict === 'yes' && answer.because.map(({ index, pointer }) => `${index}${pointer}`),
    ).toEqual(['1/type', '1/maxLength']);
  });
});

test('equivalence is inclusion both ways', () => {
  const least = { type: 'integer', minimum: 3 };
  expect(equivalent(least, { type: 'integer', exclusiveMinimum: 2 }).verdict).toBe('yes');
  const differing = equivalent(least, { type: 'number', minimum: 3 });
  expect(differing.verdict).toBe('no');
  if (differing.verdict === 'no') expect(accepts(least, differing.instance)).toBe(false);
});

test('what cannot be decided says what stopped it', () => {
  expect(isEmpty({ $ref: 'https://example.org/elsewhere' }).verdict).toBe('unknown');
  const answer = isEmpty({ type: 'string', pattern: '^(a+)\\1b{30}$' });
  expect(answer.verdict).toBe('unknown');
  expect(answer.verdict === 'unknown' && answer.stoppedBy.keyword).toBe('pattern');
});

test('formats are asserted only where the caller wants it', () => {
  const schema = { type: 'string', format: 'date' };
  expect(accepts(schema, 'no date')).toBe(false);
  expect(accepts(schema, 'no date', { formats: false })).toBe(true);
  const both = { type: 'string', allOf: [{ format: 'date' }, { format: 'uuid' }] };
  expect(isEmpty(both).verdict).toBe('yes');
  expect(isEmpty(both, { formats: false }).verdict).toBe('no');
});

test('an alternative that looks at no items leaves them unevaluated', () => {
  // JSON Schema core, section 11.2; ajv 8.20 counts the items of the alternative that failed.
  const schema = { anyOf: [{ prefixItems: [{ const: 1 }] }, true], unevaluatedItems: { type: 'string' } };
  expect(accepts(schema, [true])).toBe(false);
  expect(accepts(schema, [1, 'a'])).toBe(true);
});
