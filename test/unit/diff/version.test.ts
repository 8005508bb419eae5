import { describe, expect, test } from 'vitest';
import { isAtLeast, leastVersion } from '../../../src/diff/version.js';
import type { Change } from '../../../src/model/index.js';

const change = (kind: Change['kind'], grade: Change['grade']): Change => ({
  kind,
  grade,
  subject: {},
  at: {},
});

describe('the least version that says what has changed', () => {
  test.each([
    ['1.4.2', [change('field-asked', 'breaking'), change('bundle-added', 'compatible')], '2.0.0', 'breaking'],
    ['0.4.2', [change('field-asked', 'breaking')], '0.5.0', 'breaking'],
    ['1.4.2', [change('bundle-added', 'compatible')], '1.5.0', 'addition'],
    ['0.4.2', [change('bundle-added', 'compatible')], '0.4.3', 'addition'],
    ['1.4.2', [change('text-changed', 'compatible')], '1.4.3', 'detail'],
    ['1.4.2', [], '1.4.2', 'nothing'],
    ['1.4.2-rc.1', [change('text-changed', 'compatible')], '1.4.3', 'detail'],
  ] as const)('after %s', (old, changes, least, because) => {
    expect(leastVersion(old, changes)).toEqual({ least, because });
  });

  test('does not exist where the old one is no version', () => {
    expect(leastVersion('spring', [])).toBeUndefined();
    expect(leastVersion('1.2', [])).toBeUndefined();
  });

  test.each([
    ['2.0.0', '1.9.9', true],
    ['1.10.0', '1.9.0', true],
    ['1.9.0', '1.10.0', false],
    ['1.0.3', '1.0.4', false],
    ['spring', '1.0.0', false],
  ] as const)('%s against %s', (is, least, enough) => expect(isAtLeast(is, least)).toBe(enough));
});
