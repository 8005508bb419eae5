/**
 * A second reading of docs/guide/time.md that shares nothing with the engine: it walks through the days of a zone a
 * quarter of an hour at a time and asks Intl what the clocks on the wall show.
 */

export interface JudgedCalendar {
  id: string;
  timezone: string;
  weekend: number[];
  holidays: string[];
  workdays: string[];
  hours?: { open: string; close: string };
}

export interface JudgedLimit {
  count: number;
  unit: 'h' | 'd' | 'wd' | 'mo';
}

const quarter = 900_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock in a zone shows: "2026-03-29 03:15". */
export function wallClock(zone: string, ms: number): string {
  let format = formats.get(zone);
  if (format === undefined) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' };
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, ...parts } as Intl.DateTimeFormatOptions);
    formats.set(zone, format);
  }
  return format.format(ms);
}

interface Day {
  date: string;
  /** When the office opens or the day begins, and when it closes or the day ends. */
  opens: number;
  closes: number;
  works: boolean;
}

function works(calendar: JudgedCalendar, date: string): boolean {
  if (calendar.holidays.includes(date)) return false;
  if (calendar.workdays.includes(date)) return true;
  return !calendar.weekend.includes(new Date(`${date}T12:00:00Z`).getUTCDay() || 7);
}

/** The days of a zone from the one in which a moment lies. */
function daysFrom(calendar: JudgedCalendar, ms: number, count: number): Day[] {
  const zone = calendar.timezone;
  const dateAt = (at: number) => wallClock(zone, at).slice(0, 10);
  let at = Math.floor(ms / quarter) * quarter;
  while (dateAt(at - quarter) === dateAt(at)) at -= quarter;
  const days: Day[] = [];
  while (days.length < count) {
    const date = dateAt(at);
    let opens: number | undefined;
    let closes: number | undefined;
    for (; dateAt(at) === date; at += quarter) {
      const time = wallClock(zone, at).slice(11);
      if (opens === undefined && time >= (calendar.hours?.open ?? '00:00')) opens = at;
      if (closes === undefined && calendar.hours !== undefined && time >= calendar.hours.close) closes = at;
    }
    days.push({ date, opens: opens!, closes: closes ?? at, works: works(calendar, date) });
  }
  return days;
}

/** The first moment after a limit, in milliseconds. */
export function judgedDue(
  calendar: JudgedCalendar,
  from: number,
  { count, unit }: JudgedLimit,
  pauses: readonly { begin: number; end: number }[] = [],
): number {
  const days = daysFrom(calendar, from, 100);
  const isOpen = (day: Day) => calendar.hours === undefined || (day.works && from < day.closes);
  const first = days.findIndex(isOpen);
  const received = calendar.hours === undefined ? from : Math.max(from, days[first]!.opens);
  if (unit === 'h')
    return received + count * 3_600_000 + pauses.reduce((sum, { begin, end }) => sum + end - begin, 0);
  const working = days.slice(first).filter((day) => day.works);
  if (unit === 'wd') {
    let index = count;
    for (const { begin, end } of pauses)
      for (const [at, day] of working.entries())
        if (at > 0 && begin < working[at - 1]!.closes && end >= day.opens) index++;
    return working[index]!.closes;
  }
  const [year, month, day] = days[first]!.date.split('-').map(Number) as [number, number, number];
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  let last =
    unit === 'd'
      ? Date.UTC(year, month - 1, day + count)
      : Date.UTC(year, month - 1 + count, Math.min(day, lastOfMonth));
  const noon = (ms: number) => Date.parse(`${wallClock(calendar.timezone, ms).slice(0, 10)}T00:00:00Z`);
  for (const { begin, end } of pauses) last = noon(end) + Math.max(0, last - noon(begin));
  const date = new Date(last).toISOString().slice(0, 10);
  return working.find((one) => one.date >= date)!.closes;
}
