import type { LoadedCatalogue } from './types.js';
import { omitUndefined } from '../base/index.js';
import type { Calendar, PlanCalendar } from '../model/index.js';
import { addDays, defaultZone, zoneNamed } from '../time/index.js';

/** The calendar of a catalogue, as its plans carry it. */
export function calendarOf(catalogue: LoadedCatalogue): PlanCalendar | undefined {
  const id = catalogue.manifest?.document.calendar;
  const calendar = id === undefined ? undefined : catalogue.calendars.get(id)?.document;
  return calendar && planCalendar(calendar);
}

/** A calendar with its runs of holidays written out day by day. */
export function planCalendar(calendar: Calendar): PlanCalendar {
  const holidays = (calendar.holidays ?? []).flatMap(({ from, days }) =>
    Array.from({ length: days }, (_, day) => addDays(from, day)),
  );
  const { until, hours, timezone = defaultZone } = calendar;
  return {
    id: calendar.id,
    weekend: [...(calendar.weekend ?? [6, 7])].sort((a, b) => a - b),
    holidays: [...new Set(holidays)].sort(),
    workdays: [...new Set(calendar.workdays ?? [])].sort(),
    // A zone that nobody knows is a finding of its own; the plan counts in the one that it would have without.
    timezone: zoneNamed(timezone) ?? defaultZone,
    ...omitUndefined({
      until: until ?? lastYearOf([...holidays, ...(calendar.workdays ?? [])]),
      hours: hours && { open: hours.open, close: hours.close },
    }),
  };
}

/** A calendar that names days of a year knows that year: where it does not say until when, to the end of the last one. */
function lastYearOf(days: readonly string[]): string | undefined {
  const last = [...days].sort().at(-1);
  return last && `${last.slice(0, 4)}-12-31`;
}
