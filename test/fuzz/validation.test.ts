import { expect, test } from 'vitest';
import { accepts, createCompiledValidator, createValidator } from '../../src/schema/index.js';
import { runValidation } from './validation.js';

/** A fixed slice of the long run (`npm run fuzz`). */
const seed = 20_201_212;

test.each([
  ['fields', 40],
  ['forms', 50],
  ['draft', 100],
  ['closed', 150],
  ['patterns', 30],
])('every way to validate %s says the same, and what an independent validator says', async (kind, cases) => {
  const { failure, counts } = await runValidation(kind, cases, seed);
  expect(failure, failure && JSON.stringify(failure, null, 2)).toBeUndefined();
  expect(counts.schemas).toBe(cases);
  expect(counts.undecided).toBe(0);
  expect(counts.judged).toBeGreaterThan(counts.pairs * 0.6);
  expect(Math.min(counts.valid, counts.pairs - counts.valid)).toBeGreaterThan(counts.pairs / 10);
});

test.each([
  // By the numbers as they are written; divided as doubles, all but the third come out the other way.
  [1e300, 3, false],
  [0.3, 0.1, true],
  [1e300, 4, true],
  [2 ** 70, 3, true],
])('%f as a multiple of %f is judged exactly', (value, multipleOf, expected) => {
  const schema = { multipleOf };
  expect(accepts(schema, value)).toBe(expected);
  expect(createValidator(schema)(value).length === 0).toBe(expected);
  expect(createCompiledValidator(schema)!(value)).toBe(expected);
});
