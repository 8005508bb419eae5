import { create, fromFields, offsetNanoseconds } from 'temporal-polyfill/fns/ZonedDateTime';

/** The zone of a calendar that names none. */
export const defaultZone = 'Asia/Shanghai';

const nanosecondsPerMs = 1_000_000;

/** The name of a zone as the IANA database writes it; none where it does not know the zone. */
export function zoneNamed(name: string): string | undefined {
  // The library takes offsets too: they stand still when the clocks of a place do not.
  if (!/^[A-Za-z]/.test(name)) return undefined;
  try {
    return create(0n, name).timeZoneId;
  } catch {
    // The library tells an unknown zone by throwing.
    return undefined;
  }
}

/** The names of zones, for suggestions; none where the platform does not list them. */
export function zoneNames(): readonly string[] {
  const intl: { supportedValuesOf?: (key: 'timeZone') => string[] } = Intl;
  return intl.supportedValuesOf?.('timeZone') ?? [];
}

/** How far the clocks of a zone are ahead of UTC at a moment, in milliseconds. */
export function offsetAt(zone: string, ms: number): number {
  if (zone === 'UTC') return 0;
  const record = create(BigInt(Math.floor(ms)) * BigInt(nanosecondsPerMs), zone);
  return offsetNanoseconds(record) / nanosecondsPerMs;
}

/** The date that it is in a zone at a moment. */
export function dateAt(zone: string, ms: number): string {
  return new Date(Math.floor(ms) + offsetAt(zone, ms)).toISOString().slice(0, 10);
}

/**
 * The moment at which the clocks of a zone show so many minutes after midnight. Where they show it twice, the first;
 * where they leap over it, as much later as they leap: a day without midnight begins with its first moment.
 */
export function momentAt(zone: string, date: string, minutes = 0): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  if (zone === 'UTC') return Date.UTC(year, month - 1, day, hour, minute);
  return fromFields({ year, month, day, hour, minute, timeZone: zone }).epochMilliseconds;
}
