/** A keyword is added by one file: every part of the algebra, and every tool for authors, knows it from its record. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { JsonSchema } from '../../src/base/index.js';
import type { KeywordRecord } from '../../src/schema/keywords/record.js';
import { keywords as lastItem } from './last-item.js';

const list = '../../src/schema/keywords/generated/records.js';

/** The algebra and its users, loaded anew with one more file of records. */
async function loadAnew() {
  vi.resetModules();
  vi.doMock(list, async (original) => {
    const { records } = await original<{ records: KeywordRecord[] }>();
    return { records: [...records, ...lastItem] };
  });
  return {
    ...(await import('../../src/schema/index.js')),
    ...(await import('../../src/codegen/draft-07.js')),
    loadCatalogue: (await import('../../src/index.js')).loadCatalogue,
  };
}

let loaded: Awaited<ReturnType<typeof loadAnew>>;

beforeAll(async () => {
  loaded = await loadAnew();
});

// Test files share their modules: the next one finds the keywords that there are.
afterAll(() => {
  vi.doUnmock(list);
  vi.resetModules();
});

const endingIn = (schema: JsonSchema): JsonSchema => ({ type: 'array', lastItem: schema });

const findingsOf = (schema: JsonSchema): string[] =>
  loaded
    .loadCatalogue([
      {
        path: 'person.json',
        text: JSON.stringify({ kind: 'subject', id: 'person', elements: { list: { schema } } }),
      },
    ])
    .diagnostics.map(({ code }) => code)
    .filter((code) => code.startsWith('schema/'));

test('walked: what its schema refers to is found, and comes along', () => {
  expect(loaded.faultyReferences(endingIn({ $ref: '#/$defs/none' }))).toMatchObject([
    { at: '/lastItem/$ref', fault: 'missing' },
  ]);
  const whole = { ...(endingIn({ $ref: '#/$defs/a' }) as object), $defs: { a: { type: 'null' } } };
  expect(loaded.accepts(loaded.selfContained(whole as JsonSchema), [1])).toBe(false);
});

test('checked: a document that misuses it has a finding at its place, and one that uses it well has none', () => {
  expect(findingsOf(endingIn({ type: 'string' }))).toEqual([]);
  expect(findingsOf({ type: 'array', lastItem: 'x' })).toEqual(['schema/malformed']);
  expect(findingsOf(endingIn({ tipe: 'string' }))).toEqual(['schema/unknown-keyword']);
});

test('evaluated', () => {
  expect(loaded.accepts(endingIn({ type: 'string' }), [1, 'a'])).toBe(true);
  expect(loaded.accepts(endingIn({ type: 'string' }), ['a', 1])).toBe(false);
  expect(loaded.accepts(endingIn(false), [])).toBe(true);
});

test('folded: two of them are one, and nothing is lost', () => {
  const { schema } = loaded.intersect(endingIn({ minimum: 1 }), endingIn({ maximum: 2 }));
  expect(schema).toEqual(endingIn({ allOf: [{ minimum: 1 }, { maximum: 2 }] }));
  expect([[0], [1], [3], []].map((list) => loaded.accepts(schema, list))).toEqual([false, true, false, true]);
  expect(loaded.normalize(endingIn(true))).toEqual({ type: 'array' });
});

test('translated: the solver proves and finds with it', () => {
  const never = { type: 'array', minItems: 1, lastItem: false };
  expect(loaded.isEmpty(never).verdict).toBe('yes');
  expect(loaded.isEmpty({ ...never, minItems: 0 }).verdict).toBe('no');
  expect(loaded.equivalent(endingIn({ type: 'string' }), { type: 'array' }).verdict).toBe('no');
  const found = loaded.witness({ type: 'array', minItems: 1, lastItem: { const: 'z' } });
  expect(found).toMatchObject({ verdict: 'yes' });
});

test('explained: the issue, the conflict and the hint of an editor name it', () => {
  const issues = loaded.createValidator(endingIn({ type: 'string' }))([1]);
  expect(issues).toMatchObject([{ pointer: '/0', schemaPointer: '#/lastItem/type' }]);
  expect(loaded.createValidator(endingIn(false))([1])).toMatchObject([
    { keyword: 'lastItem', message: 'The value does not meet "lastItem".' },
  ]);
  const { conflicts } = loaded.intersect({ type: 'array', minItems: 1 }, endingIn(false));
  expect(conflicts[0]!.because.map(({ keyword }) => keyword).sort()).toEqual([
    'lastItem',
    'minItems',
    'type',
  ]);
  expect(loaded.keywordHints()['properties']).toHaveProperty('lastItem.description', lastItem[0]!.hint);
});

test('compiled and generated: what ajv does not judge is not compiled, and a type says what it can', () => {
  expect(loaded.createCompiledValidator(endingIn(true))).toBeUndefined();
  const names = { ofReference: () => undefined, ofCodes: () => undefined };
  expect(loaded.toDraft07(endingIn({ type: 'string' }), names)).toHaveProperty('lastItem');
});

test('the list of records is that of the folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'onething-keywords-'));
  try {
    const written = join(folder, 'records.ts');
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/generate-keywords.ts', written]);
    const kept = readFileSync('src/schema/keywords/generated/records.ts', 'utf8');
    expect(kept).toBe(readFileSync(written, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
