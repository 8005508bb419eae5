import type { LoadedCatalogue } from '../catalogue/index.js';
import type { PlanCalendar } from '../model/index.js';

const millisecondsPerDay = 86_400_000;

/** The calendar of a catalogue with its runs of holidays written out day by day. */
export function calendarOf(catalogue: LoadedCatalogue): PlanCalendar | undefined {
  const id = catalogue.manifest?.document.calendar;
  const calendar = id === undefined ? undefined : catalogue.calendars.get(id)?.document;
  if (calendar === undefined) return undefined;
  const holidays = (calendar.holidays ?? []).flatMap(({ from, days }) => {
    const first = Date.parse(`${from}T00:00:00Z`);
    return Array.from({ length: days }, (_, day) =>
      new Date(first + day * millisecondsPerDay).toISOString().slice(0, 10),
    );
  });
  return {
    id: calendar.id,
    weekend: [...(calendar.weekend ?? [6, 7])].sort((a, b) => a - b),
    holidays: [...new Set(holidays)].sort(),
    workdays: [...new Set(calendar.workdays ?? [])].sort(),
  };
}
