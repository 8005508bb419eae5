import { describe, expect, test } from 'vitest';
import { UsageError, type JsonSchema, type JsonValue } from '../../../src/base/index.js';
import { createFormatTable, createValidator, defaultFormats } from '../../../src/schema/index.js';

const parse = (text: string) => JSON.parse(text) as JsonValue;
const valid = (schema: string, instance: string) =>
  createValidator(parse(schema) as JsonSchema)(parse(instance)).length === 0;

describe('issues', () => {
  test('name the part, the keyword and what it asks for, and never the value', () => {
    const validate = createValidator({
      type: 'object',
      required: ['name'],
      properties: { age: { type: 'integer', minimum: 18 }, phone: { format: 'cn-mobile' } },
      additionalProperties: false,
    });
    const issues = validate({ age: 17, phone: 'secret-1', 'x/y': 1 });
    expect(issues.map(({ pointer, keyword, params }) => ({ pointer, keyword, params }))).toEqual([
      { pointer: '', keyword: 'required', params: { missingProperty: 'name' } },
      { pointer: '', keyword: 'additionalProperties', params: { additionalProperty: 'x/y' } },
      { pointer: '/age', keyword: 'minimum', params: { comparison: '>=', limit: 18 } },
      { pointer: '/phone', keyword: 'format', params: { format: 'cn-mobile' } },
    ]);
    expect(issues.map(({ message }) => message)).toEqual([
      'The property "name" is missing.',
      'Nothing allows the property "x/y".',
      'The value is not at least 18.',
      'The text is not of the format "cn-mobile".',
    ]);
    expect(JSON.stringify(issues)).not.toContain('secret');
  });

  test.each<[JsonSchema, JsonValue, string]>([
    [{ type: ['string', 'null'] }, 1, 'The value is not of type string or null.'],
    [{ const: 1 }, 2, 'The value is not the one that is allowed.'],
    [{ enum: [1] }, 2, 'The value is none of those that are allowed.'],
    [{ uniqueItems: true }, [1, 2, 1], 'Items 0 and 2 are equal.'],
    [{ maxLength: 2 }, 'abc', 'The value has not at most 2 characters.'],
    [{ oneOf: [true, true] }, 1, 'The value meets more than one of the alternatives.'],
    [{ oneOf: [false] }, 1, 'The value meets none of the alternatives.'],
    [{ if: true, then: false }, 1, 'The value does not meet "then".'],
    [false, 1, 'Nothing is allowed here.'],
  ])('%j tells %j: %s', (schema, instance, message) => {
    expect(createValidator(schema)(instance).map((issue) => issue.message)).toContain(message);
  });
});

describe('equality is that of JSON', () => {
  test.each([
    ['{"const":{}}', '{"valueOf":1}', false],
    ['{"const":{"valueOf":1}}', '{"valueOf":1}', true],
    ['{"const":{"constructor":{"a":1}}}', '{"constructor":{"a":1}}', true],
    ['{"enum":[{"toString":"x"}]}', '{"toString":"x"}', true],
    ['{"enum":[1,"a",null,[2]]}', '[2]', true],
    ['{"enum":[1,"a",null,[2]]}', 'null', true],
    ['{"enum":[1,"a",null,[2]]}', 'true', false],
    ['{"uniqueItems":true}', '[{"a":1,"b":2},{"b":2,"a":1}]', false],
    ['{"uniqueItems":true}', '[1,true,"1"]', true],
    ['{"uniqueItems":false}', '[1,1]', true],
    ['{"items":{"uniqueItems":true}}', '[[1,1]]', false],
  ])('%s on %s: %s', (schema, instance, expected) => {
    expect(valid(schema, instance)).toBe(expected);
  });

  test('an issue deep inside says where', () => {
    const [issue] = createValidator({ items: { uniqueItems: true } })([[], [1, 1]]);
    expect(issue).toMatchObject({ pointer: '/1', keyword: 'uniqueItems', params: { i: 1, j: 0 } });
  });
});

describe('names are names', () => {
  test.each([
    ['{"properties":{"__proto__":{"type":"string"}}}', '{"__proto__":1}', false],
    ['{"properties":{"__proto__":{"type":"string"}}}', '{"__proto__":"a"}', true],
    ['{"properties":{"__proto__":true},"additionalProperties":false}', '{"__proto__":1}', true],
    ['{"properties":{"a":true},"additionalProperties":false}', '{"__proto__":1}', false],
    ['{"required":["__proto__"]}', '{}', false],
    ['{"required":["toString"]}', '{}', false],
    ['{"properties":{"constructor":{"type":"string"}}}', '{"constructor":1}', false],
    ['{"dependentRequired":{"__proto__":["a"]}}', '{"__proto__":1}', false],
    ['{"dependentSchemas":{"__proto__":{"maxProperties":1}}}', '{"__proto__":1,"a":1}', false],
    ['{"dependentSchemas":{"__proto__":{"maxProperties":1}}}', '{"a":1,"b":1}', true],
    ['{"items":{"properties":{"__proto__":false}}}', '[{"__proto__":1}]', false],
    ['{"const":{"properties":{"__proto__":1}}}', '{"properties":{"__proto__":1}}', true],
  ])('%s on %s: %s', (schema, instance, expected) => {
    expect(valid(schema, instance)).toBe(expected);
  });
});

describe('formats', () => {
  test('are asserted, from the table of the host, or not at all', () => {
    const schema = { format: 'date' };
    expect(createValidator(schema)('x')).toHaveLength(1);
    expect(createValidator(schema, { formats: false })('x')).toEqual([]);
    expect(createValidator(schema, { formats: createFormatTable([]) })('x')).toEqual([]);
    const host = defaultFormats.extend([
      { name: 'even', source: 'host', pattern: '^..$', samples: () => [] },
    ]);
    expect(createValidator({ format: 'even' }, { formats: host })('abc')).toHaveLength(1);
    expect(createValidator({ format: 'even' })('abc')).toEqual([]);
  });
});

describe('what is refused', () => {
  const codeOf = (schema: JsonSchema): string => {
    try {
      createValidator(schema);
    } catch (error) {
      if (error instanceof UsageError) return error.code;
    }
    return 'nothing';
  };
  test.each<[string, JsonSchema]>([
    ['schema/reference-outside', { $ref: 'https://example.com/other' }],
    ['schema/reference-outside', { $ref: '#/$defs/none' }],
    ['schema/not-a-schema', { type: 'foo' }],
    ['schema/not-a-schema', { minLength: -1 }],
    ['schema/not-a-schema', { pattern: '(' }],
    ['schema/pattern-refused', { pattern: String.raw`^(a+)+\1$` }],
    ['schema/pattern-refused', { patternProperties: { [String.raw`^(a+)\1+$`]: { type: 'string' } } }],
    ['nothing', { pattern: String.raw`^(a)\1$` }],
    ['nothing', { pattern: '^(a+)+$' }],
  ])('%s: %j', (code, schema) => {
    expect(codeOf(schema)).toBe(code);
  });

  test('a schema that is nested too deeply', () => {
    let schema: JsonSchema = {};
    for (let depth = 0; depth < 100_000; depth++) schema = { not: schema };
    expect(codeOf(schema)).toBe('schema/too-deep');
  });

  test('an instance that a recursive schema follows too deeply is invalid, and throws nothing', () => {
    let instance: JsonValue = 1;
    for (let depth = 0; depth < 100_000; depth++) instance = [instance];
    expect(createValidator({ items: { $ref: '#' } })(instance).map(({ keyword }) => keyword)).toEqual([
      '$ref',
    ]);
  });
});

test('a pattern made to be slow is answered', () => {
  const validate = createValidator({ pattern: '^(a+)+$' });
  expect(validate(`${'a'.repeat(50_000)}b`)).toHaveLength(1);
  expect(validate('a'.repeat(50_000))).toEqual([]);
});

test('schemas of one $id do not know of each other', () => {
  const named = (type: string) => ({
    $id: 'https://example.com/s',
    $ref: 'part',
    $defs: { part: { $id: 'part', type } },
  });
  expect(createValidator(named('string'))(1)).toHaveLength(1);
  expect(createValidator(named('number'))(1)).toEqual([]);
});

test.each([
  [0.1, 0.3, true],
  [0.01, 1e300, true],
  [0.0001, 0.0075, true],
  [0.1, 0.35, false],
  [3, 9_007_199_254_740_992, false],
  [1e-300, 5e-300, true],
])('multiples of %d: %d is one: %s', (multipleOf, value, expected) => {
  expect(createValidator({ multipleOf })(value).length === 0).toBe(expected);
});

test('the faults of ajv 8.20 that are worked around', () => {
  expect(createValidator({ prefixItems: [true, true], contains: { const: 1 } })([2])).not.toEqual([]);
  expect(createValidator({ prefixItems: [true, true, true], uniqueItems: true })([2, 2])).not.toEqual([]);
  const hidden = { not: { prefixItems: [{ const: false }], contains: {}, uniqueItems: true } };
  expect(createValidator(hidden)([])).toEqual([]);
  expect(createValidator(hidden)([false])).toHaveLength(1);
  const closed = {
    prefixItems: [true],
    contains: { const: 2 },
    items: { const: 2 },
    unevaluatedItems: false,
  };
  expect(createValidator({ not: closed })([1, 2])).toHaveLength(1);
  expect(createValidator({ not: closed })([1, 3])).toEqual([]);
  const odd = {
    patternProperties: { '^a': true },
    anyOf: [{ properties: { b: true } }, { properties: { c: true } }],
  };
  expect(createValidator(odd)({ a: 1, b: 1, c: 1 })).toEqual([]);
  const lost: JsonSchema = {
    $defs: { tree: { properties: { a: { $ref: '#/$defs/tree' } }, type: ['object', 'string'] } },
    contains: {
      if: false,
      else: { anyOf: [{ $ref: '#/$defs/tree' }], unevaluatedItems: {} },
      patternProperties: { '^a': {} },
    },
  };
  expect(createValidator(lost)([{ a: {} }])).toEqual([]);
  expect(createValidator(lost)([1])).not.toEqual([]);
  const inherited: JsonSchema = {
    unevaluatedProperties: false,
    dependentSchemas: { constructor: { $ref: '#/$defs/part' } },
    $defs: { part: { properties: { a: true } } },
  };
  expect(createValidator(inherited)({ constructor: 1 })).not.toEqual([]);
  expect(createValidator(inherited)({})).toEqual([]);
  const endless = {
    allOf: [{ $id: 'https://example.com/x', $ref: '#/$defs/one', $defs: { one: { type: 'string' } } }],
  };
  expect(createValidator(endless)('a')).toEqual([]);
  expect(createValidator(endless)(1)).toHaveLength(1);
});
