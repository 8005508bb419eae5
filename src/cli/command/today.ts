import type { Io } from '../io.js';

/** The day on which the caller is, where the caller is. */
export function today(io: Pick<Io, 'now'>): string {
  const now = io.now?.() ?? new Date();
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return `${now.getFullYear()}-${month}-${day}`;
}
