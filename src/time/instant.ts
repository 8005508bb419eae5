import { assertTimes } from './arguments.js';
import type { Instant } from './moment-text.js';

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;

/** Milliseconds since 1970-01-01T00:00:00Z. Finer fractions of a second are cut off. */
export function msOf(instant: Instant): number {
  const ms = typeof instant === 'string' ? Date.parse(instant.replace(/(\.\d{3})\d+/, '$1')) : NaN;
  if (Number.isNaN(ms)) assertTimes('msOf', { instant });
  return ms;
}

/** The date as the text has it, at the place that its offset speaks of: "2026-09-30". */
export function dateOf(instant: Instant): string {
  assertTimes('dateOf', { instant });
  return instant.slice(0, 10);
}

/** "+08:00", or "Z". */
export function offsetOf(instant: Instant): string {
  assertTimes('offsetOf', { instant });
  return instant.endsWith('Z') ? 'Z' : instant.slice(-6);
}

/** The moment that many milliseconds after 1970-01-01T00:00:00Z, written with an offset. */
export function instantOf(ms: number, offset: string): Instant {
  assertTimes('instantOf', { ms, offset });
  if (offset === 'Z') return new Date(ms).toISOString();
  return new Date(ms + offsetMs(offset)).toISOString().slice(0, -1) + offset;
}

/** The offset that many milliseconds from UTC: "+08:00". */
export function offsetText(ms: number): string {
  const minutes = Math.floor(Math.abs(ms) / minuteMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${ms < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const dateTimePattern = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}:\d{2}):(\d{2})(?:\.(\d+))?([Zz]|[+-]\d{2}:\d{2})$/;

/**
 * Which of two moments comes first, as RFC 3339 texts with whatever offsets and fractions of a second: negative where the
 * first does. Undefined where one of them is no moment.
 */
export function compareMoments(one: string, other: string): number | undefined {
  const [left, right] = [momentOf(one), momentOf(other)];
  if (left === undefined || right === undefined) return undefined;
  if (left.ms !== right.ms) return left.ms - right.ms;
  const digits = Math.max(left.fraction.length, right.fraction.length);
  const [a, b] = [left.fraction.padEnd(digits, '0'), right.fraction.padEnd(digits, '0')];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whole seconds, in milliseconds, and the digits of the fraction. A leap second is the first of the next minute. */
function momentOf(text: string): { ms: number; fraction: string } | undefined {
  const match = dateTimePattern.exec(text);
  if (match === null) return undefined;
  const [, date = '', minutes = '', seconds = '', fraction = '', offset = 'Z'] = match;
  const ms = Date.parse(`${date}T${minutes}:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const shift = offset.toUpperCase() === 'Z' ? 0 : offsetMs(offset);
  return { ms: ms + Number(seconds) * 1_000 - shift, fraction };
}

function offsetMs(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * minuteMs;
}
