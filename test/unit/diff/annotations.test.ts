import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { diffCatalogues } from '../../../src/diff/index.js';

function version(element: string, input: string) {
  const documents = [
    'kind: catalogue\nid: t\nversion: 1.0.0\n',
    `kind: subject\nid: person\nelements: { pay: { title: Paid by, schema: ${element} } }\n`,
    `kind: block\nid: a\nroles: { who: person }\ninputs: [{ field: who.pay, schema: ${input} }]\n`,
    'kind: bundle\nid: one\nroles: { who: person }\nuses: [{ block: a }]\n',
  ];
  return loadCatalogue(
    documents.map((text, index) => ({ path: index === 0 ? 'catalogue.yaml' : `d${index}.yaml`, text })),
  );
}

const text = '{ type: string }';

test.each([
  ['a default', '{ enum: [a, b], default: a }', '{ enum: [a, b], default: b }', ['default-changed']],
  ['no default', '{ enum: [a, b], default: a }', '{ enum: [a, b] }', ['default-changed']],
  ['a description', text, '{ type: string, description: In words }', ['text-changed']],
  ['read only', text, '{ type: string, readOnly: true }', ['text-changed']],
  ['a keyword nobody knows', text, '{ type: string, x-note: { of: [1] } }', ['text-changed']],
  [
    'a default inside',
    '{ type: object, properties: { x: { default: 1 } } }',
    '{ type: object, properties: { x: { default: 2 } } }',
    ['default-changed'],
  ],
  ['the order of keywords', '{ type: string, default: a }', '{ default: a, type: string }', []],
])('%s is a change of its own, in an element and in an input', (_, from, to, expected) => {
  const kinds = (old: ReturnType<typeof version>, now: ReturnType<typeof version>) => [
    ...new Set(
      diffCatalogues(old, now)
        .changes.map(({ kind }) => kind)
        .filter((kind) => !kind.startsWith('cases-')),
    ),
  ];
  expect(kinds(version(from, 'true'), version(to, 'true'))).toEqual(expected);
  expect(kinds(version('true', from), version('true', to))).toEqual(expected);
});
