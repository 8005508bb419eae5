import { describe, expect, test } from 'vitest';
import type { JsonSchema } from '../../../src/base/index.js';
import { intersect, intersectAll } from '../../../src/schema/index.js';

const parse = (text: string): JsonSchema => JSON.parse(text) as JsonSchema;

describe('what cannot be folded is kept', () => {
  test('patterns are never joined into one text', () => {
    expect(intersect({ pattern: '^a' }, { pattern: 'b$' }).schema).toEqual({
      pattern: '^a',
      allOf: [{ pattern: 'b$' }],
    });
  });

  test('a condition keeps its own branches', () => {
    const one = { if: { required: ['a'] }, then: { required: ['b'] } };
    const other = { if: { required: ['c'] }, else: { required: ['d'] } };
    expect(intersect(one, other).schema).toEqual({ ...one, allOf: [other] });
  });

  test('a schema that asks what was evaluated stays whole', () => {
    const closed = { anyOf: [{ properties: { a: true } }, true], unevaluatedProperties: false };
    expect(intersect(closed, { properties: { b: { type: 'string' } } }).schema).toEqual({
      properties: { b: { type: 'string' } },
      allOf: [closed],
    });
  });

  test('unlike unknown keywords stand side by side and are listed', () => {
    const { schema, differences } = intersect({ 'x-order': 1 }, { 'x-order': 2 });
    expect(schema).toEqual({ 'x-order': 1, allOf: [{ 'x-order': 2 }] });
    expect(differences).toEqual([
      {
        at: '',
        keyword: 'x-order',
        values: [
          { index: 0, value: 1 },
          { index: 1, value: 2 },
        ],
      },
    ]);
  });

  test('a count without anything to count does not begin to count what another schema asks for', () => {
    expect(intersect({ minContains: 3 }, { contains: { const: 1 } }).schema).toEqual({
      contains: { const: 1 },
      allOf: [{ minContains: 3 }],
    });
  });
});

describe('annotations', () => {
  test('the first title speaks and every title is listed, with the place', () => {
    const { schema, differences } = intersect(
      { properties: { a: { title: 'One' } } },
      { properties: { a: { title: 'Two', type: 'string' } } },
    );
    expect(schema).toEqual({ properties: { a: { title: 'One', type: 'string' } } });
    expect(differences).toEqual([
      {
        at: '/a',
        keyword: 'title',
        values: [
          { index: 0, value: 'One' },
          { index: 1, value: 'Two' },
        ],
      },
    ]);
  });

  test('the same code list in another order is a difference and no conflict', () => {
    const { schema, differences, conflicts } = intersect({ enum: ['a', 'b'] }, { enum: ['b', 'a'] });
    expect(schema).toEqual({ enum: ['a', 'b'] });
    expect(conflicts).toEqual([]);
    expect(differences.map(({ keyword }) => keyword)).toEqual(['enum']);
  });
});

describe('references of joined documents', () => {
  test('equal definitions are shared', () => {
    const $defs = { name: { type: 'string' } };
    expect(
      intersect(
        { properties: { a: { $ref: '#/$defs/name' } }, $defs },
        { properties: { b: { $ref: '#/$defs/name' } }, $defs: { name: { type: 'string' } } },
      ).schema,
    ).toEqual({ properties: { a: { $ref: '#/$defs/name' }, b: { $ref: '#/$defs/name' } }, $defs });
  });

  test('unlike definitions of one name get names of their own', () => {
    const { schema } = intersect(
      { $ref: '#/$defs/name', $defs: { name: { minLength: 1 } } },
      { $ref: '#/$defs/name', $defs: { name: { maxLength: 9 } } },
    );
    expect(schema).toEqual({
      $ref: '#/$defs/name',
      allOf: [{ $ref: '#/$defs/name-2' }],
      $defs: { name: { minLength: 1 }, 'name-2': { maxLength: 9 } },
    });
  });

  test('a pointer to the root still leads to the schema it led to', () => {
    const tree = { type: 'object', properties: { child: { $ref: '#' } } };
    const { schema } = intersect(tree, { required: ['child'] });
    expect(schema).toEqual({
      type: 'object',
      properties: { child: { $ref: '#/$defs/root' } },
      required: ['child'],
      $defs: { root: { type: 'object', properties: { child: { $ref: '#/$defs/root' } } } },
    });
  });

  test('anchors and identifiers become pointers', () => {
    const { schema } = intersect(
      { $id: 'https://example.org/a', $ref: '#x', $defs: { one: { $anchor: 'x', type: 'string' } } },
      { minLength: 1 },
    );
    expect(schema).toEqual({ $ref: '#/$defs/one', minLength: 1, $defs: { one: { type: 'string' } } });
  });

  test('a dynamic reference becomes one to what it leads to from there', () => {
    const tree = {
      $dynamicAnchor: 'node',
      type: 'object',
      properties: { child: { $dynamicRef: '#node' } },
    };
    const node = { type: 'object', properties: { child: { $ref: '#/$defs/node' } } };
    expect(intersect(tree, { minProperties: 1 }).schema).toEqual({
      ...node,
      minProperties: 1,
      $defs: { node },
    });
  });

  test('a document that would need too many definitions for its dynamic references stays whole', () => {
    // Each of these leads to each other one, so that every order of them is a way of its own.
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const $defs = Object.fromEntries(
      names.map((name) => [
        name,
        {
          $id: name,
          $dynamicAnchor: name,
          properties: Object.fromEntries(
            names.map((other) => [other, { $ref: other, not: { $dynamicRef: `${other}#${other}` } }]),
          ),
        },
      ]),
    );
    const { schema } = intersect({ $ref: 'a', $defs }, { minProperties: 1 });
    expect(JSON.stringify(schema)).toContain('json-schema:///document-0');
    expect(JSON.stringify(schema).length).toBeLessThan(20_000);
  });
});

test('names of Object.prototype are names like any other', () => {
  const one = parse('{"properties":{"__proto__":{"type":"string"},"constructor":{"minLength":2}}}');
  const other = parse('{"properties":{"__proto__":{"maxLength":3}},"required":["toString"]}');
  expect(JSON.stringify(intersect(one, other).schema)).toBe(
    '{"properties":{"__proto__":{"type":"string","maxLength":3},"constructor":{"minLength":2}},"required":["toString"]}',
  );
});

test('contributors of a place are found when asked, also through patterns and the rest', () => {
  const result = intersect(
    { properties: { ab: { minLength: 1 } } },
    { patternProperties: { '^a': { maxLength: 9 } } },
    { allOf: [{ additionalProperties: { type: 'string' } }] },
  );
  expect(result.contributors('/properties/ab').map(({ index, pointer }) => [index, pointer])).toEqual([
    [0, '/properties/ab/minLength'],
    [1, '/patternProperties/^a/maxLength'],
    [2, '/allOf/0/additionalProperties/type'],
  ]);
  expect(result.contributors('/properties/ab/minLength')).toEqual([
    { index: 0, pointer: '/properties/ab/minLength', keyword: 'minLength', value: 1 },
  ]);
});

test('three hundred contributors of one field are folded once', () => {
  const contributions = Array.from({ length: 300 }, (_, at) => ({
    schema: { type: 'string', maxLength: 400 - at },
    source: at,
  }));
  const { schema, cost } = intersectAll(contributions);
  expect(schema).toEqual({ type: 'string', maxLength: 101 });
  expect(cost).toEqual({ folds: 1, cells: 0, branches: 0, exhausted: false });
});

test('inputs are not changed, and the same input gives the same bytes', () => {
  const schemas: JsonSchema[] = [
    { properties: { a: { enum: [1, 2, 3] } }, allOf: [{ required: ['a'] }] },
    { properties: { a: { minimum: 2 } }, additionalProperties: false },
  ];
  const before = JSON.stringify(schemas);
  const first = JSON.stringify(intersect(...schemas));
  expect(JSON.stringify(intersect(...schemas))).toBe(first);
  expect(JSON.stringify(schemas)).toBe(before);
});
