import { BoundedCache } from '../base/index.js';
import type { PlanCalendar } from '../model/index.js';
import { assertTimes } from './arguments.js';
import { addDays, weekdayOf } from './dates.js';
import { dateAt, defaultZone, momentAt } from './zone.js';

interface Days {
  zone: string;
  weekend: ReadonlySet<number>;
  holidays: ReadonlySet<string>;
  workdays: ReadonlySet<string>;
  /** Days of the zone that have been looked at: does the day exist there? */
  exists: BoundedCache<boolean>;
}

const prepared = new WeakMap<object, Days>();
const withoutCalendar = {};

/** The zone in which a calendar counts its days. */
export function zoneOf(calendar: PlanCalendar | undefined): string {
  return calendar?.timezone ?? defaultZone;
}

/**
 * Is it a day on which authorities work? A make-up working day (调休上班) counts although it falls on a weekend; a day
 * that the zone leaves out, as it changes the side of the date line, does not. Without a calendar: Monday to Friday.
 */
export function isWorkingDay(calendar: PlanCalendar | undefined, date: string): boolean {
  assertTimes('isWorkingDay', { calendar, date });
  return isOneOf(daysOf(calendar), date);
}

function isOneOf(days: Days, date: string): boolean {
  if (days.holidays.has(date)) return false;
  if (days.weekend.has(weekdayOf(date)) && !days.workdays.has(date)) return false;
  return dayExists(days, date);
}

/** The date itself where it is a working day, else the next one. */
export function workingDayFrom(calendar: PlanCalendar | undefined, date: string): string {
  assertTimes('workingDayFrom', { calendar, date });
  return firstWorkingDay(calendar, date, 1);
}

/** The date itself where it is a working day, else the one before. */
export function workingDayUpTo(calendar: PlanCalendar | undefined, date: string): string {
  return firstWorkingDay(calendar, date, -1);
}

function firstWorkingDay(calendar: PlanCalendar | undefined, date: string, step: 1 | -1): string {
  const days = daysOf(calendar);
  let day = date;
  // A calendar without any working day would never end the search.
  for (let tries = 0; tries < 3_660; tries++) {
    if (isOneOf(days, day)) return day;
    day = addDays(day, step);
  }
  return day;
}

/**
 * The last day of a limit counted in working days. The day of receipt is not counted; what is received on a day
 * without work counts as received on the next working day (administrative licensing law of China, article 82; civil
 * code, article 201).
 */
export function addWorkingDays(calendar: PlanCalendar | undefined, date: string, count: number): string {
  assertTimes('addWorkingDays', { calendar, date, count });
  let day = firstWorkingDay(calendar, date, 1);
  for (let left = count; left > 0; left--) day = firstWorkingDay(calendar, addDays(day, 1), 1);
  return day;
}

/** How many working days there are after a date, up to and with another. */
export function workingDaysAfter(calendar: PlanCalendar | undefined, after: string, until: string): number {
  const days = daysOf(calendar);
  let count = 0;
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isOneOf(days, day)) count++;
  return count;
}

function dayExists({ zone, exists }: Days, date: string): boolean {
  let does = exists.get(date);
  if (does === undefined) {
    does = dateAt(zone, momentAt(zone, date)) === date;
    exists.set(date, does);
  }
  return does;
}

function daysOf(calendar: PlanCalendar | undefined): Days {
  const key = calendar ?? withoutCalendar;
  let days = prepared.get(key);
  if (days === undefined) {
    days = {
      zone: zoneOf(calendar),
      weekend: new Set(calendar?.weekend ?? [6, 7]),
      holidays: new Set(calendar?.holidays),
      workdays: new Set(calendar?.workdays),
      exists: new BoundedCache(4_096),
    };
    prepared.set(key, days);
  }
  return days;
}
