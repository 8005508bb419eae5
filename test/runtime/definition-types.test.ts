import { expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../src/base/index.js';
import { loadCatalogue } from '../../src/catalogue/index.js';
import { typesOf } from '../../src/codegen/index.js';
import type { Document } from '../../src/model/index.js';
import { composeBundle } from '../../src/plan/index.js';
import { createValidator, portableSchema, selfContained } from '../../src/schema/index.js';
import { errorsOf, runtime } from './compile-types.js';

const pair = { type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] };
const hostile = 'a*/ b;export';

/** Schemas, with values that are accepted, and with values that are refused and whose type is wrong. */
const schemas: readonly [string, JsonObject, JsonValue[], JsonValue[]][] = [
  ['an open pair', pair, [[], ['a'], ['a', 1], ['a', 1, true]], [[1], ['a', 'b']]],
  ['a closed pair', { ...pair, items: false, minItems: 2 }, [['a', 1]], [['a'], ['a', 1, 2]]],
  ['a pair by its length', { ...pair, maxItems: 2 }, [[], ['a', 1]], [['a', 1, 2]]],
  [
    'one and others',
    { type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'integer' } },
    [[], ['a', 1, 2]],
    [['a', 'b']],
  ],
  ['a tuple or nothing', { ...pair, type: ['array', 'null'] }, [null, ['a']], [['a', 'b'], 'a']],
  [
    'a tuple that ends early',
    { type: 'array', prefixItems: [{ type: 'string' }, false] },
    [[], ['a']],
    [['a', 1]],
  ],
  [
    'a list of tuples',
    { type: 'array', items: { ...pair, minItems: 2, maxItems: 2 } },
    [[['a', 1]]],
    [[['a']], [['a', 1, 2]]],
  ],
  [
    'a tuple of codes',
    {
      type: 'array',
      prefixItems: [{ enum: ['a', 'b'] }, { $ref: '#/$defs/n' }],
      $defs: { n: { enum: [1, 2] } },
    },
    [['a', 2]],
    [['c'], ['a', 3]],
  ],
  [
    'codes of every type',
    { enum: ['a', 1, true, null, { k: [1] }] },
    ['a', 1, true, null, { k: [1] }],
    ['b', 2, false],
  ],
  [
    'codes with quotes',
    { enum: ["it's", 'a"b', 'back\\slash', 'two\nlines', '*/'] },
    ["it's", 'a"b', 'back\\slash', 'two\nlines', '*/'],
    ['it'],
  ],
  [
    'titled codes',
    {
      oneOf: [
        { const: 'a', title: 'A' },
        { const: 'b', title: 'B' },
      ],
    },
    ['a', 'b'],
    ['c'],
  ],
  [
    'a list of codes by reference',
    { type: 'array', items: { $ref: '#/$defs/c' }, $defs: { c: { enum: ['a', 'b'] } } },
    [[], ['a', 'b']],
    [['c']],
  ],
  ['a definition', { $ref: '#/$defs/n', $defs: { n: { type: 'string' } } }, ['a'], [1]],
  [
    'a tree',
    {
      $ref: '#/$defs/node',
      $defs: {
        node: { type: 'object', properties: { kids: { type: 'array', items: { $ref: '#/$defs/node' } } } },
      },
    },
    [{ kids: [{ kids: [] }] }],
    [{ kids: [{ kids: [1] }] }],
  ],
  [
    'another tree',
    {
      $ref: '#/$defs/node',
      $defs: {
        node: {
          type: 'object',
          properties: { next: { anyOf: [{ $ref: '#/$defs/node' }, { type: 'null' }] } },
        },
      },
    },
    [{ next: { next: null } }],
    [{ next: 1 }],
  ],
  [
    'itself',
    { type: 'object', properties: { next: { $ref: '#' } } },
    [{ next: { next: {} } }],
    [{ next: 'a' }],
  ],
  [
    'two that lead to each other',
    {
      $ref: '#/$defs/a',
      $defs: {
        a: { type: 'object', properties: { b: { $ref: '#/$defs/b' } } },
        b: { type: 'object', properties: { a: { $ref: '#/$defs/a' } } },
      },
    },
    [{ b: { a: { b: {} } } }],
    [{ b: { a: 1 } }],
  ],
  [
    'a list of lists',
    {
      $ref: '#/$defs/l',
      $defs: { l: { anyOf: [{ type: 'string' }, { type: 'array', items: { $ref: '#/$defs/l' } }] } },
    },
    ['a', ['a', [['b']]]],
    [[1]],
  ],
  [
    'a pair of pairs',
    {
      $ref: '#/$defs/p',
      $defs: {
        p: {
          type: 'array',
          prefixItems: [{ type: 'number' }, { anyOf: [{ type: 'null' }, { $ref: '#/$defs/p' }] }],
          minItems: 2,
          items: false,
        },
      },
    },
    [[1, [2, null]]],
    [[1, 2]],
  ],
  [
    'a map of maps',
    { $ref: '#/$defs/m', $defs: { m: { type: 'object', additionalProperties: { $ref: '#/$defs/m' } } } },
    [{ a: { b: {} } }],
    [{ a: 1 }],
  ],
  [
    'keywords beside a reference',
    {
      $ref: '#/$defs/a',
      required: ['x'],
      $defs: { a: { type: 'object', properties: { x: { type: 'string' }, a: { $ref: '#/$defs/a' } } } },
    },
    [{ x: 'a', a: {} }],
    [{ x: 1 }],
  ],
  [
    'an anchor',
    { $anchor: 'me', type: 'object', properties: { a: { $ref: '#me' } } },
    [{ a: { a: {} } }],
    [{ a: 1 }],
  ],
  [
    'a dynamic reference',
    { $dynamicAnchor: 'n', type: 'object', properties: { a: { $dynamicRef: '#n' } } },
    [{ a: { a: {} } }],
    [{ a: 1 }],
  ],
  [
    'names in Chinese',
    {
      $ref: '#/$defs/节点',
      $defs: { 节点: { type: 'object', properties: { 下级: { $ref: '#/$defs/节点' } } } },
    },
    [{ 下级: { 下级: {} } }],
    [{ 下级: 1 }],
  ],
  [
    'names of digits',
    { $ref: '#/$defs/1', $defs: { 1: { type: 'object', properties: { n: { $ref: '#/$defs/1' } } } } },
    [{ n: {} }],
    [{ n: 1 }],
  ],
  [
    'names that the file has',
    {
      $ref: '#/$defs/form',
      $defs: { form: { type: 'object', properties: { m: { $ref: '#/$defs/form' } } } },
    },
    [{ m: {} }],
    [{ m: 1 }],
  ],
  [
    'names that would be code',
    {
      $ref: '#/$defs/a*~1 b;export',
      $defs: { [hostile]: { type: 'object', properties: { n: { $ref: '#/$defs/a*~1 b;export' } } } },
    },
    [{ n: {} }],
    [{ n: 1 }],
  ],
  [
    'a boolean definition',
    {
      type: 'object',
      properties: { a: { $ref: '#/$defs/any' }, b: { $ref: '#/$defs/no' } },
      $defs: { any: true, no: false },
    },
    [{ a: 5 }],
    [{ b: 1 }],
  ],
];

const fields = schemas.map((_, at) => `e${at}`);
const documents: Document[] = [
  {
    kind: 'subject',
    id: 'person',
    elements: Object.fromEntries(schemas.map(([title, schema], at) => [`e${at}`, { title, schema }])),
  },
  {
    kind: 'block',
    id: 'taking',
    roles: { who: 'person' },
    inputs: fields.map((name) => ({ field: `who.${name}` })),
  },
  {
    kind: 'block',
    id: 'yielding',
    roles: { other: 'person' },
    outputs: fields.map((name) => ({ field: `other.${name}` })),
  },
  {
    kind: 'bundle',
    id: 'one',
    roles: { who: 'person', other: 'person' },
    uses: [{ block: 'taking' }, { block: 'yielding' }],
  },
];

it('types of definitions, tuples and code lists take what is accepted, and nothing of another type', async () => {
  const { plan } = composeBundle(loadCatalogue([], { documents }), 'one');
  const generated = await typesOf(plan, { runtime });
  const host = [`import type { Form, TakingInput, YieldingOutput } from './generated.js';`];
  const expected: string[] = [];
  for (const [at, [name, schema, accepted, refused]] of schemas.entries()) {
    const validate = createValidator(selfContained(portableSchema(schema)));
    const places = [`Form['who']`, `TakingInput['who']`, `YieldingOutput['other']`];
    for (const [index, place] of places.entries()) {
      for (const [value, isTaken] of [
        ...accepted.map((one) => [one, true] as const),
        ...refused.map((one) => [one, false] as const),
      ]) {
        expect(validate(value).length === 0, `${name}: ${JSON.stringify(value)}`).toBe(isTaken);
        if (!isTaken) host.push(`// @ts-expect-error ${index} ${name.replaceAll('*/', '')}`);
        host.push(`export const v${host.length}: ${place}['e${at}'] = ${JSON.stringify(value)};`);
        expected.push(name);
      }
    }
  }
  expect(expected.length).toBeGreaterThan(150);
  const errors = errorsOf(generated, host.join('\n'));
  expect(errors).toEqual([]);
});

it('each definition is one type, whoever refers to it, by the name that it has', async () => {
  const { plan } = composeBundle(loadCatalogue([], { documents }), 'one');
  const text = await typesOf(plan);
  const names = [...text.matchAll(/^export (?:interface|type) (\S+)/gm)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names).toContain('Node');
  expect(names).toContain('Node2');
  expect(names).toContain('节点');
  expect(names).toContain('Form2');
  expect(await typesOf(structuredClone(plan))).toBe(text);
});
