import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { Document, Figures, Report } from '../../../src/model/index.js';
import { composeBundle, composedBundle } from '../../../src/plan/index.js';
import { worstCases } from '../../../src/prove/index.js';
import { generatedBundle } from '../../properties/prove-bundles.js';
import { sizeOf, worldsOf } from '../../properties/prove-judge.js';

/** Whoever gives facts is not asked them any more: what is asked because it decides cannot be compared in this way. */
const figures = [
  ...['authorities', 'materials', 'steps', 'trips'].map((name) => `before.${name}`),
  ...['authorities', 'materials', 'materialsLeft', 'trips'].map((name) => `after.${name}`),
];

/** These count what decides as well: no less than with facts, and no more than over all situations together. */
const bounded = ['before.forms', 'before.fields', 'after.fields', 'after.fieldsToFill'];

function valueOf(report: Report, name: string): number {
  const [side, figure] = name.split('.') as ['before' | 'after', Exclude<keyof Figures, 'fees'>];
  return report[side][figure].value;
}

test('the most that any situation comes to is what the worst applicant of all comes to', () => {
  const small = generatedBundle({ waits: true }).filter((generated) => sizeOf(generated) <= 150);
  fc.assert(
    fc.property(small, (generated) => {
      const catalogue = loadCatalogue([], { documents: generated.documents });
      const worst = new Map(worstCases(composedBundle(catalogue, 'bundle')).map((one) => [one.figure, one]));
      const most = new Map<string, number>();
      const offered = generated.bundle.uses.flatMap((use) =>
        'block' in use && use.choice === true ? [use.block] : [],
      );
      for (const { p, q, taken } of worldsOf(generated)) {
        const choices = Object.fromEntries(offered.map((use) => [use, taken.has(use)]));
        const { report } = composeBundle(catalogue, 'bundle', { facts: { p, q }, choices });
        for (const name of [...figures, ...bounded])
          most.set(name, Math.max(most.get(name) ?? 0, valueOf(report, name)));
      }
      for (const name of figures) {
        const told = worst.get(name);
        expect([name, told?.value, told?.exact]).toEqual([name, most.get(name) ?? 0, true]);
      }
      const { report } = composeBundle(catalogue, 'bundle');
      for (const name of bounded) {
        const told = worst.get(name)?.value ?? NaN;
        expect(told, name).toBeGreaterThanOrEqual(most.get(name) ?? 0);
        expect(told, name).toBeLessThanOrEqual(valueOf(report, name));
      }
    }),
    { numRuns: 8 },
  );
});

test('what each of two alternatives takes counts in every situation', () => {
  const block = (id: string): Document => ({
    kind: 'block',
    id,
    roles: { shop: 'shop' },
    inputs: [{ field: 'shop.name' }],
  });
  const documents: Document[] = [
    {
      kind: 'subject',
      id: 'shop',
      elements: {
        name: { title: 'Name', schema: { type: 'string' } },
        area: { title: 'Area', schema: { type: 'integer', minimum: 0 } },
      },
    },
    block('small'),
    block('regular'),
    {
      kind: 'bundle',
      id: 'opening',
      roles: { shop: 'shop' },
      uses: [
        { block: 'small', when: { 'shop.area': { maximum: 50 } } },
        { block: 'regular', when: { 'shop.area': { exclusiveMinimum: 50 } } },
      ],
    },
  ];
  const worst = worstCases(composedBundle(loadCatalogue([], { documents }), 'opening'));
  // Either block alone asks how large the shop is: that decides whether it is the right one.
  expect(worst.find(({ figure }) => figure === 'before.fields')).toMatchObject({ value: 2, exact: true });
  expect(worst.find(({ figure }) => figure === 'after.fields')).toMatchObject({
    value: 2,
    of: ['shop.area', 'shop.name'],
    exact: true,
  });
});
