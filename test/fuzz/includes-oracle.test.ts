import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonSchema, JsonValue } from '../../src/base/index.js';
import { equivalent, includes, isEmpty } from '../../src/schema/index.js';
import { isValidForAjv } from '../suite/ajv-judge.js';

/** A small finite world: a schema that admits just these instances, and schemas that cut it in many ways. */
interface World {
  name: string;
  domain: JsonSchema;
  instances: JsonValue[];
  schemas: fc.Arbitrary<JsonObject>;
}

const words = (letters: string, longest: number): string[] => {
  const found = [''];
  for (let from = 0, length = 0; length < longest; length++) {
    const to = found.length;
    for (; from < to; from++) found.push(...[...letters].map((letter) => found[from]! + letter));
  }
  return found;
};

const from = (keywords: Record<string, fc.Arbitrary<unknown>>, combined = true): fc.Arbitrary<JsonObject> => {
  const flat = fc.record(keywords, { requiredKeys: [] }) as fc.Arbitrary<JsonObject>;
  if (!combined) return flat;
  return fc.oneof(
    { weight: 3, arbitrary: flat },
    flat.map((schema) => ({ not: schema })),
    fc
      .tuple(fc.constantFrom('anyOf', 'oneOf', 'allOf'), flat, flat)
      .map(([name, a, b]) => ({ [name]: [a, b] })),
    fc
      .tuple(flat, flat, flat)
      .map(([condition, then, otherwise]) => ({ if: condition, then, else: otherwise })),
  );
};

const small = fc.integer({ min: -1, max: 5 });
const booleans: JsonValue[] = [true, false];
const lists: JsonValue[] = [
  [],
  ...booleans.map((a) => [a]),
  ...booleans.flatMap((a) => booleans.map((b) => [a, b])),
];
const objects: JsonValue[] = [undefined, true, false].flatMap((a) =>
  [undefined, 0, 1].map((b) => ({ ...(a === undefined ? {} : { a }), ...(b === undefined ? {} : { b }) })),
);
const flag = from({ const: fc.boolean(), enum: fc.constantFrom([true], [true, false]) }, false);

const worlds: World[] = [
  {
    name: 'whole numbers from 0 to 4',
    domain: { type: 'integer', minimum: 0, maximum: 4 },
    instances: [0, 1, 2, 3, 4],
    schemas: from({
      minimum: small,
      maximum: small,
      exclusiveMinimum: small,
      exclusiveMaximum: small,
      multipleOf: fc.constantFrom(1, 2, 3, 0.5),
      enum: fc.uniqueArray(small, { minLength: 1, maxLength: 4 }),
      type: fc.constantFrom('integer', 'number', 'string', ['integer', 'null']),
    }),
  },
  {
    name: 'words of a and b up to three letters',
    domain: { type: 'string', pattern: '^[ab]*$', maxLength: 3 },
    instances: words('ab', 3),
    schemas: from({
      minLength: fc.integer({ min: 0, max: 4 }),
      maxLength: fc.integer({ min: 0, max: 4 }),
      pattern: fc.constantFrom('^a', 'b$', 'ab', '^(?:ab?)*$', '^.{2}$', '^(?!.*bb)', '^b+$', '[^a]'),
      enum: fc.uniqueArray(fc.constantFrom(...words('ab', 2)), { minLength: 1, maxLength: 4 }),
      const: fc.constantFrom('', 'a', 'ba'),
    }),
  },
  {
    name: 'lists of up to two truth values',
    domain: { type: 'array', items: { type: 'boolean' }, maxItems: 2 },
    instances: lists,
    schemas: from({
      items: flag,
      prefixItems: fc.array(flag, { minLength: 1, maxLength: 2 }),
      contains: flag,
      minContains: fc.integer({ min: 0, max: 2 }),
      maxContains: fc.integer({ min: 0, max: 2 }),
      uniqueItems: fc.boolean(),
      minItems: fc.integer({ min: 0, max: 3 }),
      maxItems: fc.integer({ min: 0, max: 3 }),
    }),
  },
  {
    name: 'objects of two small fields',
    domain: {
      type: 'object',
      properties: { a: { type: 'boolean' }, b: { enum: [0, 1] } },
      additionalProperties: false,
    },
    instances: objects,
    schemas: from({
      properties: fc.record(
        { a: flag, b: from({ const: fc.constantFrom(0, 1), minimum: small }, false) },
        { requiredKeys: [] },
      ),
      required: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 }),
      minProperties: fc.integer({ min: 0, max: 3 }),
      maxProperties: fc.integer({ min: 0, max: 3 }),
      additionalProperties: flag,
      propertyNames: fc.constantFrom({ const: 'a' }, { pattern: '^[ab]$' }, { maxLength: 0 }),
      dependentRequired: fc.constantFrom({ a: ['b'] }, { b: ['a'] }, { a: ['c'] }),
      patternProperties: fc.constantFrom({ '^a': { const: true } }, { b: false }),
    }),
  },
];

describe('inclusion agrees with looking at every instance of a small world', () => {
  test.each(worlds)('$name', ({ domain, instances, schemas }) => {
    const counts = { yes: 0, no: 0, unknown: 0 };
    fc.assert(
      fc.property(schemas, schemas, (a, b) => {
        const [inA, inB] = [isValidForAjv(a), isValidForAjv(b)];
        const outside = instances.filter((each) => inB(each) && !inA(each));
        const inside = instances.filter((each) => inB(each));
        const inner: JsonSchema = { allOf: [domain, b] };
        const answer = includes(a, inner);
        counts[answer.verdict]++;
        if (answer.verdict !== 'unknown') expect(answer.verdict).toBe(outside.length === 0 ? 'yes' : 'no');
        if (answer.verdict === 'no') expect(outside).toContainEqual(answer.instance);
        const empty = isEmpty(inner);
        if (empty.verdict !== 'unknown') expect(empty.verdict).toBe(inside.length === 0 ? 'yes' : 'no');
        const same = equivalent({ allOf: [domain, a] }, inner);
        const agree = instances.every((each) => inA(each) === inB(each));
        if (same.verdict !== 'unknown') expect(same.verdict).toBe(agree ? 'yes' : 'no');
      }),
      { numRuns: 150, seed: 20_201_212 },
    );
    console.log(`${JSON.stringify(domain)}: ${JSON.stringify(counts)}`);
    expect(counts.yes + counts.no).toBeGreaterThan(130);
    expect(Math.min(counts.yes, counts.no)).toBeGreaterThan(10);
  });

  test('every world is as its schema says', () => {
    for (const { domain, instances } of worlds) {
      expect(instances.filter((each) => !isValidForAjv(domain)(each))).toEqual([]);
    }
  });
});
