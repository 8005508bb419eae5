/** How many situations are written out, and how many a group may have whose coverage is counted one by one: at the bound and past it. */
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { Document } from '../../../src/model/index.js';
import { composedBundle } from '../../../src/plan/index.js';
import { situationsOf } from '../../../src/prove/index.js';
import { coverageOf } from '../../../src/testing/coverage.js';

const values = (count: number): string[] => Array.from({ length: count }, (_, index) => `v${index}`);

/** Blocks that each value of "shop.x" and of "shop.y" decides, and one that rests on both: as many situations as pairs. */
function bundleOf(xs: number, ys: number): Document[] {
  const whens = [
    ...values(xs).map((value) => ({ 'shop.x': { const: value } })),
    ...values(ys).map((value) => ({ 'shop.y': { const: value } })),
    { 'shop.x': { const: 'v0' }, 'shop.y': { const: 'v0' } },
  ];
  const inputs = [{ field: 'shop.x' }, { field: 'shop.y' }];
  return [
    {
      kind: 'subject',
      id: 'shop',
      elements: {
        x: { title: 'X', schema: { enum: values(xs) } },
        y: { title: 'Y', schema: { enum: values(ys) } },
        name: { title: 'Name', schema: { type: 'string' } },
      },
    },
    { kind: 'block', id: 'always', roles: { shop: 'shop' }, inputs },
    ...whens.map((_, at): Document => ({
      kind: 'block',
      id: `b${at}`,
      roles: { shop: 'shop' },
      inputs: [{ field: 'shop.name' }],
    })),
    {
      kind: 'bundle',
      id: 'bundle',
      roles: { shop: 'shop' },
      uses: [{ block: 'always' }, ...whens.map((when, at) => ({ block: `b${at}`, when }))],
    },
  ];
}

test.each([
  [8, 4, 32],
  [11, 3, 33],
])('%i times %i situations: %i are counted, 32 of them written out', (xs, ys, count) => {
  const { bound } = composedBundle(loadCatalogue([], { documents: bundleOf(xs, ys) }), 'bundle');
  const [group] = situationsOf(bound).groups;
  expect(group).toMatchObject({ count: String(count), exact: true });
  expect(group!.listed).toHaveLength(32);
});

test.each([
  [16, 4, 64, []],
  [13, 5, 65, [{ fields: ['shop.x', 'shop.y'], count: '65', covered: 0 }]],
])('%i times %i situations: of %i, those that are too many to cover are told', (xs, ys, count, large) => {
  const covered = coverageOf(loadCatalogue([], { documents: bundleOf(xs, ys) }), 'bundle', []);
  expect(covered.large).toMatchObject(large);
  expect(covered.large).toHaveLength(large.length);
  expect(covered.situations.of).toBe(large.length === 0 ? count : 0);
});
