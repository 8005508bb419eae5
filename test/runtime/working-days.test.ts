import { describe, expect, it } from 'vitest';
import { addWorkingDays, endOf, isWorkingDay, workingDayFrom } from '../../src/runtime/index.js';
import type { PlanCalendar } from '../../src/model/index.js';

const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + index * 86_400_000).toISOString().slice(0, 10),
  );

/** Holidays of 2026: notice of the State Council's General Office of 4 November 2025. */
const calendar: PlanCalendar = {
  id: 'cn-2026',
  weekend: [6, 7],
  holidays: [
    ...days('2026-01-01', 3),
    ...days('2026-02-15', 9),
    ...days('2026-04-04', 3),
    ...days('2026-05-01', 5),
    ...days('2026-06-19', 3),
    ...days('2026-09-25', 3),
    ...days('2026-10-01', 7),
  ],
  workdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};

describe('working days', () => {
  it.each([
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 5, '2026-10-13'],
    ['2026-09-24', 3, '2026-09-30'],
    ['2026-02-13', 5, '2026-02-27'],
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-04-30', 2, '2026-05-07'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-10-09', 1, '2026-10-10'],
    ['2026-10-08', 20, '2026-11-04'],
  ])('received %s, %i working days: due %s', (received, count, due) => {
    expect(addWorkingDays(calendar, received, count)).toBe(due);
  });

  it('count what is received on a day without work from the next working day', () => {
    expect(workingDayFrom(calendar, '2026-10-03')).toBe('2026-10-08');
    expect(addWorkingDays(calendar, '2026-10-03', 1)).toBe('2026-10-09');
    expect(addWorkingDays(calendar, '2026-10-03', 1)).toBe(addWorkingDays(calendar, '2026-10-08', 1));
  });

  it('are Monday to Friday where there is no calendar', () => {
    expect(isWorkingDay(undefined, '2026-10-05')).toBe(true);
    expect(isWorkingDay(undefined, '2026-10-10')).toBe(false);
  });

  it.each([
    ['d', 3, '2026-09-30T10:00:00.000+08:00', '2026-10-09T00:00:00.000+08:00'],
    ['mo', 1, '2026-01-31T10:00:00.000+08:00', '2026-03-01T00:00:00.000+08:00'],
    ['wd', 0, '2026-10-09T10:00:00.000+08:00', '2026-10-10T00:00:00.000+08:00'],
    ['h', 4, '2026-10-09T22:00:00.000+08:00', '2026-10-10T02:00:00.000+08:00'],
  ] as const)('a limit in %s of %i from %s ends before %s', (unit, count, from, end) => {
    expect(endOf(calendar, from, { unit, count })).toBe(end);
  });
});
