/** Moments as the machine knows them: RFC 3339 texts with an offset ("2026-09-30T10:00:00.000+08:00"). */
export type Instant = string;

const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/;

/** Is the text a moment that exists? */
export function isInstant(text: unknown): text is Instant {
  if (typeof text !== 'string') return false;
  const match = instantPattern.exec(text);
  return match !== null && isDate(match[1]!);
}

/** Is the text a day that exists, as in "2026-09-30"? */
export function isDate(date: string): boolean {
  if (date.length !== 10) return false;
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(date);
}
