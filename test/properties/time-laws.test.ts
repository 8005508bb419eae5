import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { continueClock, endOf, instantOf, msOf, startClock, stopClock } from '../../src/time/index.js';
import { judgedDue, wallClock } from './time-judge.js';
import type { JudgedCalendar } from './time-judge.js';
import { draws } from '../extent.js';

const numRuns = draws(60, 200);

/** Zones with the moments around which their clocks do something: summer time, half hours, a day that is left out. */
const zones: Record<string, string[]> = {
  'Asia/Shanghai': ['2026-09-28', '1990-04-12'],
  'Europe/Berlin': ['2026-03-20', '2026-10-16'],
  'America/New_York': ['2026-03-01', '2026-10-23'],
  'Pacific/Apia': ['2011-12-21', '2026-06-01'],
  'Asia/Kathmandu': ['2026-05-01', '1985-12-27'],
  'Australia/Lord_Howe': ['2026-03-27', '2026-09-25'],
};

const quarterMs = 900_000;
const dayMs = 86_400_000;

const situation = fc
  .constantFrom(...Object.entries(zones).flatMap(([zone, days]) => days.map((day) => [zone, day] as const)))
  .chain(([timezone, near]) => {
    const first = Date.parse(`${near}T00:00:00Z`);
    const date = fc
      .integer({ min: 0, max: 30 })
      .map((days) => new Date(first + days * dayMs).toISOString().slice(0, 10));
    return fc.record({
      calendar: fc.record(
        {
          id: fc.constant('days'),
          timezone: fc.constant(timezone),
          weekend: fc.constantFrom<number[][]>([6, 7], [7], [5, 6], [], [2, 3, 6]),
          holidays: fc.uniqueArray(date, { maxLength: 6 }),
          workdays: fc.uniqueArray(date, { maxLength: 4 }),
          hours: fc.constantFrom({ open: '08:30', close: '17:15' }, { open: '09:00', close: '17:00' }),
        },
        { requiredKeys: ['id', 'timezone', 'weekend', 'holidays', 'workdays'] },
      ),
      from: fc.integer({ min: 0, max: 15 * 96 }).map((quarters) => first + quarters * quarterMs),
      limit: fc.record({
        count: fc.integer({ min: 0, max: 12 }),
        unit: fc.constantFrom('h', 'd', 'wd', 'mo'),
      }),
      pauses: fc.array(
        fc.record({ after: fc.integer({ min: 0, max: 5 * 96 }), takes: fc.integer({ min: 0, max: 5 * 96 }) }),
        { maxLength: 2 },
      ),
    });
  })
  .map(({ limit, ...rest }) => ({
    ...rest,
    limit: limit.unit === 'mo' ? { ...limit, count: limit.count % 2 } : limit,
  }));

/** Offsets in which a moment may come in; none of them decides anything. */
const offsets = ['Z', '+08:00', '-05:00', '+05:45'];

function told(calendar: JudgedCalendar, ms: number): string {
  return `${wallClock(calendar.timezone, ms)} in ${calendar.timezone}`;
}

describe('a limit', () => {
  it('ends when a walk through the days of its zone ends, however the moment of receipt is written', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, limit }) => {
        const expected = judgedDue(calendar, from, limit);
        for (const offset of offsets) {
          const due = endOf(calendar, instantOf(from, offset), limit);
          expect(told(calendar, msOf(due))).toBe(told(calendar, expected));
          // It is written as the clocks of the zone show it.
          expect(due.slice(0, 16).replace('T', ' ')).toBe(wallClock(calendar.timezone, expected));
        }
      }),
      { numRuns },
    );
  });

  it('loses the days of its pauses, and no others', () => {
    fc.assert(
      fc.property(situation, ({ calendar, from, limit, pauses }) => {
        let clock = startClock(calendar, instantOf(from, 'Z'), limit);
        let at = Math.max(from, msOf(clock.start));
        const spans = [];
        for (const { after, takes } of pauses) {
          const begin = at + after * quarterMs;
          if (begin >= msOf(clock.due!)) break;
          const end = (at = begin + takes * quarterMs);
          spans.push({ begin, end });
          clock = continueClock(
            calendar,
            stopClock(calendar, clock, instantOf(begin, 'Z')),
            instantOf(end, 'Z'),
          );
        }
        const expected = judgedDue(calendar, from, limit, spans);
        expect(told(calendar, msOf(clock.due!))).toBe(told(calendar, expected));
      }),
      { numRuns },
    );
  });
});
