import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromEntries, isObject, tokensOf, type JsonSchema, type JsonValue } from '../../src/base/index.js';
import {
  equivalent,
  includes,
  intersect,
  intersectAll,
  isEmpty,
  type KeywordRef,
} from '../../src/schema/index.js';
import { draftSchema, fieldSchema, formSchema } from '../fuzz/generators.js';

const kinds: [string, fc.Arbitrary<JsonSchema>][] = [
  ['fields', fieldSchema],
  ['forms', formSchema],
  ['the whole draft', draftSchema],
];
const runs = { numRuns: 60, seed: 20_261_121 };

const maps = new Set(['properties', 'patternProperties', 'dependentSchemas']);

/** The schema reduced to the named keywords; subschemas of which none is named become `true`. */
function only(schema: JsonValue, kept: readonly (readonly string[])[], inMap = false): JsonValue {
  if (kept.some((tokens) => tokens.length === 0)) return schema;
  const below = (token: string) => kept.filter(([first]) => first === token).map((tokens) => tokens.slice(1));
  if (Array.isArray(schema)) return schema.map((item, at) => only(item, below(String(at))));
  if (!isObject(schema) || kept.length === 0) return true;
  return fromEntries(
    Object.entries(schema).flatMap(([name, held]) => {
      const deeper = below(name);
      if (deeper.length > 0) return [[name, only(held, deeper, !inMap && maps.has(name))] as const];
      return inMap ? [[name, true] as const] : [];
    }),
  );
}

/** What references lead to belongs to the reference. */
function reduced(schemas: readonly JsonSchema[], refs: readonly KeywordRef[]): JsonSchema[] {
  return schemas.map((schema, index) => {
    const mine = refs.filter((ref) => ref.index === index).map((ref) => tokensOf(ref.pointer));
    const rest = only(schema, mine) as JsonSchema;
    return isObject(rest) && isObject(schema) && schema.$defs ? { ...rest, $defs: schema.$defs } : rest;
  });
}

describe.each(kinds)('%s', (_, schema) => {
  test('a contradicting set can spare none of its members', () => {
    fc.assert(
      fc.property(fc.array(schema, { minLength: 1, maxLength: 3 }), (schemas) => {
        const { conflicts } = intersect(...schemas);
        for (const { because } of conflicts.filter(({ whole }) => whole)) {
          expect(intersect(...reduced(schemas, because)).schema).toBe(false);
          for (const ref of because) {
            const spared = reduced(
              schemas,
              because.filter((other) => other !== ref),
            );
            expect(intersect(...spared).schema, ref.pointer).not.toBe(false);
          }
        }
      }),
      runs,
    );
  });

  test('the order of schemas does not change what the result means', () => {
    fc.assert(
      fc.property(schema, schema, (a, b) => {
        const one = intersect(a, b).schema;
        const other = intersect(b, a).schema;
        expect(equivalent(one, other).verdict).not.toBe('no');
        expect(one === false).toBe(other === false);
      }),
      runs,
    );
  });

  test('the result lies within each schema', () => {
    fc.assert(
      fc.property(schema, schema, (a, b) => {
        const { schema: both } = intersect(a, b);
        expect(includes(a, both).verdict).not.toBe('no');
        expect(includes(b, both).verdict).not.toBe('no');
      }),
      runs,
    );
  });

  test('what is empty lies within everything, and only that lies within nothing', () => {
    fc.assert(
      fc.property(schema, schema, (a, b) => {
        const both = intersect(a, b).schema;
        const { verdict } = isEmpty(both);
        expect(includes(false, both).verdict).toBe(verdict);
        if (verdict === 'yes') expect(includes(a, both).verdict).toBe('yes');
      }),
      runs,
    );
  });

  test('a small budget never changes an answer, it only withholds it', () => {
    fc.assert(
      fc.property(schema, schema, fc.integer({ min: 1, max: 30 }), (a, b, budget) => {
        const free = includes(a, b).verdict;
        const bounded = includes(a, b, { budget }).verdict;
        if (bounded !== 'unknown' && free !== 'unknown') expect(bounded).toBe(free);
        const schemas = [{ schema: a }, { schema: b }];
        const { schema: tight } = intersectAll(schemas, { budget });
        expect(equivalent(tight, intersectAll(schemas).schema).verdict).not.toBe('no');
      }),
      runs,
    );
  });

  test('every keyword of a result comes from somewhere', () => {
    fc.assert(
      fc.property(schema, schema, (a, b) => {
        const result = intersect(a, b);
        if (!isObject(result.schema)) return;
        for (const keyword of Object.keys(result.schema)) {
          if (keyword === 'allOf' || keyword === '$defs') continue;
          expect(result.contributors(`/${keyword}`), keyword).not.toEqual([]);
        }
      }),
      runs,
    );
  });
});
