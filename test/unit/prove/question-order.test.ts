import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import type { Document } from '../../../src/model/index.js';
import { resolveSituation } from '../../../src/plan/index.js';

const fields = ['a', 'b', 'c', 'd', 'e'] as const;

/** Uses, each under alternatives of conjunctions of yes-or-no answers. */
type Conditions = Record<string, boolean>[][];

const conditions: fc.Arbitrary<Conditions> = fc.array(
  fc.array(fc.dictionary(fc.constantFrom(...fields), fc.boolean(), { minKeys: 1, maxKeys: 3 }), {
    minLength: 1,
    maxLength: 2,
  }),
  { minLength: 1, maxLength: 4 },
);

function documentsOf(uses: Conditions): Document[] {
  return [
    {
      kind: 'subject',
      id: 'person',
      elements: Object.fromEntries(
        [...fields, 'name'].map((name) => [
          name,
          { title: name, schema: { type: name === 'name' ? 'string' : 'boolean' } },
        ]),
      ),
    },
    { kind: 'block', id: 'block', roles: { p: 'person' }, inputs: [{ field: 'p.name' }] },
    {
      kind: 'bundle',
      id: 'bundle',
      roles: { p: 'person' },
      uses: uses.map((maps, index) => ({
        block: 'block',
        as: `use${index}`,
        when: maps.map((map) =>
          Object.fromEntries(Object.entries(map).map(([field, value]) => [`p.${field}`, { const: value }])),
        ),
      })),
    },
  ];
}

type Known = Partial<Record<string, boolean>>;

/** Which of the fields can still change what takes place, by trying all answers. */
function mattering(uses: Conditions, known: Known): string[] {
  const open = fields.filter((field) => known[field] === undefined);
  const outcome = (answers: Known) =>
    uses
      .map((maps) =>
        maps.some((map) => Object.entries(map).every(([field, value]) => answers[field] === value)),
      )
      .join();
  return open.filter((field) => {
    const others = open.filter((other) => other !== field);
    return Array.from({ length: 2 ** others.length }, (_, bits) => bits).some((bits) => {
      const answers: Known = { ...known };
      for (const [index, other] of others.entries()) answers[other] = ((bits >> index) & 1) === 1;
      return outcome({ ...answers, [field]: true }) !== outcome({ ...answers, [field]: false });
    });
  });
}

/** The expected number of questions, where each next one is chosen among those that still matter. */
function expectedNumber(
  uses: Conditions,
  known: Known,
  choose: (open: string[], known: Known) => string[],
): number {
  const open = mattering(uses, known);
  if (open.length === 0) return 0;
  const tries = choose(open, known).map(
    (field) =>
      1 +
      (expectedNumber(uses, { ...known, [field]: true }, choose) +
        expectedNumber(uses, { ...known, [field]: false }, choose)) /
        2,
  );
  return Math.min(...tries);
}

test('the order asks hardly more than the least possible, and less than the order of the document', () => {
  const sums = { ranked: 0, document: 0, best: 0 };
  fc.assert(
    fc.property(conditions, (uses) => {
      const catalogue = loadCatalogue([], { documents: documentsOf(uses) });
      const ranked = expectedNumber(uses, {}, (open, known) => {
        const { questions } = resolveSituation(catalogue, 'bundle', { facts: { p: { ...known } } });
        const first = questions.find(({ field }) => open.includes(field.slice(2)));
        return [first === undefined ? open[0]! : first.field.slice(2)];
      });
      const best = expectedNumber(uses, {}, (open) => open);
      const document = expectedNumber(uses, {}, (open) => [open[0]!]);
      expect(ranked).toBeGreaterThanOrEqual(best);
      sums.ranked += ranked;
      sums.document += document;
      sums.best += best;
    }),
    { numRuns: 60, seed: 7 },
  );
  expect(sums.ranked).toBeLessThan(sums.document);
  expect(sums.ranked / sums.best).toBeLessThan(1.05);
});
