/** A keyword is added by one file: every part of the algebra, and every tool for authors, knows it from its record. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { toDraft07 } from '../../src/codegen/draft-07.js';
import { loadCatalogue } from '../../src/index.js';
import {
  accepts,
  createCompiledValidator,
  createValidator,
  equivalent,
  faultyReferences,
  intersect,
  isEmpty,
  keywordHints,
  normalize,
  selfContained,
  witness,
} from '../../src/schema/index.js';
import type { JsonSchema } from '../../src/base/index.js';
import type { KeywordRecord } from '../../src/schema/keywords/record.js';
import { keywords as lastItem } from './last-item.js';

vi.mock('../../src/schema/keywords/generated/records.js', async (original) => {
  const { records } = await original<{ records: KeywordRecord[] }>();
  const { keywords } = await import('./last-item.js');
  return { records: [...records, ...keywords] };
});

const endingIn = (schema: JsonSchema): JsonSchema => ({ type: 'array', lastItem: schema });

const findingsOf = (schema: JsonSchema): string[] =>
  loadCatalogue([
    {
      path: 'person.json',
      text: JSON.stringify({ kind: 'subject', id: 'person', elements: { list: { schema } } }),
    },
  ])
    .diagnostics.map(({ code }) => code)
    .filter((code) => code.startsWith('schema/'));

test('walked: what its schema refers to is found, and comes along', () => {
  expect(faultyReferences(endingIn({ $ref: '#/$defs/none' }))).toMatchObject([
    { at: '/lastItem/$ref', fault: 'missing' },
  ]);
  const whole = { ...(endingIn({ $ref: '#/$defs/a' }) as object), $defs: { a: { type: 'null' } } };
  expect(accepts(selfContained(whole as JsonSchema), [1])).toBe(false);
});

test('checked: a document that misuses it has a finding at its place, and one that uses it well has none', () => {
  expect(findingsOf(endingIn({ type: 'string' }))).toEqual([]);
  expect(findingsOf({ type: 'array', lastItem: 'x' })).toEqual(['schema/malformed']);
  expect(findingsOf(endingIn({ tipe: 'string' }))).toEqual(['schema/unknown-keyword']);
});

test('evaluated', () => {
  expect(accepts(endingIn({ type: 'string' }), [1, 'a'])).toBe(true);
  expect(accepts(endingIn({ type: 'string' }), ['a', 1])).toBe(false);
  expect(accepts(endingIn(false), [])).toBe(true);
});

test('folded: two of them are one, and nothing is lost', () => {
  const { schema } = intersect(endingIn({ minimum: 1 }), endingIn({ maximum: 2 }));
  expect(schema).toEqual(endingIn({ allOf: [{ minimum: 1 }, { maximum: 2 }] }));
  expect([[0], [1], [3], []].map((list) => accepts(schema, list))).toEqual([false, true, false, true]);
  expect(normalize(endingIn(true))).toEqual({ type: 'array' });
});

test('translated: the solver proves and finds with it', () => {
  const never = { type: 'array', minItems: 1, lastItem: false };
  expect(isEmpty(never).verdict).toBe('yes');
  expect(isEmpty({ ...never, minItems: 0 }).verdict).toBe('no');
  expect(equivalent(endingIn({ type: 'string' }), { type: 'array' }).verdict).toBe('no');
  const found = witness({ type: 'array', minItems: 1, lastItem: { const: 'z' } });
  expect(found).toMatchObject({ verdict: 'yes' });
});

test('explained: the issue, the conflict and the hint of an editor name it', () => {
  const issues = createValidator(endingIn({ type: 'string' }))([1]);
  expect(issues).toMatchObject([{ pointer: '/0', schemaPointer: '#/lastItem/type' }]);
  expect(createValidator(endingIn(false))([1])).toMatchObject([
    { keyword: 'lastItem', message: 'The value does not meet "lastItem".' },
  ]);
  const { conflicts } = intersect({ type: 'array', minItems: 1 }, endingIn(false));
  expect(conflicts[0]!.because.map(({ keyword }) => keyword).sort()).toEqual([
    'lastItem',
    'minItems',
    'type',
  ]);
  expect(keywordHints()['properties']).toHaveProperty('lastItem.description', lastItem[0]!.hint);
});

test('compiled and generated: what ajv does not judge is not compiled, and a type says what it can', () => {
  expect(createCompiledValidator(endingIn(true))).toBeUndefined();
  const names = { ofReference: () => undefined, ofCodes: () => undefined };
  expect(toDraft07(endingIn({ type: 'string' }), names)).toHaveProperty('lastItem');
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
