import type { LoadedCatalogue } from '../../catalogue/index.js';
import type { PlanCalendar } from '../../model/index.js';
import { isWorkingDay, zoneOf } from '../../time/index.js';
import { isSame } from '../comparison.js';
import type { FoundChange } from '../comparison.js';
import { tell } from '../messages.js';

/**
 * What other days mean for limits. Fewer working days make every limit longer, more make it shorter; with some of both,
 * or in another zone, or with other office hours, it depends on the day.
 */
export function gradeOfDays(
  from: PlanCalendar | undefined,
  to: PlanCalendar | undefined,
): Pick<FoundChange, 'grade' | 'because'> {
  if (zoneOf(from) !== zoneOf(to)) return { grade: 'unknown', because: tell('ungraded.zone') };
  if (!isSame(from?.hours ?? null, to?.hours ?? null))
    return { grade: 'unknown', because: tell('ungraded.hours') };
  const lost = losesDays(from, to);
  const won = losesDays(to, from);
  if (lost && won) return { grade: 'unknown', because: tell('ungraded.working-days') };
  return { grade: lost ? 'breaking' : 'compatible' };
}

/** Is there a working day of the one that is none of the other? Of days beyond what was known nobody was told anything. */
function losesDays(from: PlanCalendar | undefined, to: PlanCalendar | undefined): boolean {
  const known = from?.until ?? '9999-12-31';
  const named = [from, to].flatMap((one) => [...(one?.holidays ?? []), ...(one?.workdays ?? [])]);
  if (named.some((day) => day <= known && isWorkingDay(from, day) && !isWorkingDay(to, day))) return true;
  const [was, is] = [from, to].map((one) => one?.weekend ?? [6, 7]) as [number[], number[]];
  return is.some((day) => !was.includes(day));
}

/** The calendar of a catalogue by its id; none where it names none. */
export function calendarIdOf({ manifest }: LoadedCatalogue): string | null {
  return manifest?.document.calendar ?? null;
}
