import type { DurationUnit, PlanCalendar } from '../model/index.js';
import { addDays, addMonths, daysBetween } from './dates.js';
import { assertTimes } from './arguments.js';
import { hourMs, instantOf, msOf, offsetText } from './instant.js';
import type { Instant } from './moment-text.js';
import { counterClosed, counterOpen, receivedAt } from './receipt.js';
import {
  addWorkingDays,
  isWorkingDay,
  workingDayFrom,
  workingDaysAfter,
  workingDayUpTo,
  zoneOf,
} from './working-days.js';
import { dateAt, momentAt, offsetAt } from './zone.js';

/** A duration as a count of a unit. */
export interface Limit {
  count: number;
  unit: DurationUnit;
}

/** A limit that counts, or that has been stopped. */
export interface LimitClock {
  /** When the authority received what the limit is about. */
  from: Instant;
  /** Where the count stands: the limit that is left, and the moment from which it counts. */
  start: Instant;
  limit: Limit;
  /** The first moment at which the limit is passed, and the first at which it is near. Absent while stopped. */
  due?: Instant;
  near?: Instant;
}

/** A moment as the clocks of a calendar's zone show it. */
export function instantIn(calendar: PlanCalendar | undefined, ms: number): Instant {
  assertTimes('instantIn', { calendar, ms });
  return instantOf(ms, offsetText(offsetAt(zoneOf(calendar), ms)));
}

/** The date that it is in a calendar's zone at a moment. */
export function dateIn(calendar: PlanCalendar | undefined, instant: Instant): string {
  assertTimes('dateIn', { calendar, instant });
  return dateAt(zoneOf(calendar), msOf(instant));
}

/**
 * The first moment after a limit. Hours count by the clock; days and months end with a day, and where that is a day
 * without work, with the next working day. Where there are office hours, a day ends when the office closes (civil code
 * of China, articles 201 to 203).
 */
export function endOf(calendar: PlanCalendar | undefined, from: Instant, limit: Limit): Instant {
  assertTimes('endOf', { calendar, from, limit });
  return instantIn(calendar, endMs(calendar, receivedAt(calendar, msOf(from)), limit));
}

/**
 * A clock that starts to count.
 * @param pauses time that the limit does not count, known beforehand: the limit counts from their end
 */
export function startClock(
  calendar: PlanCalendar | undefined,
  from: Instant,
  limit: Limit,
  pauses: readonly Limit[] = [],
): LimitClock {
  const received = receivedAt(calendar, msOf(from));
  const start = afterPauses(calendar, received, pauses);
  return counted(calendar, { from, start: start === msOf(from) ? from : instantIn(calendar, start), limit });
}

/** The moment from which a limit counts that begins with pauses. */
export function afterPauses(
  calendar: PlanCalendar | undefined,
  received: number,
  pauses: readonly Limit[],
): number {
  let start = received;
  for (const pause of pauses) {
    // The last day of the pause is the day that is not counted.
    start =
      pause.unit === 'h'
        ? start + pause.count * hourMs
        : momentAt(zoneOf(calendar), lastDayOf(calendar, start, pause));
  }
  return start;
}

/** The first moment after a limit that counts from a moment within office hours. */
export function endMs(calendar: PlanCalendar | undefined, start: number, limit: Limit): number {
  if (limit.unit === 'h') return start + limit.count * hourMs;
  return counterClosed(calendar, lastDayOf(calendar, start, limit));
}

/**
 * Stops the count: what is left of the limit is kept. A day off, or what is left of a day after the office has closed, is
 * no time of the authority: a pause that begins then begins with the next working day.
 */
export function stopClock<C extends LimitClock>(
  calendar: PlanCalendar | undefined,
  clock: C,
  at: Instant,
): C {
  if (clock.due === undefined) return clock;
  const { due, near: _near, ...rest } = clock;
  return { ...rest, ...leftOf(calendar, clock, due, at) } as C;
}

/** Lets a stopped clock count on. A pause that ends on a day off, or before the office opens, ends with the working day before. */
export function continueClock<C extends LimitClock>(
  calendar: PlanCalendar | undefined,
  clock: C,
  at: Instant,
): C {
  if (clock.due !== undefined) return clock;
  const goesOn = clock.limit.unit === 'wd' ? endOfPause(calendar, at) : at;
  const start = msOf(goesOn) > msOf(clock.start) ? goesOn : clock.start;
  return counted(calendar, { ...clock, start });
}

function endOfPause(calendar: PlanCalendar | undefined, at: Instant): Instant {
  const date = dateIn(calendar, at);
  const isOpened = msOf(at) >= counterOpen(calendar, date);
  const day = workingDayUpTo(calendar, isOpened ? date : addDays(date, -1));
  return day === date ? at : instantIn(calendar, momentAt(zoneOf(calendar), day));
}

function beginOfPause(calendar: PlanCalendar | undefined, at: Instant): Instant {
  const date = dateIn(calendar, at);
  const isClosed = isWorkingDay(calendar, date) && msOf(at) >= counterClosed(calendar, date);
  const day = workingDayFrom(calendar, isClosed ? addDays(date, 1) : date);
  return day === date ? at : instantIn(calendar, momentAt(zoneOf(calendar), day));
}

function counted<C extends LimitClock>(calendar: PlanCalendar | undefined, clock: C): C {
  const { limit } = clock;
  const start = msOf(clock.start);
  const due = instantIn(calendar, endMs(calendar, start, limit));
  if (limit.unit === 'h') {
    const near = instantIn(calendar, start + limit.count * hourMs * 0.8);
    return { ...clock, due, near };
  }
  const warning = beforeEnd(calendar, start, limit);
  if (warning === undefined) return { ...clock, due };
  return { ...clock, due, near: instantIn(calendar, momentAt(zoneOf(calendar), warning)) };
}

/** The first of the last fifth of the days, or the last day; none where the step is decided on the spot. */
function beforeEnd(calendar: PlanCalendar | undefined, start: number, limit: Limit): string | undefined {
  const from = dateAt(zoneOf(calendar), start);
  const days = limit.unit === 'mo' ? daysBetween(from, lastDayOf(calendar, start, limit)) : limit.count;
  if (days <= 0) return undefined;
  const early = days - Math.max(1, Math.ceil(days / 5));
  const last = limit.unit === 'wd' ? addWorkingDays(calendar, from, early) : addDays(from, early);
  return addDays(last, 1);
}

function leftOf(
  calendar: PlanCalendar | undefined,
  clock: LimitClock,
  due: Instant,
  at: Instant,
): Pick<LimitClock, 'limit'> & Partial<Pick<LimitClock, 'start'>> {
  const { start, limit } = clock;
  const { unit, count } = limit;
  if (msOf(at) <= msOf(start)) return { limit };
  if (unit === 'h') return { limit: { unit, count: Math.max(0, (msOf(due) - msOf(at)) / hourMs) } };
  const from = dateIn(calendar, start);
  if (unit === 'wd') {
    const begin = beginOfPause(calendar, at);
    const used = workingDaysAfter(calendar, workingDayFrom(calendar, from), dateIn(calendar, begin));
    return { start: begin, limit: { unit, count: Math.max(0, count - used) } };
  }
  // The day that the limit itself ends with: that it moves on to a working day is no time that could be left.
  const last = unit === 'd' ? addDays(from, count) : addMonths(from, count);
  return { limit: { unit: 'd', count: Math.max(0, daysBetween(dateIn(calendar, at), last)) } };
}

function lastDayOf(calendar: PlanCalendar | undefined, start: number, limit: Limit): string {
  const from = dateAt(zoneOf(calendar), start);
  switch (limit.unit) {
    case 'wd':
      return addWorkingDays(calendar, from, limit.count);
    case 'mo':
      return workingDayFrom(calendar, addMonths(from, limit.count));
    case 'd':
    case 'h':
      return workingDayFrom(calendar, addDays(from, limit.count));
  }
}
