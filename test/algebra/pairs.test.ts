import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { JsonSchema, JsonValue } from '../../src/base/index.js';
import { accepts, includes, intersect, isEmpty, normalize } from '../../src/schema/index.js';
import { isValidForAjv } from '../suite/ajv-judge.js';

interface Row {
  keyword: string;
  schema: JsonSchema;
}

const read = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
const rows = read<Row[]>('keywords.json');
const instances = read<JsonValue[]>('instances.json');

/** Valid instances according to ajv, which shares no code with the algebra. */
function validFor(schema: JsonSchema): boolean[] {
  return instances.map(isValidForAjv(schema));
}

const valid = rows.map(({ schema }) => validFor(schema));

describe.each([...rows.entries()])('%#', (at, { keyword, schema }) => {
  test(`${keyword} alone: the interpreter, the normal form and the witness agree with the judge`, () => {
    expect(instances.map((instance) => accepts(schema, instance))).toEqual(valid[at]);
    expect(validFor(normalize(schema))).toEqual(valid[at]);
    const answer = isEmpty(schema);
    if (answer.verdict === 'no') expect(isValidForAjv(schema)(answer.instance)).toBe(true);
    else expect(valid[at]).not.toContain(true);
  });

  test(`${keyword} with every keyword: valid for the result iff valid for both`, () => {
    for (const [other, row] of rows.entries()) {
      const both = valid[at]!.map((first, index) => first && valid[other]![index]!);
      const { schema: result, conflicts } = intersect(schema, row.schema);
      const pair = JSON.stringify([schema, row.schema, result]);
      expect(validFor(result), pair).toEqual(both);
      if (conflicts.some(({ whole }) => whole)) expect(both, pair).not.toContain(true);
      expect(
        conflicts.some(({ whole }) => whole),
        pair,
      ).toBe(result === false);
    }
  });

  test(`${keyword} around every keyword: an inclusion is proven or refuted by an instance`, () => {
    for (const [other, row] of rows.entries()) {
      const answer = includes(schema, row.schema);
      const pair = JSON.stringify([schema, row.schema, answer]);
      const refuted = instances.some((_, index) => valid[other]![index] && !valid[at]![index]);
      if (answer.verdict === 'yes') expect(refuted, pair).toBe(false);
      if (answer.verdict === 'no') {
        expect(isValidForAjv(row.schema)(answer.instance), pair).toBe(true);
        expect(isValidForAjv(schema)(answer.instance), pair).toBe(false);
      }
      if (other === at) expect(answer.verdict, pair).toBe('yes');
    }
  });
});

test('few pairs are left undecided', () => {
  const verdicts = rows.flatMap(({ schema: outer }) =>
    rows.map(({ schema: inner }) => includes(outer, inner).verdict),
  );
  const unknown = verdicts.filter((verdict) => verdict === 'unknown').length;
  expect(unknown / verdicts.length).toBeLessThan(0.03);
});
