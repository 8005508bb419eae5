import type { PlanCalendar } from '../../model/index.js';
import { addDays } from './instant.js';

interface Days {
  weekend: ReadonlySet<number>;
  holidays: ReadonlySet<string>;
  workdays: ReadonlySet<string>;
}

const weekendOnly: Days = { weekend: new Set([6, 7]), holidays: new Set(), workdays: new Set() };
const prepared = new WeakMap<PlanCalendar, Days>();

/**
 * Is it a day on which authorities work? A make-up working day (调休上班) counts although it falls on a weekend.
 * Without a calendar: Monday to Friday.
 */
export function isWorkingDay(calendar: PlanCalendar | undefined, date: string): boolean {
  const days = daysOf(calendar);
  if (days.holidays.has(date)) return false;
  if (days.workdays.has(date)) return true;
  return !days.weekend.has(weekdayOf(date));
}

/** The date itself where it is a working day, else the next one. */
export function workingDayFrom(calendar: PlanCalendar | undefined, date: string): string {
  let day = date;
  // A calendar without any working day would never end the search.
  for (let tries = 0; tries < 3_660; tries++) {
    if (isWorkingDay(calendar, day)) return day;
    day = addDays(day, 1);
  }
  return day;
}

/**
 * The last day of a limit counted in working days. The day of receipt is not counted; what is received on a day
 * without work counts as received on the next working day (administrative licensing law of China, article 82; civil
 * code, article 201).
 */
export function addWorkingDays(calendar: PlanCalendar | undefined, date: string, count: number): string {
  let day = workingDayFrom(calendar, date);
  for (let left = count; left > 0; left--) day = workingDayFrom(calendar, addDays(day, 1));
  return day;
}

/** How many working days of a limit are used up: those after the day of receipt, up to and with a date. */
export function workingDaysUsed(calendar: PlanCalendar | undefined, received: string, until: string): number {
  let used = 0;
  let day = addDays(workingDayFrom(calendar, received), 1);
  for (; day <= until; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) used++;
  return used;
}

/** 1 (Monday) to 7 (Sunday), ISO 8601. */
function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
}

function daysOf(calendar: PlanCalendar | undefined): Days {
  if (calendar === undefined) return weekendOnly;
  let days = prepared.get(calendar);
  if (days === undefined) {
    days = {
      weekend: new Set(calendar.weekend),
      holidays: new Set(calendar.holidays),
      workdays: new Set(calendar.workdays),
    };
    prepared.set(calendar, days);
  }
  return days;
}
