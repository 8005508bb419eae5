import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { exactCombinations } from '../../../src/compose/ask/material-choice.js';
import { fewestQuestions } from '../../../src/compose/origin/fewest-questions.js';
import type { Block, Document } from '../../../src/model/index.js';
import { composedBundle } from '../../../src/plan/index.js';

/** Pairs of fields, each of which gives the other. */
function pairs(count: number) {
  const range = Array.from({ length: count }, (_, index) => index);
  return {
    needed: range.flatMap((index) => [`a${index}`, `b${index}`]),
    implications: range.flatMap((index) => [
      { given: [`a${index}`], gives: [`b${index}`] },
      { given: [`b${index}`], gives: [`a${index}`] },
    ]),
  };
}

describe('the fewest questions', () => {
  it('are found for candidates that nothing joins, however many there are', () => {
    const { needed, implications } = pairs(200);
    const { asked, open } = fewestQuestions(needed, new Set(), implications);
    expect(asked.size).toBe(200);
    expect(open).toEqual([]);
  });

  it('are approached where the work is used up, and the fields are told', () => {
    const { needed, implications } = pairs(2);
    // Of each pair nothing is tried first, then the first of the two: three looks at two implications and one more.
    const whole = fewestQuestions(needed, new Set(), implications, 2 * 2 * 3);
    expect(whole.open).toEqual([]);
    const cut = fewestQuestions(needed, new Set(), implications, 2 * 2 * 3 - 1);
    expect(cut.open).toEqual(['a1', 'b1']);
    expect([...cut.asked]).toHaveLength(2);
  });

  it('follow a chain of look-ups of any length in the order in which they are made', () => {
    const implications = Array.from({ length: 5_000 }, (_, index) => ({
      given: [`k${index}`],
      gives: [`k${index + 1}`],
    }));
    const { rank } = fewestQuestions(['k5000'], new Set(['k0']), implications);
    expect(rank.get('k5000')).toBe(5_000);
  });
});

/** Choices between a material of their own and one that two neighbours share, so that all hang together. */
function choosing(count: number): Document[] {
  const range = Array.from({ length: count }, (_, index) => index);
  const blocks = range.map((index): Block => ({
    kind: 'block',
    id: `b${String(index).padStart(2, '0')}`,
    roles: { who: 'person' },
    inputs: [{ anyOf: [[{ material: `m${index}`, of: 'who' }], [{ material: `m${index + 1}`, of: 'who' }]] }],
  }));
  return [
    { kind: 'subject', id: 'person', elements: { name: { schema: { type: 'string' } } } },
    ...Array.from({ length: count + 1 }, (_, index): Document => ({
      kind: 'material',
      id: `m${index}`,
      title: `M${index}`,
    })),
    ...blocks,
    { kind: 'bundle', id: 'bundle', roles: { who: 'person' }, uses: blocks.map(({ id }) => ({ block: id })) },
  ];
}

describe('the cheapest alternatives', () => {
  const codesOf = (count: number) =>
    composedBundle(loadCatalogue([], { documents: choosing(count) }), 'bundle').diagnostics.map(
      ({ code, args }) => ({ code, args }),
    );

  it('are proven up to a number of combinations, and beyond it are said to be open', () => {
    const most = Math.log2(exactCombinations);
    expect(codesOf(most)).toEqual([]);
    expect(codesOf(most + 1)).toEqual([{ code: 'compose/alternatives-open', args: { count: most + 1 } }]);
  });

  it('are proven one by one where they have nothing in common', () => {
    const apart = choosing(40).map((document) =>
      document.kind === 'block' && document.inputs !== undefined && Number(document.id.slice(1)) % 2 === 1
        ? { ...document, inputs: [] }
        : document,
    );
    const { diagnostics } = composedBundle(loadCatalogue([], { documents: apart }), 'bundle');
    expect(diagnostics).toEqual([]);
  });
});
