import { expect, test } from 'vitest';
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
