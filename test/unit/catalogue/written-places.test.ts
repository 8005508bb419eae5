import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { writtenPointer } from '../../../src/catalogue/written-places.js';

test.each([
  ['/inputs/0', '/inputs/0'],
  ['/inputs/1', '/inputs/2'],
  ['/inputs/2/anyOf/0/0', '/inputs/4/anyOf/1/0'],
  ['/outputs/1', '/outputs/1'],
  ['/inputs', '/inputs'],
  ['', ''],
])('%s of the document is %s as written', (way, written) => {
  const dropped = ['/inputs/1', '/inputs/3', '/inputs/4/anyOf/0'];
  expect(writtenPointer(way, dropped)).toBe(written);
});

test('a finding behind a broken item of a list stands at its own line', () => {
  const block =
    'kind: block\nid: a\ntitle: A\nroles: { o: person }\ninputs:\n' +
    '  - { field: name }\n  - { fild: o.name }\n  - { field: o.nmae }\n  - { field: o.name, optional: "yes" }\n';
  const { diagnostics, text } = loadCatalogue([
    { path: 'catalogue.yaml', text: 'kind: catalogue\nid: c\nversion: 1.0.0\n' },
    {
      path: 'person.yaml',
      text: 'kind: subject\nid: person\nelements: { name: { title: N, schema: {} } }\n',
    },
    { path: 'a.yaml', text: block },
  ]);
  const shown = diagnostics.map(({ at: { file, pointer, range } }) => [
    pointer,
    text(file)?.slice(range?.start.offset, range?.end.offset),
  ]);
  expect(shown).toEqual([
    ['/inputs/0/field', 'name'],
    ['/inputs/1/fild', 'fild'],
    ['/inputs/2/field', 'o.nmae'],
    ['/inputs/3/optional', '"yes"'],
  ]);
  const fixes = diagnostics.map((one) => one.fixes?.[0]?.edits[0]?.text);
  expect(fixes).toEqual(['o.name', 'field', 'o.name', undefined]);
});
