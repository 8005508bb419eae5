import { describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/messages/index.js';
import * as algebra from '../../../src/schema/index.js';
import { accepts, createFormatTable, intersectAll } from '../../../src/schema/index.js';

/** Whatever somebody passes who does not use the types. */
const values: readonly unknown[] = [undefined, null, 1, 'x', {}, [], Number.NaN, () => 1, new Date(0)];
type Call = (...args: unknown[]) => unknown;
const functions = Object.entries(algebra)
  .filter(([, exported]) => typeof exported === 'function')
  .map(([name, exported]) => [name, exported as unknown as Call] as const);

/** What a call throws that is no word to the caller. */
function strayError(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error instanceof UsageError ? undefined : error;
  }
  return undefined;
}

describe('a wrong argument ends in a usage error', () => {
  test.each(functions)('%s', (_, call) => {
    for (const one of values) {
      for (const other of [one, ...values]) {
        for (const args of [
          [one],
          [one, other],
          [other, one],
          [true, other],
          [true, true, other],
          [one, other, other],
        ]) {
          expect(strayError(() => call(...args))).toBeUndefined();
        }
      }
    }
  });

  test('plain schemas are no contributions, and do not vanish', () => {
    const plain = [{ type: 'string' }, { type: 'number' }] as unknown as { schema: boolean }[];
    expect(() => intersectAll(plain)).toThrow(UsageError);
    expect(() => intersectAll([{ schema: undefined as unknown as boolean }])).toThrow(UsageError);
  });

  test('what is no schema is no verdict', () => {
    for (const wrong of [undefined, null, 1, 'x', []] as unknown as boolean[]) {
      for (const call of [
        () => accepts(wrong, 1),
        () => algebra.isEmpty(wrong),
        () => algebra.includes(wrong, true),
        () => algebra.includes(true, wrong),
        () => algebra.equivalent(true, wrong),
        () => algebra.intersect(true, wrong),
        () => algebra.normalize(wrong),
        () => algebra.witness(wrong),
        () => algebra.createValidator(wrong),
      ])
        expect(call).toThrow(UsageError);
    }
  });

  test('what JSON cannot say is no instance', () => {
    expect(() => accepts({ type: 'object' }, new Date(0) as unknown as null)).toThrow(UsageError);
    expect(accepts({ required: ['a'] }, { a: undefined } as unknown as null)).toBe(false);
  });

  test('formats are declared whole', () => {
    const half = [{ name: 'a', source: 'b', pattern: '(', samples: () => [] }];
    expect(() => createFormatTable(half)).toThrow(UsageError);
  });
});

test('no number of rounds of nothing keeps the process busy', () => {
  expect(algebra.createValidator({ pattern: '^(?:){1000}$' })('')).toEqual([]);
  const verdict = accepts({ pattern: '^(?:(?:){99999999}){99999999}$' }, 'a'.repeat(30));
  expect([false, 'unknown']).toContain(verdict);
});
