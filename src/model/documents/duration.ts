/** `30d` calendar days, `5wd` working days, `4h` hours, `1mo` calendar months. */
export type Duration = string;

/** How the count of a duration is to be read. */
export type DurationUnit = 'h' | 'd' | 'wd' | 'mo';

export const durationPattern = /^(0|[1-9][0-9]{0,4})(h|d|wd|mo)$/;

/** The count and the unit of a duration. */
export function parseDuration(duration: Duration): { count: number; unit: DurationUnit } {
  const match = durationPattern.exec(duration);
  if (match === null) throw new RangeError(`"${duration}" is not a duration.`);
  return { count: Number(match[1]), unit: match[2] as DurationUnit };
}

/**
 * A duration in working days, for comparing and adding limits before a case has a date.
 * Five working days a week and 21 a month. Hours are those of the clock: 48 of them are two days. A running case counts
 * exactly, with its calendar.
 */
export function workingDaysOf(duration: Duration): number {
  const { count, unit } = parseDuration(duration);
  switch (unit) {
    case 'wd':
      return count;
    case 'd':
      return workingDaysIn(count);
    case 'mo':
      return count * 21;
    case 'h': {
      const whole = Math.floor(count / 24);
      const [from, to] = [workingDaysIn(whole), workingDaysIn(whole + 1)];
      return Math.ceil((from + (to - from) * ((count % 24) / 24)) * 100) / 100;
    }
  }
}

/** Of so many calendar days. */
function workingDaysIn(days: number): number {
  return Math.ceil((days * 5) / 7);
}
