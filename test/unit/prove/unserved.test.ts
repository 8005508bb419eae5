import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';
import type { Block, Bundle, Document, Input, Subject } from '../../../src/model/index.js';

const person: Subject = {
  kind: 'subject',
  id: 'person',
  elements: {
    form: { schema: { enum: ['charity', 'company', 'trust'] } },
    area: { schema: { type: 'integer', minimum: 0 } },
    kind: { schema: { enum: ['x', 'y'] } },
    charityNumber: { schema: { type: 'string' } },
    companyNumber: { schema: { type: 'string' } },
  },
};
const block = (id: string, inputs: Input[]): Block => ({
  kind: 'block',
  id,
  roles: { who: 'person' },
  inputs,
});
const codesOf = (blocks: Block[], bundle: Partial<Bundle> = {}) => {
  const one: Bundle = {
    kind: 'bundle',
    id: 'one',
    roles: { who: 'person' },
    uses: blocks.map(({ id }) => ({ block: id })),
    ...bundle,
  };
  const documents: Document[] = [person, ...blocks, one];
  return checkCatalogue(loadCatalogue([], { documents })).diagnostics.map(
    ({ code, severity }) => `${severity} ${code}`,
  );
};
const is = (value: string) => ({ const: value });
const two: Input = { field: 'who.form', schema: { enum: ['charity', 'company'] } };
const each: Input[] = [
  two,
  { field: 'who.charityNumber', when: { 'who.form': is('charity') } },
  { field: 'who.companyNumber', when: { 'who.form': is('company') } },
];
const upTo40 = block('small', [{ field: 'who.area', schema: { maximum: 40 } }]);

describe('values that a form does not offer', () => {
  it.each<[string, Block[], Partial<Bundle>?]>([
    ['by a list', [block('b', each)]],
    [
      'under a condition on another field',
      [block('b', each)],
      { uses: [{ block: 'b', when: { 'who.kind': is('x') } }] },
    ],
    [
      'of the items of a repeated role',
      [block('b', each)],
      { roles: { who: { type: 'person', many: { min: 1, max: 3 } } }, uses: [{ block: 'b', each: 'who' }] },
    ],
    [
      'where a condition on them holds for others as well',
      [
        block('b', [
          two,
          { field: 'who.charityNumber', when: { 'who.form': { not: is('charity') } } },
          each[2]!,
        ]),
      ],
    ],
    [
      'by a bound',
      [
        block('b', [
          { field: 'who.area', schema: { maximum: 100 } },
          { field: 'who.charityNumber', when: { 'who.area': { maximum: 49 } } },
          { field: 'who.companyNumber', when: { 'who.area': { minimum: 50, maximum: 100 } } },
        ]),
      ],
    ],
  ])('are a hint and no dead end: %s', (_, blocks, bundle) => {
    expect(codesOf(blocks, bundle)).toEqual(['hint prove/unserved']);
  });

  it.each<[string, Block[], Partial<Bundle>?]>([
    [
      'a condition speaks of them alone',
      [block('b', [two, { field: 'who.charityNumber', when: { 'who.form': is('trust') } }])],
    ],
    [
      'they decide by themselves',
      [upTo40],
      { uses: [{ block: 'small', when: { 'who.area': { minimum: 50 } } }] },
    ],
    ['signing in gives them', [block('b', each)], { known: ['who.form'] }],
    [
      'in a situation a condition speaks of them alone',
      [upTo40, block('large', [{ field: 'who.charityNumber' }])],
      {
        uses: [
          { block: 'small', when: { 'who.kind': is('x') } },
          { block: 'large', when: { 'who.area': { minimum: 50 } } },
        ],
      },
    ],
  ])('are a dead end where %s', (_, blocks, bundle) => {
    expect(codesOf(blocks, bundle)).toEqual(['error prove/dead-end']);
  });
});
