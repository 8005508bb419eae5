import fc from 'fast-check';
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
  const written = withExpectation(before, 'c.yaml', failed!.recorded!)!.text;
  const after = load('c.yaml', written);
  expect(after.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(runCases(after).cases).toMatchObject([{ passed: true }]);
  const kept = text.split('\n').filter((line) => /^(?:#|kind|id|bundle|title|answers)/.test(line));
  for (const line of kept) expect(written.split('\n')).toContain(line);
});

test('a case in JSON is written as JSON, and a case without expectations is given some', () => {
  const text = '{"kind":"case","id":"c","bundle":"b","expect":{"steps":["z"]}}';
  const json = load('c.json', text);
  const written = withExpectation(json, 'c.json', runCases(json).cases[0]!.recorded!)!.text;
  expect(JSON.parse(written)).toEqual({ kind: 'case', id: 'c', bundle: 'b', expect: { steps: ['a'] } });
  const bare = load('c.yaml', 'kind: case\nid: c\nbundle: b');
  const [result] = runCases(bare).cases;
  expect(withExpectation(bare, 'c.yaml', result!.recorded!)!.text).toContain(
    'expect:\n  eligible: true\n  steps:\n    - a\n',
  );
});

test('names that YAML would read as something else are quoted', () => {
  const bare = load('c.yaml', 'kind: case\nid: c\nbundle: b\n');
  const written = withExpectation(bare, 'c.yaml', { steps: ['yes', '1', 'a: b', '步骤', 'a b'] })!.text;
  const [again] = load('c.yaml', written).cases.values();
  expect(again!.document.expect!.steps).toEqual(['yes', '1', 'a: b', '步骤', 'a b']);
});

test('what has not changed keeps its comments, its order and its layout', () => {
  const text = [
    'kind: case',
    'id: c',
    'bundle: b',
    'expect:',
    '  # Both of them, always.',
    '  steps:',
    '    - z # the last one',
    '    - a # the first one',
    '  asked: [shop.name, shop.area]   # as on paper',
    '  figures:',
    '    after.forms: 7 # of one kind',
    '    after.fields: 1',
    '  valid: true',
    '# The end.',
    '',
  ].join('\n');
  const before = load('c.yaml', text);
  const expectation = {
    asked: ['shop.name'],
    figures: { 'after.forms': 1, 'after.fields': 1, 'after.trips': 0 },
    steps: ['a', 'b: c'],
    questions: ['shop.size'],
  };
  const { text: written, lost } = withExpectation(before, 'c.yaml', expectation)!;
  expect(written.split('\n')).toEqual([
    'kind: case',
    'id: c',
    'bundle: b',
    'expect:',
    '  # Both of them, always.',
    '  steps:',
    '    - a # the first one',
    '    - "b: c"',
    '  asked: [shop.name]   # as on paper',
    '  figures:',
    '    after.forms: 1 # of one kind',
    '    after.fields: 1',
    '    after.trips: 0',
    '  questions:',
    '    - shop.size',
    '# The end.',
    '',
  ]);
  expect(lost).toEqual(['the last one']);
});

test('whatever is expected instead, the file says it, and no other comment goes without being told', () => {
  const name = fc.constantFrom('a', 'b', 'c d', 'true', '#x', 'é: ü');
  const names = fc.uniqueArray(name, { maxLength: 4 });
  const expectation = fc.record(
    {
      steps: names,
      asked: names,
      questions: names,
      valid: fc.boolean(),
      figures: fc.dictionary(fc.constantFrom('after.forms', 'after.fields'), fc.nat(9)),
      payloads: fc.dictionary(name, fc.record({ p: fc.record({ name }) })),
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(expectation, expectation, fc.boolean(), (first, second, isFlow) => {
      const bare = load('c.yaml', 'kind: case\nid: c\nbundle: b\n');
      let text = withExpectation(bare, 'c.yaml', first)!.text;
      if (isFlow) text = `kind: case\nid: c\nbundle: b\nexpect: ${JSON.stringify(first)}\n`;
      const commented = text
        .split('\n')
        .map((line, index) => (line === '' ? line : `${line} # note ${index}`))
        .join('\n');
      const before = load('c.yaml', commented);
      const written = withExpectation(before, 'c.yaml', second)!;
      const [again] = load('c.yaml', written.text).cases.values();
      const sorted = (value: object) =>
        JSON.parse(JSON.stringify(value), (key, inner: unknown) =>
          Array.isArray(inner) && key !== 'questions' ? [...(inner as string[])].sort() : inner,
        ) as object;
      expect(sorted(again!.document.expect!)).toEqual(sorted(second));
      const count = (one: string) => (one.match(/# note \d+/g) ?? []).length;
      expect(count(written.text) + written.lost.length).toBe(count(commented));
    }),
    { numRuns: 100 },
  );
});
