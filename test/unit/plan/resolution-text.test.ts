import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { resolveSituation } from '../../../src/plan/index.js';
import { resolutionText } from '../../../src/report/index.js';

const catalogue = loadCatalogue(
  [
    'kind: catalogue\nid: c\nversion: 1.0.0',
    `kind: subject
id: person
elements:
  way: { title: Way of living, schema: { enum: [own, rent] }, labels: { own: { en: Owner, zh: 自有 }, rent: Tenant } }
  grown: { title: Grown up?, schema: { type: boolean } }`,
    'kind: material\nid: deed\ntitle: Deed',
    'kind: material\nid: lease\ntitle: Lease',
    'kind: material\nid: photo\ntitle: Photo',
    `kind: block
id: register
title: Registration
roles: { p: person }
inputs:
  - { material: photo, of: p }
  - anyOf: [ [ { material: deed, of: p } ], [ { material: lease, of: p } ] ]`,
    `kind: block
id: card
title: Card
roles: { p: person }
eligibility: [ { require: { p.grown: { const: true } }, otherwise: Only for grown-ups. } ]
inputs: [ { material: photo, of: p } ]`,
    'kind: bundle\nid: all\nroles: { p: { type: person } }\nuses: [ { block: register }, { block: card, when: { p.way: { const: rent } } } ]',
  ].map((text, index) => ({ path: `${index}.yaml`, text })),
);

it('tells alternatives as alternatives, and what whoever may not apply will hear', () => {
  const resolution = resolveSituation(catalogue, 'all');
  expect(resolution.materials).toEqual(['photo of p']);
  expect(resolution.choices).toEqual([{ step: 'register', groups: [['deed of p'], ['lease of p']] }]);
  expect(resolution.demands).toEqual([{ step: 'card', otherwise: 'Only for grown-ups.' }]);
  const settled = resolveSituation(catalogue, 'all', { facts: { 'p.grown': true } });
  expect(settled.demands).toEqual([]);
});

it('speaks by titles and answers, with the names beside them', () => {
  const text = resolutionText(resolveSituation(catalogue, 'all'));
  expect(text).toContain('  Registration  register\n');
  expect(text).toContain('  Photo (p)  photo of p\n');
  expect(text).toContain('One of these is enough for: Registration\n  Deed (p)\n  Lease (p)\n');
  expect(text).toContain('  Card: Only for grown-ups.\n');
  expect(text).toContain('answers: Owner (own); Tenant (rent)\n');
  expect(text).toContain('decides whether this takes place: Card\n');
  expect(text).not.toMatch(/enum:|type:/);
});
