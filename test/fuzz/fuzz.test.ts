import { expect, test } from 'vitest';
import { kinds, runPairs, runTriples, type Outcome } from './run.js';

/** A fixed slice of the long run (`npm run fuzz`). */
const seed = 20_201_212;

function expectNoFailure({ failure, counts }: Outcome, cases: number): void {
  expect(failure, failure && JSON.stringify(failure, null, 2)).toBeUndefined();
  expect(counts.pairs + counts.unjudged).toBeGreaterThanOrEqual(cases);
}

test.each(Object.keys(kinds))('the laws of the algebra hold on pairs of %s', async (kind) => {
  expectNoFailure(await runPairs(kind, 150, seed), 150);
});

test.each(Object.keys(kinds))('three %s mean the same in every order', async (kind) => {
  expectNoFailure(await runTriples(kind, 30, seed), 30);
});
