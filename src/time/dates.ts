/** Dates without a place, ISO 8601: "2026-09-30". */

const dayMs = 86_400_000;

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return dateAt(midnight(date) + days * dayMs);
}

/** Days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / dayMs);
}

/** The day of the same number, or the last of the month where there is none (civil code of China, article 202). */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return dateAt(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)));
}

/** 1 (Monday) to 7 (Sunday), ISO 8601. */
export function weekdayOf(date: string): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

function midnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dateAt(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
