import type { Calendar } from '../../model/index.js';
import { addDays, zoneNamed, zoneNames } from '../../time/index.js';
import type { Entry } from '../source-file.js';
import { Place } from './check-context.js';
import type { CheckContext } from './check-context.js';
import { checkTitle } from './check-title.js';
import { suggested } from '../../diagnostics/index.js';
import { literal } from '../../messages/index.js';

/** A day is a holiday or a working day, not both; a zone is one that exists; an office opens before it closes. */
export function checkCalendar({ document, file }: Entry<Calendar>, context: CheckContext): void {
  const place = Place.of(file);
  checkTitle(document.title, place, context);
  const { timezone, hours, weekend } = document;
  if (timezone !== undefined && zoneNamed(timezone) === undefined) {
    const meant = suggested(timezone, zoneNames());
    context.report('catalogue/unknown-zone', { zone: timezone }, place.at('timezone').value, meant);
  }
  // "09:00" and "17:00" have as many digits: the later one is the greater text.
  if (hours !== undefined && hours.close <= hours.open) {
    const args = { open: literal(hours.open), close: literal(hours.close) };
    context.report('catalogue/no-office-hours', args, place.at('hours').value);
  }
  if (new Set(weekend).size === 7) context.report('catalogue/no-working-day', {}, place.at('weekend').value);
  checkDays(document, place, context);
}

function checkDays(
  { holidays = [], workdays = [], until }: Calendar,
  place: Place,
  context: CheckContext,
): void {
  const spans = holidays.map(({ from, days }) => ({ from, to: addDays(from, days - 1) }));
  const beyond = (day: string, at: Place): void => {
    if (until === undefined || day <= until) return;
    context.report('catalogue/day-beyond-until', { day: literal(day), until: literal(until) }, at.value);
  };
  for (const [index, { to }] of spans.entries()) beyond(to, place.at('holidays', index));
  for (const [index, day] of workdays.entries()) {
    const isHoliday = spans.some(({ from, to }) => from <= day && day <= to);
    if (isHoliday)
      context.report('catalogue/contradictory-day', { day: literal(day) }, place.at('workdays', index).value);
    beyond(day, place.at('workdays', index));
  }
}
