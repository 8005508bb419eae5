import { describe, expect, test } from 'vitest';
import { fromEntries, isObject, tokensOf, type JsonSchema, type JsonValue } from '../../../src/base/index.js';
import { intersect, isEmpty, type KeywordRef } from '../../../src/schema/index.js';

const places = (refs: readonly KeywordRef[]): string[] =>
  refs.map(({ index, pointer }) => `${index}${pointer}`);

/** The schema without the part that a pointer leads to; subschemas are replaced by `true`, keywords left out. */
function without(value: JsonValue, tokens: readonly string[]): JsonValue {
  const [token, ...rest] = tokens;
  if (token === undefined) return true;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === token ? without(item, rest) : item));
  if (!isObject(value)) return value;
  return fromEntries(
    Object.entries(value).flatMap(([name, held]) =>
      name !== token
        ? [[name, held] as const]
        : rest.length > 0
          ? [[name, without(held, rest)] as const]
          : [],
    ),
  );
}

const whole: [string, JsonSchema[], string[]][] = [
  ['types', [{ type: 'string' }, { minimum: 1 }, { type: 'number' }], ['0/type', '2/type']],
  ['bounds', [{ type: 'integer', minimum: 5 }, { maximum: 4 }], ['0/type', '0/minimum', '1/maximum']],
  ['lists', [{ enum: [1, 2] }, { enum: [3] }, { enum: [1, 3] }], ['0/enum', '1/enum']],
  [
    'three lists of which any two agree',
    [{ enum: [1, 2] }, { enum: [2, 3] }, { enum: [1, 3] }],
    ['0/enum', '1/enum', '2/enum'],
  ],
  [
    'pattern, length and list together',
    [{ type: 'string', pattern: '^[a-z]{3}$' }, { maxLength: 2 }],
    ['0/type', '0/pattern', '1/maxLength'],
  ],
  ['formats', [{ type: 'string', format: 'date' }, { format: 'email' }], ['0/type', '0/format', '1/format']],
  [
    'a required name in a closed object',
    [{ type: 'object', properties: { a: true }, additionalProperties: false }, { required: ['b'] }],
    ['0/type', '0/additionalProperties', '1/required'],
  ],
  [
    'alternatives that are all ruled out',
    [{ anyOf: [{ const: 1 }, { const: 2 }] }, { const: 3, title: 'three' }],
    ['0/anyOf', '1/const'],
  ],
];

describe('a conflict of the whole names a smallest contradicting set', () => {
  test.each(whole)('%s', (_, schemas, expected) => {
    const { schema, conflicts } = intersect(...schemas);
    expect(schema).toBe(false);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]!.whole).toBe(true);
    expect(places(conflicts[0]!.because)).toEqual(expected);
    for (const ref of conflicts[0]!.because) {
      const spared = schemas.map((each, index) =>
        index === ref.index ? (without(each as JsonValue, tokensOf(ref.pointer)) as JsonSchema) : each,
      );
      expect(intersect(...spared).schema, `without ${ref.pointer}`).not.toBe(false);
    }
  });
});

describe('a contradiction of a part', () => {
  test('leaves the whole satisfiable where the part is optional', () => {
    const { schema, conflicts } = intersect(
      { properties: { p: { type: 'string' } } },
      { properties: { p: { type: 'number' } } },
    );
    expect(schema).toEqual({ properties: { p: false } });
    expect(conflicts.map(({ at, whole: all }) => [at, all])).toEqual([['/p', false]]);
    expect(places(conflicts[0]!.because)).toEqual(['0/properties/p/type', '1/properties/p/type']);
    expect(isEmpty(schema)).toMatchObject({ verdict: 'no' });
  });

  test('is one conflict at the part where it makes the whole impossible', () => {
    const { schema, conflicts } = intersect(
      { type: 'object', properties: { p: { enum: ['a'] } }, required: ['p'] },
      { properties: { p: { enum: ['b'] } } },
    );
    expect(schema).toBe(false);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ at: '/p', whole: true });
    expect(places(conflicts[0]!.because)).toEqual([
      '0/type',
      '0/properties/p/enum',
      '0/required',
      '1/properties/p/enum',
    ]);
  });

  test('in items leaves the empty list', () => {
    const { schema, conflicts } = intersect({ items: { type: 'string' } }, { items: { type: 'number' } });
    expect(schema).toEqual({ items: false });
    expect(conflicts.map(({ at, whole: all }) => [at, all])).toEqual([['/*', false]]);
  });

  test('a name that another contributor closes out names both', () => {
    const { conflicts } = intersect(
      { properties: { a: true }, additionalProperties: false },
      { properties: { b: { type: 'string' } } },
    );
    expect(conflicts.map(({ at }) => at)).toEqual(['/b']);
    expect(places(conflicts[0]!.because)).toEqual(['0/additionalProperties', '1/properties/b']);
  });
});

describe('no conflict is claimed', () => {
  test.each<[string, JsonSchema[]]>([
    ['untyped lengths are met by a number', [{ minLength: 3 }, { maxLength: 1 }]],
    ['integer lies within number', [{ type: 'integer' }, { type: 'number' }]],
    ['one and 1.0 are equal', [{ const: 1 }, { enum: [1.0, 2] }]],
    ['objects are equal in any order', [{ const: { a: 1, b: 2 } }, { enum: [{ b: 2, a: 1 }] }]],
    ['what a single schema forbids on purpose', [{ properties: { a: false } }, { properties: { b: true } }]],
    ['formats that overlap', [{ format: 'email' }, { format: 'idn-email' }]],
    [
      'a code point is one character',
      [
        { type: 'string', minLength: 1 },
        { maxLength: 1, const: '😀' },
      ],
    ],
    [
      'tenths are exact',
      [
        { multipleOf: 0.1, type: 'number' },
        { minimum: 0.3, maximum: 0.3 },
      ],
    ],
  ])('%s', (_, schemas) => {
    const { schema, conflicts } = intersect(...schemas);
    expect(schema).not.toBe(false);
    expect(conflicts).toEqual([]);
  });
});
