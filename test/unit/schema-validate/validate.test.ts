import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/messages/index.js';
import { type JsonSchema, type JsonValue } from '../../../src/base/index.js';
import {
  accepts,
  createCompiledValidator,
  createFormatTable,
  createValidator,
  defaultFormats,
} from '../../../src/schema/index.js';

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

describe('every issue has a place', () => {
  const places = (schema: JsonSchema, instance: JsonValue): string[] =>
    createValidator(schema)(instance).map(
      ({ pointer, keyword, schemaPointer }) => `${pointer} ${keyword} ${schemaPointer}`,
    );
  const closed = {
    properties: { a: true },
    dependentSchemas: { a: { properties: { b: true } } },
    anyOf: [
      { properties: { c: { const: 1 } }, required: ['c'] },
      { properties: { d: true }, required: ['d'] },
    ],
    unevaluatedProperties: false,
  };
  test.each<[string, JsonSchema, JsonValue, string[]]>([
    [
      'what nothing looked at',
      closed,
      { a: 1, b: 1, c: 1, e: 1 },
      [' unevaluatedProperties #/unevaluatedProperties'],
    ],
    [
      'what only a branch that fails looks at',
      closed,
      { a: 1, c: 2, d: 1 },
      [' unevaluatedProperties #/unevaluatedProperties'],
    ],
    ['what the branch in force looks at', closed, { a: 1, b: 1, d: 1 }, []],
    [
      'an item beyond the branches',
      {
        if: { prefixItems: [{ const: 1 }] },
        then: { prefixItems: [true, true] },
        unevaluatedItems: { type: 'null' },
      },
      [1, 2, 3],
      ['/2 type #/unevaluatedItems/type'],
    ],
    [
      'a list shorter than its first items',
      { prefixItems: [true, true], contains: { const: 1 } },
      [2],
      [' contains #/contains'],
    ],
    [
      'what the condition asks for',
      { if: true, then: { required: ['a'] } },
      {},
      [' required #/then/required'],
    ],
    [
      'each alternative, and that none is met',
      { anyOf: [{ type: 'string' }, { properties: { a: { minimum: 2 } }, required: ['a'] }] },
      { a: 1 },
      [' type #/anyOf/0/type', '/a minimum #/anyOf/1/properties/a/minimum', ' anyOf #/anyOf'],
    ],
    [
      'through references by pointer, name and resource',
      {
        properties: {
          '#\ud800 ': false,
          a: { $ref: '#/$defs/t' },
          b: { $ref: '#word' },
          'c/d': { $ref: 'https://example.com/in' },
        },
        $defs: {
          t: { type: 'string' },
          名: { $anchor: 'word', $ref: '#/$defs/t' },
          in: { $id: 'https://example.com/in', items: { $ref: '#' }, type: 'array' },
        },
      },
      { '#\ud800 ': 1, a: 1, b: 1, 'c/d': [[1]] },
      [
        '/#\ud800  false schema #/properties/%23%EF%BF%BD%20/false schema',
        '/a type #/$defs/t/type',
        '/b type #/$defs/t/type',
        '/c~1d/0/0 type #/$defs/in/type',
      ],
    ],
  ])('%s', (_, schema, instance, expected) => {
    expect(places(schema, instance)).toEqual(expected);
  });

  test('what the keywords of one schema find stands before what they find below', () => {
    const schema = { properties: { a: { required: ['x'] } }, required: ['b'], additionalProperties: false };
    expect(places(schema, { a: {}, c: 1 })).toEqual([
      ' required #/required',
      ' additionalProperties #/additionalProperties',
      '/a required #/properties/a/required',
    ]);
  });
});

describe('a value that is not decided is refused, and says so', () => {
  // Twenty thousand ways stand open at each character.
  const costly = '^(?:.{0,150}){0,150}x$';
  test('a pattern that takes too long', () => {
    const schema = { properties: { a: { pattern: costly }, b: { type: 'string' } } };
    const value = { a: 'a'.repeat(2_000), b: 'b' };
    expect(accepts(schema, value)).toBe('unknown');
    expect(createValidator(schema)(value)).toEqual([
      {
        pointer: '/a',
        keyword: 'pattern',
        code: 'value.undecided',
        variant: 'keyword',
        message: 'It is not decided whether the value meets "pattern": that takes too long.',
        args: { keyword: 'pattern' },
        params: { pattern: costly },
        schemaPointer: '#/properties/a/pattern',
      },
    ]);
    expect(createValidator(schema)({ a: 'x' })).toEqual([]);
    expect(createValidator({ not: schema })(value)).toHaveLength(1);
  });

  test('a value that has no end', () => {
    const value: JsonValue[] = [];
    value.push(value);
    expect(createValidator({ items: { $ref: '#' } })(value).map(({ message }) => message)).toEqual([
      'The value is too large.',
    ]);
  });
});

describe('what JSON cannot say is refused', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, ''],
    ['a function', { a: () => 1 }, '/a'],
    ['a date', { 'a/b': [new Date(0)] }, '/a~1b/0'],
    ['not a number', [1, Number.NaN], '/1'],
    ['a gap', [1, undefined], '/1'],
    ['a big number', { a: 1n }, '/a'],
    ['a map', new Map(), ''],
  ])('%s', (_, value, pointer) => {
    expect(createValidator(true)(value)).toMatchObject([{ pointer, message: 'The value is no JSON.' }]);
  });

  test('a property that is undefined is not there, as in JSON.stringify', () => {
    const schema = { required: ['a'], properties: { a: true, b: { items: { maxProperties: 0 } } } };
    expect(createValidator(schema)({ a: undefined, b: [{ c: undefined }] })).toMatchObject([
      { keyword: 'required', params: { missingProperty: 'a' } },
    ]);
    expect(createValidator(schema)({ a: 1, b: undefined })).toEqual([]);
  });
});

test('long lists of objects are told apart in one pass', () => {
  const items = Array.from({ length: 30_000 }, (_, at): JsonValue => ({ id: at, name: 'n' }));
  expect(createValidator({ uniqueItems: true })(items)).toEqual([]);
  expect(createValidator({ uniqueItems: true })([...items, { name: 'n', id: 7 }])).toMatchObject([
    { params: { i: 30_000, j: 7 } },
  ]);
  expect(createValidator({ uniqueItems: true })(['{"a":1}', { a: 1 }, '1', 1, 'null', null])).toEqual([]);
});

describe('compiled validators', () => {
  test.each<[string, JsonSchema]>([
    ['unevaluated properties', { unevaluatedProperties: false }],
    ['a list with first items', { prefixItems: [true], contains: true }],
    ['a reference', { $ref: '#/$defs/a', $defs: { a: true } }],
    ['a pattern that is run as an automaton', { items: { pattern: '^(a+)+$' } }],
    ['a pattern that looks behind', { not: { patternProperties: { '(?<=a)b': true } } }],
    ['a property called __proto__', JSON.parse('{"properties":{"__proto__":false}}') as JsonSchema],
  ])('are not made for %s', (_, schema) => {
    expect(createCompiledValidator(schema)).toBeUndefined();
  });

  test('are made for forms, and refuse what is no schema', () => {
    const validate = createCompiledValidator({ properties: { a: { type: 'integer' } }, required: ['a'] })!;
    expect([{ a: 1 }, { a: 'x' }, {}, { a: undefined }, new Date(0)].map(validate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(() => createCompiledValidator({ type: 'x' })).toThrow(UsageError);
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

test('what compiling validators get wrong', () => {
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
