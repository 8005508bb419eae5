import { expect, it } from 'vitest';
import type { Predicate } from '../../../src/model/index.js';
import { createGround } from '../../../src/predicate/index.js';
import { partition } from '../../../src/predicate/partition.js';

const ground = createGround(() => ({ type: 'integer' }));

it('the values of a field are divided by its tests, up to a number of parts that is told', () => {
  // Three numbers tell four kinds of values apart.
  const tests = [1, 2, 3].map((minimum): Predicate => ({ field: 'p.age', schema: { minimum } }));
  const whole = partition('p.age', tests, ground, 4);
  expect(whole.cells).toHaveLength(4);
  expect(whole).toMatchObject({ exact: true, crowded: false });
  expect(partition('p.age', tests, ground, 3)).toMatchObject({ cells: [], exact: false, crowded: true });
});
