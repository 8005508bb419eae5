import { expect, test } from 'vitest';
import { load as parseYaml } from 'js-yaml';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { withExpectation } from '../../../src/testing/index.js';

function load(name: string, text: string) {
  return loadCatalogue([
    {
      path: 'shop.yaml',
      text: 'kind: subject\nid: shop\nelements: { name: { schema: { type: string } } }\n',
    },
    { path: 'a.yaml', text: 'kind: block\nid: a\nroles: { shop: shop }\ninputs: [{ field: shop.name }]\n' },
    { path: 'b.yaml', text: 'kind: bundle\nid: b\nroles: { shop: shop }\nuses: [{ block: a }]\n' },
    { path: name, text },
  ]);
}

const head = 'kind: case\nid: c\nbundle: b\n';
const now = { steps: ['a'], valid: true };

/** What nobody may touch: everything but the expectation. */
function rest(text: string): unknown {
  const { expect: _, ...others } = parseYaml(text) as Record<string, unknown>;
  return others;
}

test.each([
  [
    'comments above the next key',
    `${head}expect: &e\n  steps: [z]\n# About the answers.\nanswers: { shop: { name: x } }\n`,
  ],
  [
    'an anchor that is used elsewhere',
    `${head}expect:\n  asked: &names [shop.name]\n  steps: [z]\ntags: x\n`,
  ],
  ['an alias for the whole', `${head}title: t\nfacts: {}\nexpect: { steps: [z], figures: {} }\n`],
  ['the expectation first', `expect:\n  steps:\n    - z\n${head}answers: { shop: { name: "x: y" } }\n`],
  [
    'windows line ends',
    `${head}expect:\n  steps:\n    - z\nanswers: { shop: { name: x } }\n`.replaceAll('\n', '\r\n'),
  ],
  [
    'a document in braces',
    `{ kind: case, id: c, bundle: b, expect: { steps: [z] }, answers: { shop: { name: x } } }\n`,
  ],
  [
    'a text in several lines behind it',
    `${head}expect: { steps: [z] }\ntitle: |\n  expect:\n    steps: [q]\n\n  # no comment\n`,
  ],
  ['a text in several lines at the end, no expectation', `${head}title: |+\n  one\n\n\n`],
  ['an end of the document', `${head}title: x\n...\n`],
  ['a quoted key', `${head}"expect":\n  "steps": ["z"]\n  'figures': {}\ntitle: x\n`],
  ['a key of its own line', `${head}? expect\n: steps: [z]\ntitle: x\n`],
  ['merged parts', `${head}expect:\n  figures: {}\n  steps: [z]\nanswers: { shop: { name: x } } # kept\n`],
  [
    'the same indentation for lists',
    `${head}expect:\n  steps:\n  - z\n  - a\nanswers:\n  shop:\n    name: x\n`,
  ],
])('nothing but the expectation is other: %s', (_, text) => {
  const written = withExpectation(load('c.yaml', text), 'c.yaml', now);
  if (written === undefined) return expect(text).toMatch(/^\?|\.\.\.\n$|^\{|\|\+/m);
  expect(rest(written.text)).toEqual(rest(text));
  expect((parseYaml(written.text) as { expect: unknown }).expect).toEqual(now);
  for (const comment of text.match(/# .*/g) ?? []) {
    if (!written.lost.includes(comment.slice(2))) expect(written.text).toContain(comment);
  }
  expect(written.text.includes('\r\n')).toBe(text.includes('\r\n'));
  expect(written.text.replaceAll('\r\n', '').includes(text.includes('\r\n') ? '\n' : '\r')).toBe(false);
});

test('an anchor in the expectation that others rest on is not taken away', () => {
  const text = `${head}expect:\n  steps: &s [z]\n  questions: *s\n`;
  const written = withExpectation(load('c.yaml', text), 'c.yaml', { steps: ['a'], questions: ['z'] });
  expect(parseYaml(written!.text)).toMatchObject({ expect: { steps: ['a'], questions: ['z'] }, bundle: 'b' });
});

test('an alias for a part that stands elsewhere leaves that part as it is', () => {
  const text = `${head}facts: { shop.name: &n x }\ntitle: *n\nexpect: { steps: [z] }\n`;
  const written = withExpectation(load('c.yaml', text), 'c.yaml', now)!;
  expect(rest(written.text)).toEqual(rest(text));
});

test('several documents in one file stay several', () => {
  const text = `${head}expect: { steps: [z] }\n---\n${head}`;
  const written = withExpectation(load('c.yaml', text), 'c.yaml', now);
  if (written !== undefined) expect(written.text.split('\n---\n')[1]).toBe(head);
});

test('what nobody reads stays for the author to mend', () => {
  const text = `${head}expect:\n  stepz: [q]\n  steps: [z]\n`;
  const written = withExpectation(load('c.yaml', text), 'c.yaml', { steps: ['a'] })!;
  expect(written.text).toBe(`${head}expect:\n  stepz: [q]\n  steps: [a]\n`);
});

test.each([
  [
    'two spaces',
    JSON.stringify({ kind: 'case', id: 'c', bundle: 'b', expect: { steps: ['z'] }, title: '1' }, null, 2),
  ],
  ['tabs', JSON.stringify({ kind: 'case', id: 'c', bundle: 'b', expect: { steps: ['z'] } }, null, '\t')],
  ['one line', '{"kind":"case","id":"c","bundle":"b","expect":{"steps":["z"]},"title":"1"}'],
  ['no expectation', '{\n  "kind": "case",\n  "id": "c",\n  "bundle": "b"\n}\n'],
  [
    'a number that has no short form',
    '{ "kind": "case", "id": "c", "bundle": "b", "facts": { "shop.name": 1.50 } }',
  ],
])('a case in JSON keeps its layout: %s', (name, text) => {
  const { text: written } = withExpectation(load('c.json', text), 'c.json', now)!;
  const { expect: _, ...others } = JSON.parse(text) as Record<string, unknown>;
  expect(JSON.parse(written)).toEqual({ ...others, expect: now });
  for (const line of text.split('\n').filter((one) => !/expect|steps|z/.test(one)))
    expect(written).toContain(line.replace(/[\s,}]*$/, ''));
  expect(written.includes('\n')).toBe(text.trim().includes('\n'));
  expect(name === 'tabs' ? written : '\t').toContain('\t');
});
