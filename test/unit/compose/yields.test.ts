import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { checkCatalogue } from '../../../src/check/index.js';

const block = (id: string, rest: string) =>
  `kind: block\nid: ${id}\nauthority: office\nroles: { p: person }\n${rest}\n`;

const foundIn = (one: string, other: string, uses = '[ { block: one }, { block: other } ]') =>
  checkCatalogue(
    loadCatalogue(
      Object.entries({
        person:
          'kind: subject\nid: person\nelements:\n  name: { schema: { type: string } }\n  job: { schema: { enum: [a, b, c] } }\n  number: { schema: { type: string } }',
        office: 'kind: authority\nid: office',
        paper: 'kind: material\nid: paper',
        one: block('one', one),
        other: block('other', other),
        bundle: `kind: bundle\nid: bundle\nroles: { p: person }\napplicant: p\nuses: ${uses}`,
      }).map(([path, text]) => ({ path: `${path}.yaml`, text })),
    ),
  ).diagnostics.filter(({ code }) => code === 'compose/yielded-twice');

const taking = 'inputs: [ { field: p.name }, { field: p.job } ]\n';

describe('two blocks that yield the same thing', () => {
  it('is told at the later one, with the first and an applicant', () => {
    const outputs = `${taking}outputs: [ { field: p.number } ]`;
    const [finding, ...others] = foundIn(outputs, outputs);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      args: { one: 'one', other: 'other', what: 'p.number' },
      at: { file: 'other.yaml', pointer: '/outputs/0' },
      related: [{ at: { file: 'one.yaml' } }],
      witness: { kind: 'case', bundle: 'bundle' },
    });
  });

  it('holds for materials', () => {
    const outputs = `${taking}outputs: [ { material: paper, of: p } ]`;
    expect(foundIn(outputs, outputs)).toMatchObject([{ args: { what: 'paper of p' } }]);
  });

  it.each([
    [
      'conditions that exclude each other',
      'outputs: [ { field: p.number, when: { p.job: { const: a } } } ]',
      'outputs: [ { field: p.number, when: { p.job: { const: b } } } ]',
      undefined,
    ],
    [
      'uses that exclude each other',
      'outputs: [ { field: p.number } ]',
      'outputs: [ { field: p.number } ]',
      '[ { block: one, when: { p.job: { const: a } } }, { block: other, when: { p.job: { enum: [b, c] } } } ]',
    ],
  ])('%s are fine', (_, one, other, uses) => {
    expect(foundIn(taking + one, taking + other, uses)).toEqual([]);
  });

  it('is found where the conditions share one case', () => {
    const outputs = (values: string) =>
      `${taking}outputs: [ { field: p.number, when: { p.job: { enum: [${values}] } } } ]`;
    const found = foundIn(outputs('a, b'), outputs('b, c'));
    expect(found).toMatchObject([{ witness: { facts: { 'p.job': 'b' } } }]);
  });

  it('whoever takes it renews it', () => {
    const renewing = 'inputs: [ { field: p.number } ]\noutputs: [ { field: p.number } ]';
    expect(foundIn(`${taking}outputs: [ { field: p.number } ]`, renewing)).toEqual([]);
  });
});
