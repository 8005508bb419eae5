import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import type { Condition, Document } from '../../../src/model/index.js';

const codesOf = (when: Condition) => {
  const documents: Document[] = [
    {
      kind: 'subject',
      id: 'person',
      elements: {
        relation: { schema: { enum: ['mother', 'other'] } },
        absent: { schema: { type: 'boolean' } },
        address: { schema: { type: 'string' } },
      },
    },
    {
      kind: 'block',
      id: 'b',
      roles: { who: 'person' },
      inputs: [
        { field: 'who.relation' },
        { field: 'who.absent', when: { 'who.relation': { not: { const: 'mother' } } } },
        { field: 'who.address', when },
      ],
    },
    { kind: 'bundle', id: 'one', roles: { who: 'person' }, uses: [{ block: 'b' }] },
  ];
  return checkCatalogue(loadCatalogue([], { documents })).diagnostics.map(
    ({ code, at }) => `${code} ${at.pointer}`,
  );
};

it('a condition on a question that is asked all the same, as another condition rests on it, is told', () => {
  expect(codesOf({ 'who.absent': { not: { const: true } } })).toEqual([
    'prove/condition-idle /inputs/1/when',
  ]);
});

it('a condition that is repeated where the question is tested has its effect', () => {
  expect(codesOf([{ 'who.relation': { const: 'mother' } }, { 'who.absent': { const: false } }])).toEqual([]);
});
