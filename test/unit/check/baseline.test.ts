import { describe, expect, test } from 'vitest';
import {
  acceptFindings,
  baselineText,
  loadBaseline,
  nextBaseline,
  raiseSeverity,
} from '../../../src/check/index.js';
import { createDiagnostic } from '../../../src/diagnostics/index.js';
import type { Diagnostic } from '../../../src/diagnostics/index.js';
import { listOf } from '../../../src/messages/index.js';

const at = (pointer: string) => ({ file: 'a.yaml', pointer });
const warning = (pointer = '/x'): Diagnostic =>
  createDiagnostic('schema/unknown-keyword', { keyword: 'maxLenght' }, at(pointer));
const error = createDiagnostic('compose/bundle-cycle', { chain: listOf(['a', 'a'], 'then') }, at('/y'));
const entry = (over: object = {}) => ({
  code: 'schema/unknown-keyword',
  file: 'a.yaml',
  pointer: '/x',
  reason: 'It is ours.',
  ...over,
});
const baselineOf = (...accepted: object[]) =>
  loadBaseline('onething.baseline.json', JSON.stringify({ formatVersion: 1, accepted }));
const codesOf = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe('a baseline', () => {
  test('takes accepted findings out, and only those', () => {
    const { diagnostics, accepted } = acceptFindings(
      [warning(), warning('/z')],
      baselineOf(entry()),
      '2026-11-22',
    );
    expect(accepted).toEqual([warning()]);
    expect(diagnostics).toEqual([warning('/z')]);
  });

  test.each([
    ['2026-11-21', 1, 0],
    ['2026-11-22', 0, 1],
    ['2026-11-23', 0, 1],
  ])('accepts until the end of a day: %s', (until, left, taken) => {
    const { diagnostics, accepted } = acceptFindings([warning()], baselineOf(entry({ until })), '2026-11-22');
    expect([diagnostics.length, accepted.length]).toEqual([left, taken]);
    if (left === 1) expect(diagnostics[0]!.related.at(-1)!.message).toBe(`It was accepted until ${until}.`);
  });

  test('cannot accept an error, also not one whose severity was raised', () => {
    const of = { code: error.code, pointer: '/y' };
    const found = acceptFindings([error], baselineOf(entry(of)), '2026-11-22').diagnostics;
    expect(codesOf(found)).toEqual(['compose/bundle-cycle', 'check/error-accepted']);
    const raised = raiseSeverity([warning()], ['schema/unknown-keyword']);
    expect(codesOf(acceptFindings(raised, baselineOf(entry()), '2026-11-22').diagnostics)).toEqual([
      'schema/unknown-keyword',
      'check/error-accepted',
    ]);
  });

  test('says which entry matches nothing', () => {
    const found = acceptFindings([], baselineOf(entry()), '2026-11-22').diagnostics;
    expect(codesOf(found)).toEqual(['check/acceptance-unused']);
    expect(found[0]!.at).toMatchObject({ file: 'onething.baseline.json', pointer: '/accepted/0' });
    expect(found[0]!.at.range).toBeDefined();
  });

  test('says what is broken in it, and keeps the sound entries', () => {
    const broken = baselineOf(entry({ reason: '' }), entry(), entry({ until: 'soon' }), { code: 'x' });
    expect(new Set(codesOf(broken.diagnostics))).toEqual(new Set(['check/baseline-malformed']));
    expect(broken.entries.map(({ pointer }) => pointer)).toEqual(['/x']);
    expect(codesOf(loadBaseline('b.yaml', 'accepted: [').diagnostics)).toEqual(['documents/syntax']);
    expect(loadBaseline('b.yaml', '[]').diagnostics).not.toEqual([]);
  });
});

describe('the next baseline', () => {
  test('keeps reasons and ends, drops what is gone, adds warnings and no errors', () => {
    const before = [entry({ until: '2026-01-01' }), entry({ pointer: '/gone' })];
    expect(nextBaseline([warning(), warning('/z'), error], before, 'New.')).toEqual([
      entry({ until: '2026-01-01' }),
      entry({ pointer: '/z', reason: 'New.' }),
    ]);
  });

  test.each(['onething.baseline.yaml', 'onething.baseline.json'])('is read as it was written: %s', (file) => {
    const accepted = [
      entry({ reason: 'It says "no": # really\nnot', pointer: '/a~1b/0' }),
      entry({ until: '2027-01-31', file: '办事/甲.yaml' }),
    ];
    const { entries, diagnostics } = loadBaseline(file, baselineText(accepted, file));
    expect(diagnostics).toEqual([]);
    const plain = entries.map(({ at: _, ...rest }) => rest);
    expect(plain).toEqual(accepted);
    expect(loadBaseline(file, baselineText([], file)).entries).toEqual([]);
  });
});

describe('a severity', () => {
  test('is raised by its code, and never lowered', () => {
    expect(
      raiseSeverity([warning(), error], ['schema/unknown-keyword']).map(({ severity }) => severity),
    ).toEqual(['error', 'error']);
    expect(raiseSeverity([warning(), error], [])).toEqual([warning(), error]);
  });
});
