import { expect, test } from 'vitest';
import { noCounts } from './laws.js';
import { runOne } from './run.js';

/** A fixed slice of the long run (`npm run fuzz`). */
const first = 20_261_122;

test('whatever is done to documents, checking, its formats and differences keep their laws', async () => {
  const counts = noCounts();
  for (let index = 0; index < 120; index++) {
    const which = { formats: index % 20 === 0, diffs: index % 8 === 0, commands: index % 20 === 0 };
    const failure = await runOne(first + index, which, counts);
    expect(failure, JSON.stringify(failure?.broken, null, 1)).toBeUndefined();
  }
  // It did find something to say.
  expect(counts.catalogues).toBe(120);
  expect(counts.findings).toBeGreaterThan(200);
  expect(counts.codes.size).toBeGreaterThan(15);
  expect(counts.formats).toBe(30);
  expect(counts.diffs).toBe(30);
  expect(counts.commands).toBeGreaterThanOrEqual(24);
  expect([...counts.exits.keys()].sort()).toEqual([0, 1, 2]);
});
