import type { Format } from './format.js';

const year = String.raw`\d{4}`;
const monthDay = String.raw`(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)`;

/** Does the day exist in the Gregorian calendar (RFC 3339 section 5.7 and appendix C)? */
export function isCalendarDate(yearNumber: number, month: number, day: number): boolean {
  const leap = yearNumber % 4 === 0 && (yearNumber % 100 !== 0 || yearNumber % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}

function isDate(text: string): boolean {
  return isCalendarDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10)));
}

/** A leap second is the last of a day in universal time (RFC 3339 section 5.7). */
function isTime(text: string): boolean {
  if (text.slice(6, 8) !== '60') return true;
  const offset = /([+-])(\d\d):(\d\d)$/.exec(text);
  const shift = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  const minutes = Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5)) - shift;
  return (minutes + 2 * 1440) % 1440 === 1439;
}

const seconds = String.raw`\d+S`;
const minutes = String.raw`\d+M(?:${seconds})?`;
const hours = String.raw`\d+H(?:${minutes})?`;
const days = String.raw`\d+D`;
const months = String.raw`\d+M(?:${days})?`;
const years = String.raw`\d+Y(?:${months})?`;
const time = `T(?:${hours}|${minutes}|${seconds})`;

function* someDates(): Generator<string> {
  for (const from of [2000, 2024, 1970, 1900, 2100]) {
    yield `${from}-01-01`;
    yield `${from}-02-28`;
    yield `${from}-12-31`;
  }
  yield '2024-02-29';
  for (let count = 0; count < 200; count++) {
    const month = String((count % 12) + 1).padStart(2, '0');
    yield `${1901 + count}-${month}-${String((count % 28) + 1).padStart(2, '0')}`;
  }
}

function* someTimes(): Generator<string> {
  yield* ['12:00:00Z', '00:00:00Z', '23:59:59Z', '08:30:00+08:00', '23:59:60Z', '12:00:00.5Z'];
  for (let count = 0; count < 100; count++) {
    yield `${String(count % 24).padStart(2, '0')}:${String(count % 60).padStart(2, '0')}:00+08:00`;
    yield `09:00:00.${'0'.repeat(count)}1Z`;
  }
}

/** Dates and times (RFC 3339 section 5.6) and durations (RFC 3339 appendix A, after ISO 8601). */
export const dates: readonly Format[] = [
  {
    name: 'date',
    source: 'RFC 3339 section 5.6, full-date',
    pattern: `^${year}-${monthDay}$`,
    check: isDate,
    samples: someDates,
  },
  {
    name: 'time',
    source: 'RFC 3339 section 5.6, full-time',
    pattern: `^${clock}$`,
    check: isTime,
    samples: someTimes,
  },
  {
    name: 'date-time',
    source: 'RFC 3339 section 5.6, date-time',
    pattern: `^${year}-${monthDay}[Tt]${clock}$`,
    check: (text) => isDate(text) && isTime(text.slice(11)),
    *samples() {
      const times = [...someTimes()];
      let index = 0;
      for (const date of someDates()) yield `${date}T${times[index++ % times.length]!}`;
      for (const text of times) yield `2000-06-30T${text}`;
    },
  },
  {
    name: 'duration',
    source: 'RFC 3339 appendix A, duration',
    pattern: String.raw`^P(?:(?:${years}|${months}|${days})(?:${time})?|${time}|\d+W)$`,
    *samples() {
      yield* ['P1D', 'P1Y', 'P1M', 'P1W', 'PT1H', 'PT30M', 'PT1S', 'P1Y2M3DT4H5M6S', 'P0D'];
      for (let count = 2; count < 200; count++) yield `P${count}D`;
    },
  },
];
