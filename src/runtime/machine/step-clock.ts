import type { DurationUnit, PlanCalendar } from '../../model/index.js';
import { addDays, dateOf, daysBetween, hourMs, instantOf, msOf, offsetOf, startOf } from './instant.js';
import type { Instant } from './instant.js';
import type { StepClock } from './state.js';
import { addWorkingDays, workingDayFrom, workingDaysUsed } from './working-days.js';

/** A duration as a count of a unit. */
export interface Limit {
  count: number;
  unit: DurationUnit;
}

/**
 * The first moment after a limit. Hours count by the clock; days and months end with a day, and where that is a day
 * without work, with the next working day (civil code of China, articles 201 to 203).
 */
export function endOf(calendar: PlanCalendar | undefined, from: Instant, limit: Limit): Instant {
  const offset = offsetOf(from);
  if (limit.unit === 'h') return instantOf(msOf(from) + limit.count * hourMs, offset);
  return startOf(addDays(lastDayOf(calendar, dateOf(from), limit), 1), offset);
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
): StepClock {
  let start = from;
  for (const pause of pauses) {
    const end = endOf(calendar, start, pause);
    // The end is the first moment after the pause; the last day of the pause is the day that is not counted.
    start = pause.unit === 'h' ? end : startOf(addDays(dateOf(end), -1), offsetOf(end));
  }
  return counted(calendar, { from, start, limit, pauses: 0 });
}

/** Stops the count: what is left of the limit is kept. */
export function stopClock(calendar: PlanCalendar | undefined, clock: StepClock, at: Instant): StepClock {
  if (clock.due === undefined) return clock;
  const { due, near: _near, ...rest } = clock;
  return { ...rest, limit: leftOf(calendar, clock, due, at) };
}

/** Lets a stopped clock count on. */
export function continueClock(calendar: PlanCalendar | undefined, clock: StepClock, at: Instant): StepClock {
  if (clock.due !== undefined) return clock;
  const start = msOf(at) > msOf(clock.start) ? at : clock.start;
  return counted(calendar, { ...clock, start });
}

function counted(calendar: PlanCalendar | undefined, clock: StepClock): StepClock {
  const { start, limit } = clock;
  const due = endOf(calendar, start, limit);
  const offset = offsetOf(start);
  if (limit.unit === 'h') {
    const near = instantOf(msOf(start) + limit.count * hourMs * 0.8, offset);
    return { ...clock, due, near };
  }
  const warning = beforeEnd(calendar, start, limit);
  return warning === undefined ? { ...clock, due } : { ...clock, due, near: startOf(warning, offset) };
}

/** The first of the last fifth of the days, or the last day; none where the step is decided on the spot. */
function beforeEnd(calendar: PlanCalendar | undefined, start: Instant, limit: Limit): string | undefined {
  const from = dateOf(start);
  const days = limit.unit === 'mo' ? daysBetween(from, lastDayOf(calendar, from, limit)) : limit.count;
  if (days <= 0) return undefined;
  const early = days - Math.max(1, Math.ceil(days / 5));
  const last = limit.unit === 'wd' ? addWorkingDays(calendar, from, early) : addDays(from, early);
  return addDays(last, 1);
}

function leftOf(calendar: PlanCalendar | undefined, clock: StepClock, due: Instant, at: Instant): Limit {
  const { unit, count } = clock.limit;
  if (msOf(at) <= msOf(clock.start)) return clock.limit;
  switch (unit) {
    case 'h':
      return { unit, count: Math.max(0, (msOf(due) - msOf(at)) / hourMs) };
    case 'wd':
      return {
        unit,
        count: Math.max(0, count - workingDaysUsed(calendar, dateOf(clock.start), dateOf(at))),
      };
    case 'd':
    case 'mo':
      return { unit: 'd', count: Math.max(0, daysBetween(dateOf(at), addDays(dateOf(due), -1))) };
  }
}

function lastDayOf(calendar: PlanCalendar | undefined, from: string, limit: Limit): string {
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

/** The day of the same number, or the last of the month where there is none (civil code of China, article 202). */
function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
