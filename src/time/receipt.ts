import type { PlanCalendar } from '../model/index.js';
import { addDays } from './dates.js';
import { isWorkingDay, workingDayFrom, zoneOf } from './working-days.js';
import { dateAt, momentAt } from './zone.js';

/**
 * When something counts as received. Where a calendar names office hours, what comes before the office opens is received
 * as it opens, and what comes when it has closed, or on a day without work, as it opens on the next working day. Without
 * office hours: when it comes.
 */
export function receivedAt(calendar: PlanCalendar | undefined, ms: number): number {
  if (calendar?.hours === undefined) return ms;
  const date = dateAt(zoneOf(calendar), ms);
  const isOver = !isWorkingDay(calendar, date) || ms >= counterClosed(calendar, date);
  const day = workingDayFrom(calendar, isOver ? addDays(date, 1) : date);
  const opens = counterOpen(calendar, day);
  return ms > opens ? ms : opens;
}

/** The first moment of a day at which an authority receives something. */
export function counterOpen(calendar: PlanCalendar | undefined, date: string): number {
  return momentAt(zoneOf(calendar), date, minutesOf(calendar?.hours?.open ?? '00:00'));
}

/** The first moment after a day for an authority: when its office closes, or the day ends. */
export function counterClosed(calendar: PlanCalendar | undefined, date: string): number {
  if (calendar?.hours === undefined) return momentAt(zoneOf(calendar), addDays(date, 1));
  return momentAt(zoneOf(calendar), date, minutesOf(calendar.hours.close));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
