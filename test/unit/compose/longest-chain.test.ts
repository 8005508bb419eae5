import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { chainTime, longestChain, stepTimes } from '../../../src/compose/index.js';
import type { Document } from '../../../src/model/index.js';
import { composedBundle } from '../../../src/plan/index.js';

/** Two blocks that exclude each other, one after the other: nobody goes through both. */
const documents: Document[] = [
  { kind: 'subject', id: 'person', elements: { old: { schema: { type: 'boolean' } } } },
  { kind: 'block', id: 'young', roles: { who: 'person' }, time: { promised: '4wd' } },
  {
    kind: 'block',
    id: 'old',
    roles: { who: 'person' },
    time: { promised: '3wd' },
    after: [{ block: 'young' }],
  },
  {
    kind: 'bundle',
    id: 'all',
    roles: { who: 'person' },
    uses: [
      { block: 'young', when: { 'who.old': { const: false } } },
      { block: 'old', when: { 'who.old': { const: true } } },
    ],
  },
];

it('the longest chain is proven within a number of beginnings, and said to be open past it', () => {
  const { bound, order } = composedBundle(loadCatalogue([], { documents }), 'all');
  const time = chainTime(order.pace, stepTimes(bound));
  const chain = (budget: number) => longestChain(bound, order.graph, time, budget);
  const least = [...Array(20).keys()].find((budget) => chain(budget).exact)!;
  expect(least).toBeGreaterThan(1);
  expect(chain(least)).toMatchObject({ steps: ['young'], workingDays: 4 });
  // What nobody may go through is the most that it can be, and is not called proven.
  expect(chain(least - 1)).toMatchObject({ steps: ['young', 'old'], workingDays: 7, exact: false });
});
