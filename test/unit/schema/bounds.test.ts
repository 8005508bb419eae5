import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../../src/base/index.js';
import { accepts, includes, intersect, isEmpty, normalize } from '../../../src/schema/index.js';

const DEPTH = 100_000;

const wrappers: Record<string, (inner: JsonSchema) => JsonObject> = {
  not: (inner) => ({ not: inner }),
  allOf: (inner) => ({ allOf: [inner] }),
  anyOf: (inner) => ({ anyOf: [inner, { minimum: 0 }] }),
  if: (inner) => ({ if: inner, then: true }),
  items: (inner) => ({ type: 'array', items: inner, minItems: 1 }),
  properties: (inner) => ({ type: 'object', properties: { a: inner }, required: ['a'] }),
  $defs: (inner) => ({ $defs: { a: inner } }),
};

function nested(wrap: (inner: JsonSchema) => JsonObject): JsonObject {
  let schema: JsonObject = { type: 'string' };
  for (let depth = 0; depth < DEPTH; depth++) schema = wrap(schema);
  return schema;
}

describe('a schema nested a hundred thousand deep', () => {
  test.each(Object.keys(wrappers))('%s', (keyword) => {
    const schema = nested(wrappers[keyword]!);
    const other = nested(wrappers[keyword]!);
    expect(() => {
      intersect(schema, { minLength: 3 });
      intersect(schema, other);
      isEmpty(schema);
      includes(schema, other);
      accepts(schema, 'text');
      normalize(schema);
    }).not.toThrow();
  });

  test('deep values are compared', () => {
    const deep = (): JsonValue => {
      let value: JsonValue = 1;
      for (let depth = 0; depth < DEPTH; depth++) value = [value];
      return value;
    };
    expect(intersect({ const: deep() }, { enum: [deep(), 2] }).schema).not.toBe(false);
    expect(intersect({ const: deep() }, { const: [deep()] }).schema).toBe(false);
  });
});

describe('what would take for ever ends in unknown, and says so', () => {
  test('pigeons and holes', () => {
    const pigeons = Array.from({ length: 24 }, (_, at) => ({
      anyOf: Array.from({ length: 5 }, (__, hole) => ({ required: [`p${at}h${hole}`] })),
    }));
    const holes = Array.from({ length: 5 }, (_, hole) => ({
      not: { minProperties: 3, required: [`p0h${hole}`, `p1h${hole}`] },
    }));
    const answer = isEmpty(
      { type: 'object', maxProperties: 23, allOf: [...pigeons, ...holes] },
      { budget: 300 },
    );
    expect(answer.verdict).toBe('unknown');
    expect(answer.cost.exhausted).toBe(true);
    expect(answer.cost.cells).toBeLessThan(2_000);
  });

  test('sizes that nobody makes up', () => {
    expect(isEmpty({ type: 'string', minLength: 1e9 }).verdict).toBe('unknown');
    expect(isEmpty({ type: 'array', minItems: 1e9 }).verdict).toBe('unknown');
    expect(isEmpty({ type: 'object', minProperties: 1e9 }).verdict).toBe('unknown');
    expect(isEmpty({ type: 'array', contains: { const: 1 }, minContains: 1e9 }).verdict).toBe('unknown');
  });

  test('references that go round in circles', () => {
    const circle = { $ref: '#/$defs/a', $defs: { a: { $ref: '#/$defs/b' }, b: { $ref: '#/$defs/a' } } };
    expect(isEmpty(circle).verdict).toBe('unknown');
    expect(accepts(circle, 1)).toBe('unknown');
    expect(() => intersect(circle, circle, { type: 'string' })).not.toThrow();
  });
});

describe('conditions do not multiply', () => {
  const names = Array.from({ length: 40 }, (_, at) => `f${at}`);
  const form = {
    type: 'object',
    properties: Object.fromEntries(names.map((name) => [name, { enum: ['x', 'y'] }])),
    required: names,
  };
  const conditions = names.map((name) => ({
    if: { properties: { [name]: { const: 'x' } } },
    then: { required: [`${name}-more`] },
  }));

  test('an instance is found by following the choices that matter', () => {
    const answer = isEmpty({ ...form, allOf: conditions });
    expect(answer.verdict).toBe('no');
    expect(answer.cost.branches).toBeLessThanOrEqual(names.length);
  });

  test('one impossible condition is found without trying the others', () => {
    const impossible = { properties: { f20: { const: 'x' }, 'f20-more': false } };
    const answer = isEmpty({ ...form, allOf: [...conditions, impossible] });
    expect(answer.verdict).toBe('yes');
    expect(answer.cost.branches).toBe(0);
  });
});

test('what things cost is counted alike every time', () => {
  const cost = () =>
    intersect(
      { type: 'object', properties: { a: { type: 'string', pattern: '^a' }, b: { type: 'integer' } } },
      { properties: { a: { pattern: 'z$' }, b: { minimum: 3 } }, required: ['a'] },
      { properties: { a: { maxLength: 9 } } },
    ).cost;
  const first = cost();
  expect(first).toEqual({ folds: 3, cells: 2, branches: 0, exhausted: false });
  expect(cost()).toEqual(first);
});
