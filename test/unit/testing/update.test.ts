import { expect, test } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.js';
import { runCases, withExpectation } from '../../../src/testing/index.js';

const documents = {
  'shop.yaml': 'kind: subject\nid: shop\nelements:\n  name: { title: Name, schema: { type: string } }\n',
  'a.yaml': 'kind: block\nid: a\ntitle: A\nroles: { shop: shop }\ninputs:\n  - field: shop.name\n',
  'b.yaml': 'kind: bundle\nid: b\ntitle: B\nroles: { shop: shop }\nuses:\n  - block: a\n',
};

function load(name: string, text: string) {
  const files = Object.entries({ ...documents, [name]: text }).map(([path, one]) => ({ path, text: one }));
  return loadCatalogue(files);
}

test.each([
  [
    'in the middle',
    '# Why it is here.\nkind: case\nid: c\nbundle: b\nexpect:\n  steps: [z]   # gone\n  figures: { after.forms: 7 }\ntitle: Last\n',
  ],
  ['at the end', 'kind: case\nid: c\nbundle: b\nexpect:\n  asked: [shop.name]\n  steps:\n  - z\n'],
  [
    'on one line',
    'kind: case\nid: c\nexpect: { steps: [z], "valid": true }\nbundle: b\nanswers: { shop: { name: 1 } }\n',
  ],
])('an expectation %s is taken over, and the rest stays as it is written', (_, text) => {
  const before = load('c.yaml', text);
  const [failed] = runCases(before).cases;
  expect(failed!.passed).toBe(false);
  const written = withExpectation(before, 'c.yaml', failed!.recorded)!;
  const after = load('c.yaml', written);
  expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(runCases(after).cases).toMatchObject([{ passed: true }]);
  const kept = text.split('\n').filter((line) => /^(?:#|kind|id|bundle|title|answers)/.test(line));
  for (const line of kept) expect(written.split('\n')).toContain(line);
});

test('a case in JSON is written as JSON, and a case without expectations is given some', () => {
  const text = '{"kind":"case","id":"c","bundle":"b","expect":{"steps":["z"]}}';
  const json = load('c.json', text);
  const written = withExpectation(json, 'c.json', runCases(json).cases[0]!.recorded)!;
  expect(JSON.parse(written)).toEqual({ kind: 'case', id: 'c', bundle: 'b', expect: { steps: ['a'] } });
  const bare = load('c.yaml', 'kind: case\nid: c\nbundle: b');
  const [result] = runCases(bare).cases;
  expect(withExpectation(bare, 'c.yaml', result!.recorded)).toContain(
    'expect:\n  eligible: true\n  steps:\n    - a\n',
  );
});

test('names that YAML would read as something else are quoted', () => {
  const bare = load('c.yaml', 'kind: case\nid: c\nbundle: b\n');
  const written = withExpectation(bare, 'c.yaml', { steps: ['yes', '1', 'a: b', '步骤', 'a b'] })!;
  const [again] = load('c.yaml', written).cases.values();
  expect(again!.document.expect!.steps).toEqual(['yes', '1', 'a: b', '步骤', 'a b']);
});
