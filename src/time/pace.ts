import { BoundedCache } from '../base/index.js';
import type { Duration, PlanCalendar } from '../model/index.js';
import { parseDuration } from '../model/index.js';
import { afterPauses, endMs } from './limit-clock.js';
import type { Limit } from './limit-clock.js';
import { receivedAt } from './receipt.js';
import { workingDayFrom, workingDaysAfter, zoneOf } from './working-days.js';
import { dateAt } from './zone.js';

/** What takes time in a step. */
export interface StepTime {
  /** Absent: it takes none. */
  limit?: Limit;
  /** Time that the limit does not count. */
  pauses: readonly Limit[];
  /** Steps from whose begin the limit counts, where they take place. */
  since?: readonly string[];
}

/** When a step begins, and the last moment that its limit leaves. */
export interface Span {
  begin: number;
  end: number;
}

/** A Monday at nine; the month that follows has 31 days. */
const mondayAtNine = Date.UTC(2001, 0, 1, 9);

/** Days as they count before a case has a date: from a moment on, by a calendar. */
export interface Pace {
  calendar: PlanCalendar | undefined;
  start: number;
}

/** From a Monday at nine, with no holidays in the way: what plans and reports say in days. */
export function ordinaryPace(calendar: PlanCalendar | undefined): Pace {
  const { weekend = [6, 7], hours } = calendar ?? {};
  const days = { id: 'ordinary', timezone: 'UTC', weekend, holidays: [], workdays: [] };
  return { calendar: hours === undefined ? days : { ...days, hours }, start: mondayAtNine };
}

/** The last moment of a step whose authority takes all the time that it has. */
export function lastMomentOf(
  { calendar }: Pace,
  begin: number,
  { limit, pauses }: StepTime,
  since = begin,
): number {
  if (limit === undefined) return begin;
  const start = afterPauses(calendar, receivedAt(calendar, since), pauses);
  return Math.max(begin, endMs(calendar, start, limit) - 1);
}

/**
 * The working days from the start to a moment, the day of receipt not counted. What ends on a day off is known on the
 * next working day.
 */
export function workingDaysUntil({ calendar, start }: Pace, end: number): number {
  const zone = zoneOf(calendar);
  const from = workingDayFrom(calendar, dateAt(zone, receivedAt(calendar, start)));
  return workingDaysAfter(calendar, from, workingDayFrom(calendar, dateAt(zone, end)));
}

/** The working days that a step takes by itself. */
export function daysOfStep(pace: Pace, time: StepTime): number {
  return workingDaysUntil(pace, lastMomentOf(pace, pace.start, time));
}

const everyMonday = ordinaryPace(undefined);
const lengths = new BoundedCache<number>(1_000);

/** A duration in working days: of a case received on a Monday at nine, with no holidays in the way. */
export function workingDaysOf(duration: Duration, pace: Pace = everyMonday): number {
  const days = () => daysOfStep(pace, { limit: parseDuration(duration), pauses: [] });
  if (pace !== everyMonday) return days();
  const known = lengths.get(duration) ?? days();
  lengths.set(duration, known);
  return known;
}

/** The steps of a plan in an order in which each stands after those that it waits for. */
export interface Walk {
  steps: readonly string[];
  before: (step: string) => readonly string[];
  timeOf: (step: string) => StepTime | undefined;
}

/** When each step begins and ends: every authority takes all the time that it has, the applicant none. */
export function walkThrough(pace: Pace, { steps, before, timeOf }: Walk): Map<string, Span> {
  const spans = new Map<string, Span>();
  for (const step of steps) {
    const ends = before(step).flatMap((other) => spans.get(other)?.end ?? []);
    const begin = Math.max(pace.start, ...ends);
    const time = timeOf(step);
    const since = (time?.since ?? []).flatMap((other) => spans.get(other)?.begin ?? []);
    spans.set(step, { begin, end: time === undefined ? begin : lastMomentOf(pace, begin, time, since[0]) });
  }
  return spans;
}
