import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { guideMarkdown, guideOf } from '../../../src/export/index.js';
import { composeBundle } from '../../../src/plan/index.js';

const documents = [
  'kind: catalogue\nid: c\nversion: 1.0.0',
  `kind: subject
id: child
title: Child
elements:
  name: { title: Name, schema: { type: string } }
  slow: { title: Slow, schema: { type: boolean } }`,
  'kind: block\nid: school\ntitle: School\nroles: { child: child }\ninputs: [{ field: child.name }]',
  `kind: block
id: pass
title: Pass
roles: { child: child }
inputs: [{ field: child.name }]`,
  `kind: bundle
id: all
title: All
roles: { child: { type: child, many: { min: 1, max: 3 } } }
uses:
  - { block: school, each: child }
  - { block: pass, each: child, when: { child.slow: { const: true } } }`,
];

it('tells of each child by its key, in a guide for the children that the facts name', () => {
  const catalogue = loadCatalogue(documents.map((text, index) => ({ path: `${index}.yaml`, text })));
  const facts = {
    child: [
      { $key: 'anna', slow: true },
      { $key: 'ben', slow: false },
    ],
  };
  const guide = guideOf(catalogue, composeBundle(catalogue, 'all', { facts }), { locale: 'en' });
  expect(guide.situation).toEqual([
    { question: 'Child (anna): Slow', answer: 'yes' },
    { question: 'Child (ben): Slow', answer: 'no' },
  ]);
  const text = guideMarkdown(guide);
  expect(text).toContain('School (Child (anna))');
  expect(text).toContain('School (Child (ben))');
  expect(text).not.toContain('Pass (Child (ben))');
  expect(text).not.toContain('child[');
});
