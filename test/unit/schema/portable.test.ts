import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/base/index.js';
import {
  accepts,
  createValidator,
  equivalent,
  faultyReferences,
  partOf,
  portableSchema,
  selfContained,
  writtenPlace,
} from '../../../src/schema/index.js';

const tree: JsonObject = {
  type: 'object',
  properties: { name: { type: 'string' }, kids: { type: 'array', items: { $ref: '#/$defs/node' } } },
  required: ['name'],
};
const long = 'x'.repeat(300);

/** A schema, values that it takes and values that it refuses. */
const schemas: [string, JsonObject, JsonValue[], JsonValue[]][] = [
  ['a definition', { $ref: '#/$defs/n', $defs: { n: { type: 'string' } } }, ['a'], [1]],
  [
    'keywords beside the reference',
    { $ref: '#/$defs/n', minLength: 2, $defs: { n: { type: 'string', maxLength: 3 } } },
    ['ab'],
    ['a', 'abcd', 5],
  ],
  [
    'a tree',
    { $ref: '#/$defs/node', $defs: { node: tree } },
    [{ name: 'a', kids: [{ name: 'b' }] }],
    [{ name: 'a', kids: [{}] }],
  ],
  [
    'itself',
    { type: 'object', properties: { next: { $ref: '#' }, n: { type: 'integer' } } },
    [{ next: { next: { n: 1 } } }],
    [{ next: { next: { n: 'x' } } }],
  ],
  [
    'two that lead to each other',
    {
      $ref: '#/$defs/a',
      $defs: {
        a: { type: 'object', properties: { b: { $ref: '#/$defs/b' } }, additionalProperties: false },
        b: { type: 'object', properties: { a: { $ref: '#/$defs/a' } }, additionalProperties: false },
      },
    },
    [{ b: { a: { b: {} } } }],
    [{ b: { a: { a: {} } } }],
  ],
  [
    'a part that is no definition',
    { type: 'object', properties: { a: { type: 'string', maxLength: 1 }, b: { $ref: '#/properties/a' } } },
    [{ b: 'x' }],
    [{ b: 'xy' }],
  ],
  [
    'an escaped pointer',
    { $ref: '#/$defs/a~1b%25~0%20c', $defs: { 'a/b%~ c': { type: 'integer' } } },
    [1],
    ['x'],
  ],
  [
    'an anchor',
    { properties: { a: { $ref: '#here' } }, $defs: { x: { $anchor: 'here', const: 1 } } },
    [{ a: 1 }],
    [{ a: 2 }],
  ],
  [
    'an anchor at the root',
    { $anchor: 'me', type: 'object', properties: { a: { $ref: '#me' } } },
    [{ a: {} }],
    [{ a: 1 }],
  ],
  [
    'an address within',
    {
      $id: 'https://example.org/a',
      properties: { a: { $ref: 'b' }, c: { $ref: 'https://example.org/b#/$defs/c' } },
      $defs: { b: { $id: 'b', $ref: '#/$defs/c', $defs: { c: { type: 'integer' } } }, c: { type: 'string' } },
    },
    [{ a: 1, c: 2 }],
    [{ a: 'x' }, { c: 'x' }],
  ],
  [
    'definitions below the root',
    {
      type: 'object',
      properties: { a: { $ref: '#/properties/a/$defs/x', $defs: { x: { $ref: '#/$defs/y' } } } },
      $defs: { y: { type: 'null' } },
    },
    [{ a: null }],
    [{ a: 1 }],
  ],
  [
    'a dynamic reference',
    {
      $dynamicAnchor: 'n',
      type: 'object',
      properties: { kids: { type: 'array', items: { $dynamicRef: '#n' } } },
    },
    [{ kids: [{ kids: [] }] }],
    [{ kids: [{ kids: 1 }] }],
  ],
  [
    'a dynamic reference that the outer resource takes over',
    {
      $id: 'https://example.org/strict',
      $dynamicAnchor: 'n',
      $ref: 'tree',
      unevaluatedProperties: false,
      $defs: {
        tree: {
          $id: 'tree',
          $dynamicAnchor: 'n',
          type: 'object',
          properties: { kids: { type: 'array', items: { $dynamicRef: '#n' } } },
        },
      },
    },
    [{ kids: [{ kids: [] }] }],
    [{ kids: [{ daft: 1 }] }],
  ],
  [
    'what is left over beside a reference',
    {
      $ref: '#/$defs/a',
      unevaluatedProperties: false,
      $defs: { a: { properties: { x: { type: 'string' } } } },
    },
    [{ x: 'a' }],
    [{ y: 'a' }],
  ],
  [
    'a closed definition beside properties',
    {
      $ref: '#/$defs/a',
      properties: { y: true },
      $defs: { a: { properties: { x: true }, additionalProperties: false } },
    },
    [{ x: 1 }],
    [{ y: 1 }],
  ],
  [
    'a boolean definition',
    { properties: { a: { $ref: '#/$defs/no' } }, $defs: { no: false } },
    [{}],
    [{ a: 1 }],
  ],
  [
    'names of Object.prototype',
    { properties: { a: { $ref: '#/$defs/constructor' } }, $defs: { constructor: { const: 1 } } },
    [{ a: 1 }],
    [{ a: 2 }],
  ],
  [
    'half a pair of surrogates',
    { properties: { a: { $ref: '#/$defs/\ud800' } }, $defs: { '\ud800': { const: 1 } } },
    [{ a: 1 }],
    [{ a: 2 }],
  ],
  [
    'a long definition, used twice',
    {
      properties: { a: { $ref: '#/$defs/d' }, b: { $ref: '#/$defs/d' } },
      $defs: { d: { type: 'string', description: long, maxLength: 2 } },
    },
    [{ a: 'ab', b: 'c' }],
    [{ b: 'abc' }],
  ],
];

/** Places in which a schema means the same, told by a value for the place. */
const places: [string, (inner: JsonSchema) => JsonSchema, (value: JsonValue) => JsonValue][] = [
  ['a property', (inner) => ({ type: 'object', properties: { at: inner } }), (value) => ({ at: value })],
  [
    'items below a condition',
    (inner) => ({ if: true, then: { items: { allOf: [inner] } } }),
    (value) => [value],
  ],
  ['a double negation', (inner) => ({ not: { not: inner } }), (value) => value],
  [
    'beside another one',
    (inner) => ({
      properties: {
        at: inner,
        other: portableSchema({
          $ref: '#/$defs/n',
          $defs: { n: { type: 'object', properties: { n: { $ref: '#/$defs/n' } } } },
        }),
      },
    }),
    (value) => ({ at: value, other: { n: {} } }),
  ],
];

describe.each(schemas)('a schema with %s', (_, schema, taken, refused) => {
  const portable = portableSchema(schema, 'it');

  test('takes and refuses the same in its portable form', () => {
    for (const value of taken) expect(accepts(portable, value), JSON.stringify(value)).toBe(true);
    for (const value of refused) expect(accepts(portable, value), JSON.stringify(value)).toBe(false);
    expect(equivalent(schema, portable).verdict).not.toBe('no');
  });

  test.each(places)('means the same in %s, published', (_place, put, at) => {
    const published = selfContained(put(portable));
    expect(faultyReferences(published)).toEqual([]);
    expect(JSON.stringify(published)).not.toMatch(/json-schema:|"\$id"|Anchor"|"\$anchor"|"\$dynamicRef"/);
    const validate = createValidator(published);
    for (const value of taken) expect(validate(at(value)), JSON.stringify(value)).toEqual([]);
    for (const value of refused) expect(validate(at(value)), JSON.stringify(value)).not.toEqual([]);
  });

  test('is not changed, and the portable form of the portable form is the same', () => {
    const before = JSON.stringify(schema);
    expect(portableSchema(schema, 'it')).toBe(portable);
    expect(portableSchema(structuredClone(portable), 'it')).toEqual(portable);
    expect(JSON.stringify(schema)).toBe(before);
  });
});

describe('the portable form', () => {
  test('of a schema without references is the schema', () => {
    const plain = { type: 'string' };
    expect(portableSchema(plain)).toBe(plain);
    expect(selfContained(plain)).toBe(plain);
  });

  test('has what is short or used once in place, and the annotations of the nearer schema', () => {
    const definition = { type: 'string', title: 'Date' };
    const schema = {
      type: 'object',
      properties: { from: { $ref: '#/$defs/date', title: 'From' }, to: { $ref: '#/$defs/date' } },
      $defs: { date: definition, unused: { type: 'null' } },
    };
    expect(portableSchema(schema)).toEqual({
      type: 'object',
      properties: { from: { type: 'string', title: 'From' }, to: definition },
    });
  });

  test('has what the root refers to at the root', () => {
    expect(portableSchema({ $ref: '#/$defs/node', $defs: { node: tree } })).toMatchObject({
      type: 'object',
      required: ['name'],
    });
  });

  test('shares a definition that is longer than 300 characters, and copies one that is not', () => {
    const schema = (length: number): JsonObject => {
      const frame = JSON.stringify({ description: '' }).length;
      return {
        properties: { a: { $ref: '#/$defs/d' }, b: { $ref: '#/$defs/d' } },
        $defs: { d: { description: 'x'.repeat(length - frame) } },
      };
    };
    expect(selfContained(portableSchema(schema(300)))).not.toHaveProperty('$defs');
    expect(selfContained(portableSchema(schema(301)))).toHaveProperty('$defs.d');
  });

  test('stays small where each definition refers to the one before it twice', () => {
    const $defs: JsonObject = { d0: { type: 'string', maxLength: 30 } };
    for (let at = 1; at <= 60; at++) {
      const $ref = `#/$defs/d${at - 1}`;
      $defs[`d${at}`] = { properties: { a: { $ref }, b: { $ref } } };
    }
    const published = selfContained(portableSchema({ $ref: '#/$defs/d60', $defs }));
    expect(JSON.stringify(published).length).toBeLessThan(10_000);
    expect(faultyReferences(published)).toEqual([]);
  });

  test('comes to an end for a chain of two thousand definitions, and for a ring of as many', () => {
    const $defs: JsonObject = {};
    for (let at = 0; at < 2_000; at++)
      $defs[`d${at}`] = { properties: { next: { $ref: `#/$defs/d${at + 1}` } } };
    const ends = { ...$defs, d2000: { type: 'string' } };
    const turns = { ...$defs, d2000: { $ref: '#/$defs/d0' } };
    for (const definitions of [ends, turns]) {
      const published = selfContained(portableSchema({ $ref: '#/$defs/d0', $defs: definitions }));
      expect(faultyReferences(published)).toEqual([]);
    }
  });
});

describe('definitions of a published schema', () => {
  const node = (maxLength: number): JsonObject => ({
    $ref: '#/$defs/node',
    $defs: {
      node: { type: 'object', properties: { name: { maxLength }, next: { $ref: '#/$defs/node' } } },
    },
  });

  test('are shared where they are equal, whatever else the schemas define', () => {
    const other = { properties: { it: { $ref: '#/$defs/node' } }, $defs: node(3).$defs! };
    const published = selfContained({
      properties: { a: portableSchema(node(3)), b: portableSchema(other), c: portableSchema(node(3)) },
    });
    expect(Object.keys((published as { $defs: object }).$defs)).toEqual(['node']);
  });

  test('of one name and different content are told apart', () => {
    const published = selfContained({
      properties: { a: portableSchema(node(3)), b: portableSchema(node(5)) },
    });
    expect(Object.keys((published as { $defs: object }).$defs)).toEqual(['node', 'node-2']);
    expect(accepts(published, { a: { next: { name: 'abcd' } } })).toBe(false);
    expect(accepts(published, { b: { next: { name: 'abcd' } } })).toBe(true);
  });

  test('are called by the name of the schema where it refers to itself', () => {
    const published = selfContained({
      properties: { a: portableSchema({ properties: { next: { $ref: '#' } } }, 'forebear') },
    });
    expect(published).toHaveProperty('$defs.forebear.properties.next.$ref', '#/$defs/forebear');
  });
});

describe('a part of a schema', () => {
  const whole: JsonObject = {
    type: 'object',
    properties: { a: { type: 'object', properties: { node: { $ref: '#/$defs/node' } } } },
    $defs: { node: tree },
  };

  test('keeps what its references lead to', () => {
    const part = partOf(whole, '/properties/a/properties/node')!;
    expect(accepts(part, { name: 'a', kids: [{ name: 'b' }] })).toBe(true);
    expect(accepts(part, { name: 'a', kids: [{}] })).toBe(false);
  });

  test('is undefined where no schema stands', () => {
    expect(partOf(whole, '/properties/b')).toBeUndefined();
    expect(partOf(whole, '/type')).toBeUndefined();
  });
});

describe('the place that an author wrote', () => {
  const schema: JsonObject = {
    $ref: '#/$defs/a',
    minProperties: 1,
    allOf: [{ maxProperties: 3 }],
    $defs: {
      a: { type: 'object', properties: { x: { $ref: '#named' } } },
      n: { $anchor: 'named', maxLength: 3 },
    },
  };

  test.each([
    ['/minProperties', '/minProperties'],
    ['/properties/x/maxLength', '/$defs/n/maxLength'],
    ['/allOf/0/maxProperties', '/allOf/0/maxProperties'],
    ['/allOf/1/properties/x', '/$defs/a/properties/x'],
    ['/properties/nobody', '/$defs/a/properties'],
  ])('of %s is %s', (at, written) => {
    expect(writtenPlace(schema, at)).toBe(written);
  });
});

describe('references that do not do their work', () => {
  const faults = (schema: JsonObject) => faultyReferences(schema).map(({ at, fault }) => `${fault} ${at}`);

  test.each<[string, JsonObject, string[]]>([
    ['to nothing', { $ref: '#/$defs/a', $defs: {} }, ['missing /$ref']],
    ['to an anchor that nobody has', { items: { $ref: '#a' } }, ['missing /items/$ref']],
    [
      'to the definitions of the whole from within a resource',
      { $defs: { a: true, b: { $id: 'b', $ref: '#/$defs/a' } } },
      ['missing /$defs/b/$ref'],
    ],
    ['out of the schema', { $ref: 'https://example.org/x' }, ['outside /$ref']],
    ['to a file', { $ref: 'other.yaml#/$defs/a', $defs: { a: true } }, ['outside /$ref']],
    ['to a list of definitions', { $ref: '#/$defs', $defs: { a: true } }, ['no-schema /$ref']],
    [
      'to a value',
      { properties: { a: { default: {} }, b: { $ref: '#/properties/a/default' } } },
      ['no-schema /properties/b/$ref'],
    ],
    ['to themselves', { $ref: '#' }, ['endless /$ref']],
    [
      'in a ring',
      {
        $ref: '#/$defs/a',
        $defs: { a: { anyOf: [{ type: 'null' }, { $ref: '#/$defs/b' }] }, b: { $ref: '#/$defs/a' } },
      },
      ['endless /$defs/b/$ref'],
    ],
    ['dynamically to nothing', { $dynamicRef: '#a' }, ['missing /$dynamicRef']],
    ['with half an escape', { $ref: '#/$defs/%zz', $defs: { a: true } }, ['missing /$ref']],
  ])('%s', (_, schema, expected) => {
    expect(faults(schema)).toEqual(expected);
  });

  test.each<[string, JsonObject]>([
    [
      'what looks like a reference in a value',
      { const: { $ref: '#/nowhere' }, properties: { $ref: { type: 'string' } } },
    ],
    ['a smaller part of the value', { properties: { next: { $ref: '#' } }, contains: { $ref: '#' } }],
    [
      'the address of the whole',
      { $id: 'https://example.org/a', properties: { a: { $ref: 'https://example.org/a' } } },
    ],
  ])('are not: %s', (_, schema) => {
    expect(faults(schema)).toEqual([]);
  });
});
