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
