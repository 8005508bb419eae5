import { expect, it } from 'vitest';
import { derivations } from '../../../src/derive/index.js';

it.each([
  // The same day, nine o'clock in Shanghai and in Berlin.
  ['2026-10-01T09:00:00+08:00', '2026-10-01T09:00:00+02:00', true],
  ['2026-10-01T09:00:00+02:00', '2026-10-01T09:00:00+08:00', false],
  ['2026-10-01T23:30:00-05:00', '2026-10-02T01:00:00Z', false],
  ['2026-10-01T00:00:00.1Z', '2026-10-01T00:00:00.09Z', false],
  ['2026-10-01T00:00:00.000000000000001Z', '2026-10-01T00:00:00.000000000000002Z', true],
  ['2026-10-01t00:00:00z', '2026-10-01T00:00:00.0001Z', true],
  ['2026-10-01T00:00:00Z', '2026-10-01T08:00:00+08:00', false],
  ['2026-10-01', '2026-10-01T08:00:00+08:00', false],
  ['2026-09-30', '2026-10-01T08:00:00+08:00', true],
  ['2026-10-01', '2026-10-02', true],
  ['A1', 'A2', true],
])('%s before %s: %s', (first, second, expected) => {
  expect(derivations['before']!([first, second], {}, undefined)).toEqual([expected]);
});

it('takes one moment for the same, whatever its offset', () => {
  const same = (...values: string[]) => derivations['equal']!(values, {}, undefined);
  expect(same('2026-10-01T00:00:00Z', '2026-10-01T08:00:00.00+08:00')).toEqual([true]);
  expect(same('2026-10-01T00:00:00Z', '2026-10-01T00:00:00+08:00')).toEqual([false]);
});
