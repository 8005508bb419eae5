import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../../src/base/index.js';
import { codesOf, compose } from './build-catalogue.js';

function clash(element: JsonSchema, ...narrowings: JsonSchema[]) {
  const blocks = Object.fromEntries(
    narrowings.map((schema, index) => [`b${index}`, { inputs: [{ field: 'person.it', schema }] }]),
  );
  return compose({ elements: { it: element }, blocks });
}

describe('conflicts', () => {
  it.each<[string, JsonSchema, JsonSchema, JsonSchema]>([
    ['enum', { type: 'string' }, { enum: ['a', 'b'] }, { enum: ['c'] }],
    ['const', { type: 'integer' }, { const: 1 }, { const: 2 }],
    ['pattern', { type: 'string' }, { pattern: '^a' }, { pattern: '^b' }],
    ['format', { type: 'string' }, { format: 'date' }, { format: 'email' }],
    ['bounds', { type: 'integer' }, { minimum: 5 }, { maximum: 4 }],
    ['lengths', { type: 'string' }, { minLength: 5 }, { maxLength: 4 }],
    [
      'closed object',
      { type: 'object' },
      { required: ['a'] },
      { properties: { b: true }, additionalProperties: false },
    ],
  ])('names both contributors of a conflict of %s', (_, element, first, second) => {
    const { diagnostics } = clash(element, first, second);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.code).toBe('compose/conflict');
    const files = new Set(diagnostics[0]!.related.map(({ at }) => at.file));
    expect(files.size).toBeGreaterThanOrEqual(2);
  });

  it('names a smallest set: whoever takes no part in the contradiction is not named', () => {
    const { diagnostics } = clash(
      { type: 'integer' },
      { minimum: 5 },
      { multipleOf: 2 },
      { maximum: 4 },
      { minimum: 1 },
    );
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]!.related.map(({ message }) => message).sort()).toEqual([
      '"b0" says minimum: 5',
      '"b2" says maximum: 4',
      // Without the type, a text would meet both bounds.
      'the element itself says type: "integer"',
    ]);
  });

  it('says that an input contradicts its own element', () => {
    expect(codesOf(clash({ type: 'string' }, { type: 'integer' }))).toEqual(['compose/widened']);
  });

  it('is silent where the contributors never meet', () => {
    const blocks = {
      a: { inputs: [{ field: 'person.age', schema: { maximum: 17 } }] },
      b: { inputs: [{ field: 'person.age', schema: { minimum: 18 } }] },
    };
    const uses = [
      { block: 'a', when: { 'person.married': { const: false } } },
      { block: 'b', when: { 'person.married': { const: true } } },
    ];
    expect(codesOf(compose({ blocks, bundle: { uses } }))).toEqual([]);
    expect(codesOf(compose({ blocks }))).toEqual(['compose/conflict']);
  });

  it('gives a witness of the situation in which it bites', () => {
    const { diagnostics } = compose({
      blocks: {
        a: { inputs: [{ field: 'person.age', schema: { maximum: 17 } }] },
        b: { inputs: [{ field: 'person.age', schema: { minimum: 18 } }] },
      },
      bundle: {
        uses: [
          { block: 'a', when: { 'person.sex': { const: 'male' } } },
          { block: 'b', when: { 'person.married': { const: true } } },
        ],
      },
    });
    expect(diagnostics[0]!.witness).toMatchObject({
      facts: { 'person.sex': 'male', 'person.married': true },
    });
  });

  it('finds the pair that meets among contributors that do not', () => {
    const { diagnostics } = compose({
      blocks: {
        a: { inputs: [{ field: 'person.age', schema: { const: 1 } }] },
        b: { inputs: [{ field: 'person.age', schema: { const: 2 } }] },
        c: { inputs: [{ field: 'person.age', schema: { const: 3 } }] },
      },
      bundle: {
        uses: [
          { block: 'a', when: { 'person.married': { const: true } } },
          { block: 'b', when: { 'person.married': { const: false } } },
          { block: 'c', when: { 'person.married': { const: false } } },
        ],
      },
    });
    expect(diagnostics.map(({ related }) => related.map(({ at }) => at.file))).toHaveLength(1);
    expect(diagnostics[0]!.message).toContain('"b" says const: 2');
    expect(diagnostics[0]!.message).toContain('"c" says const: 3');
  });

  it('only hints where titles or code lists differ', () => {
    const { diagnostics } = compose({
      blocks: {
        a: { inputs: [{ field: 'person.sex', title: 'Sex', codes: { male: '1', female: '2' } }] },
        b: { inputs: [{ field: 'person.sex', title: 'Gender', codes: { male: 'M', female: 'F' } }] },
      },
    });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'hint compose/codes-differ',
      'hint compose/titles-differ',
    ]);
  });
});
