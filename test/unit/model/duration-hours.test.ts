import { expect, test } from 'vitest';
import { compareDurations } from '../../../src/diff/terms/time-change.js';
import { workingDaysOf } from '../../../src/model/index.js';

test('hours are those of the clock: so many whole days of them are as long as those days', () => {
  for (const days of [0, 1, 2, 5, 7, 10])
    expect(workingDaysOf(`${days * 24}h`)).toBe(workingDaysOf(`${days}d`));
  expect([1, 4, 36, 47].map((hours) => workingDaysOf(`${hours}h`))).toEqual([0.05, 0.17, 1.5, 1.96]);
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
