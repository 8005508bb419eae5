import type { Calendar } from '../../model/index.js';
import type { Entry } from '../types.js';
import { Place } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { checkTitle } from './check-title.js';

const millisecondsPerDay = 86_400_000;

/** A day is a holiday or a working day, not both. */
export function checkCalendar({ document, file }: Entry<Calendar>, context: CheckContext): void {
  const place = Place.of(file);
  checkTitle(document.title, place, context);
  for (const [index, day] of (document.workdays ?? []).entries()) {
    const isHoliday = (document.holidays ?? []).some(({ from, days }) => {
      const distance = Math.round((Date.parse(day) - Date.parse(from)) / millisecondsPerDay);
      return distance >= 0 && distance < days;
    });
    if (isHoliday) context.report('catalogue/contradictory-day', { day }, place.at('workdays', index).value);
  }
}
