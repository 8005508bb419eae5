import { expect, test } from 'vitest';
import { kinds, runPairs, runTriples, type Outcome } from './run.js';

/** A slice of the long run (`npm run fuzz`); the seed changes with each day, so that the slice moves on. */
const seed = Math.floor(Date.now() / 86_400_000);

function expectNoFailure({ failure, counts }: Outcome, cases: number): void {
  expect(failure, failure && JSON.stringify(failure, null, 2)).toBeUndefined();
  expect(counts.pairs + counts.unjudged).toBeGreaterThanOrEqual(cases);
}

test.each(Object.keys(kinds))('the laws of the algebra hold on pairs of %s', async (kind) => {
  expectNoFailure(await runPairs(kind, 250, seed), 250);
});

test.each(Object.keys(kinds))('three %s mean the same in every order', async (kind) => {
  expectNoFailure(await runTriples(kind, 50, seed), 50);
});
