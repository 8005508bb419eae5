import type { Duration } from '../../model/index.js';
import { parseDuration } from '../../model/index.js';
import type { FoundChange } from '../comparison.js';
import { tell } from '../messages.js';

/** How one limit compares with another, where every calendar agrees; else it is not decided. */
export function timeChange(
  limit: string,
  from: Duration,
  to: Duration,
): Pick<FoundChange, 'grade' | 'because' | 'before' | 'after'> & {
  kind: 'time-longer' | 'time-shorter' | 'time-changed';
} {
  const words = { before: { [limit]: from }, after: { [limit]: to } };
  const order = compareDurations(from, to);
  if (order === 'longer') return { ...words, kind: 'time-longer', grade: 'breaking' };
  if (order === 'shorter') return { ...words, kind: 'time-shorter', grade: 'compatible' };
  const because = tell('ungraded.days', { one: from, other: to });
  return { ...words, kind: 'time-changed', grade: 'unknown', because };
}

/**
 * Is the second one longer on any day, or never longer? A month has 28 to 31 days; `n` working days never end before `n`
 * calendar days, and may end much later. Hours are those of the clock; a day that is counted may end with its last hour,
 * so that 24 hours are not as long as a day for certain.
 */
export function compareDurations(from: Duration, to: Duration): 'longer' | 'shorter' | undefined {
  const [was, is] = [parseDuration(from), parseDuration(to)];
  if (was.unit === is.unit || was.count === 0 || is.count === 0)
    return is.count > was.count ? 'longer' : 'shorter';
  const [first, second] = [daysOf(was), daysOf(is)];
  if (second.least > first.most) return 'longer';
  if (second.most < first.least) return 'shorter';
  return second.most === first.least && was.unit !== 'h' ? 'shorter' : undefined;
}

/** How many calendar days it may come to. */
function daysOf({ count, unit }: ReturnType<typeof parseDuration>): { least: number; most: number } {
  switch (unit) {
    case 'd':
      return { least: count, most: count };
    case 'wd':
      return { least: count, most: Infinity };
    case 'mo':
      return { least: count * 28, most: count * 31 };
    case 'h':
      return { least: count / 24, most: count / 24 };
  }
}
