import { isObject } from '../base/index.js';
import { assertArguments, literal } from '../messages/index.js';
import type { ArgumentKind, OwnKind } from '../messages/index.js';
import { tell } from './messages.js';
import { isDate, isInstant } from './moment-text.js';
import { zoneNamed } from './zone.js';

/** No limit of a document has more of any unit. */
const mostCount = 99_999;

/** A moment that a caller hands over. */
export const instantArgument: OwnKind = {
  is: isInstant,
  what: tell('argument.moment', { example: '2026-09-30T09:00:00.000+08:00' }),
};

const units: ReadonlySet<unknown> = new Set(['h', 'd', 'wd', 'mo']);
const [earliest, latest] = [Date.parse('0001-01-02'), Date.parse('9999-12-30')];

const kinds = {
  calendar: { is: isCalendar, what: tell('argument.calendar') },
  instant: instantArgument,
  from: instantArgument,
  date: {
    is: (value) => typeof value === 'string' && isDate(value),
    what: tell('argument.date', { example: '2026-09-30' }),
  },
  ms: {
    is: (value) => typeof value === 'number' && value >= earliest && value <= latest,
    what: tell('argument.epoch'),
  },
  offset: {
    is: (value) => typeof value === 'string' && isInstant(`2026-01-01T00:00:00${value}`),
    what: tell('argument.offset', { example: '+08:00' }),
  },
  count: { is: isCount, what: tell('argument.days', { most: mostCount }) },
  limit: {
    is: (value) => isObject(value) && isCount(value['count'], true) && units.has(value['unit']),
    what: tell('argument.limit', { example: literal("{ count: 5, unit: 'wd' }"), most: mostCount }),
  },
} satisfies Record<string, ArgumentKind>;

/** What functions of time take, by the name of the argument. */
type Given = Partial<Record<keyof typeof kinds, unknown>>;

/** @throws UsageError `usage/argument` where an argument is not of the kind that its name says */
export function assertTimes(call: string, given: Given): void {
  for (const name in given) {
    const key = name as keyof typeof kinds;
    if (!kinds[key].is(given[key])) assertArguments(call, { [name]: kinds[key] }, given);
  }
}

/** What is left of a limit may be a part of an hour. */
function isCount(value: unknown, mayBePart = false): boolean {
  if (typeof value !== 'number' || value < 0 || value > mostCount) return false;
  return mayBePart || Number.isInteger(value);
}

const sound = new WeakSet();

function isCalendar(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) return false;
  if (sound.has(value)) return true;
  const { timezone, weekend, holidays, workdays, hours } = value;
  const isZone =
    timezone === undefined || (typeof timezone === 'string' && zoneNamed(timezone) !== undefined);
  const isSound = isZone && [weekend, holidays, workdays].every(Array.isArray) && areHours(hours);
  if (isSound) sound.add(value);
  return isSound;
}

function areHours(hours: unknown): boolean {
  if (hours === undefined) return true;
  if (!isObject(hours)) return false;
  return [hours['open'], hours['close']].every(
    (time) => typeof time === 'string' && /^\d\d:\d\d$/.test(time),
  );
}
