/**
 * Moments as the machine knows them: RFC 3339 texts with an offset ("2026-09-30T10:00:00.000+08:00"). The offset
 * tells which day it is at the counter, so that working days need no time zone database.
 */
export type Instant = string;

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,3})?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Is the text a moment that exists? */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string') return false;
  const match = instantPattern.exec(text);
  return match !== null && isDate(match[1]!);
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The calendar date at the place that the offset speaks of: "2026-09-30". */
export function dateOf(instant: Instant): string {
  return instant.slice(0, 10);
}

/** "+08:00", or "Z". */
export function offsetOf(instant: Instant): string {
  return instant.endsWith('Z') ? 'Z' : instant.slice(-6);
}

/** The moment that many milliseconds after 1970-01-01T00:00:00Z, written with an offset. */
export function instantOf(ms: number, offset: string): Instant {
  if (offset === 'Z') return new Date(ms).toISOString();
  return new Date(ms + offsetMs(offset)).toISOString().slice(0, -1) + offset;
}

/** The first moment of a date. */
export function startOf(date: string, offset: string): Instant {
  return `${date}T00:00:00.000${offset}`;
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

function offsetMs(offset: string): number {
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6))) * minuteMs;
}

function isDate(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
