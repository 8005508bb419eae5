import { expect, test } from 'vitest';
import { compareDurations } from '../../../src/diff/terms/time-change.js';
import { workingDaysOf } from '../../../src/time/index.js';

test('hours are those of the clock: so many whole days of them are as long as those days', () => {
  for (const days of [0, 1, 2, 5, 7, 10])
    expect(workingDaysOf(`${days * 24}h`)).toBe(workingDaysOf(`${days}d`));
  expect([1, 4, 36, 47].map((hours) => workingDaysOf(`${hours}h`))).toEqual([0, 0, 1, 2]);
});

test('more hours are never fewer days', () => {
  const days = Array.from({ length: 400 }, (_, hours) => workingDaysOf(`${hours}h`));
  expect(days).toEqual([...days].sort((a, b) => a - b));
});

test.each([
  ['48h', '5wd', 'longer'],
  ['48h', '1wd', undefined],
  ['5wd', '120h', 'shorter'],
  ['5wd', '121h', undefined],
  ['2d', '48h', 'shorter'],
  ['48h', '2d', undefined],
  ['1mo', '24h', 'shorter'],
  ['24h', '1mo', 'longer'],
  ['24h', '25h', 'longer'],
] as const)('from %s to %s is %s', (from, to, expected) => {
  expect(compareDurations(from, to)).toBe(expected);
});

test.each([
  ['4d', 4],
  ['5d', 5],
  ['6d', 5],
  ['7d', 5],
  ['12d', 10],
  ['30d', 22],
  ['1mo', 23],
  ['0wd', 0],
  ['120h', 5],
] as const)('%s from a Monday at nine are %i working days', (duration, days) => {
  expect(workingDaysOf(duration)).toBe(days);
});
