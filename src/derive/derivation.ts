import { deepEqual } from '../base/index.js';
import type { JsonObject, JsonValue } from '../base/index.js';
import { compareMoments } from '../time/index.js';

/**
 * Computes values from values.
 * @param given the values of the keys, in the order of the document; a key of a repeated role is a list
 * @param options what the document says besides
 * @param today the day of the computation, ISO 8601, for derivations that need one
 * @returns one value for each element that the derivation gives, or `undefined` where nothing follows
 */
export type Derivation = (
  given: readonly JsonValue[],
  options: JsonObject,
  today: string | undefined,
) => JsonValue[] | undefined;

const isoDate = /^\d{4}-\d{2}-\d{2}$/;

const equal: Derivation = (given) => {
  const [first, ...rest] = given;
  return first === undefined ? undefined : [rest.every((value) => isEqual(value, first))];
};

/** One moment may be written with several offsets. */
function isEqual(one: JsonValue, other: JsonValue): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return deepEqual(one, other);
  return one === other || compareMoments(one, other) === 0;
}

/** Is the first earlier, or smaller, than the second? The option `than` stands for a second value. */
const before: Derivation = ([first, second], options, today) => {
  const other = second ?? (options['than'] === 'today' ? today : options['than']);
  if (typeof first === 'number' && typeof other === 'number') return [first < other];
  if (typeof first === 'string' && typeof other === 'string') return [isEarlier(first, other)];
  return undefined;
};

/** Moments as moments, whatever their offsets; a date and a moment by the date that the moment has where it is written. */
function isEarlier(one: string, other: string): boolean {
  const order = compareMoments(one, other);
  if (order !== undefined) return order < 0;
  const isMixed =
    [one, other].some((text) => isoDate.test(text)) &&
    [one, other].every((text) => /^\d{4}-\d{2}-\d{2}(?:[Tt]|$)/.test(text));
  return isMixed ? one.slice(0, 10) < other.slice(0, 10) : one < other;
}

/** Whole years from a birth date to a date: the second key, the option `at`, or today. */
const ageAt: Derivation = ([birth, date], options, today) => {
  const at = date ?? options['at'] ?? today;
  if (typeof birth !== 'string' || typeof at !== 'string' || !isoDate.test(birth) || !isoDate.test(at))
    return undefined;
  const years = Number(at.slice(0, 4)) - Number(birth.slice(0, 4));
  return [at.slice(5) < birth.slice(5) ? years - 1 : years];
};

const sum: Derivation = (given) => {
  const numbers = given.flat();
  if (!numbers.every((value): value is number => typeof value === 'number')) return undefined;
  const total = numbers.reduce((sum, value) => sum + value, 0);
  // A sum of decimals has no more places than its parts: 0.1 and 0.2 are 0.3.
  const places = Math.max(0, ...numbers.map(decimalPlaces));
  return [places > mostPlaces ? total : Number(total.toFixed(places))];
};

/** Beyond this many places a number is written with an exponent, and not as an amount. */
const mostPlaces = 15;

function decimalPlaces(value: number): number {
  const text = String(value);
  if (text.includes('e')) return mostPlaces + 1;
  // eslint-disable-next-line no-restricted-syntax -- a number, no key
  const dot = text.indexOf('.');
  return dot < 0 ? 0 : text.length - dot - 1;
}

/** How many values there are; with the option `of`, how many are equal to it. */
const count: Derivation = (given, options) => {
  const values = given.flat().filter((value) => value !== null);
  return [
    Object.hasOwn(options, 'of')
      ? values.filter((value) => deepEqual(value, options['of'])).length
      : values.length,
  ];
};

/** Digits 7 to 14 of a citizen identity number (GB 11643-1999, section 4.1). */
const identityBirthDate: Derivation = ([number]) => {
  if (typeof number !== 'string' || !/^\d{17}[\dX]$/.test(number)) return undefined;
  return [`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`];
};

/** Digit 17 of a citizen identity number: odd is male (GB 11643-1999, section 4.1). */
const identitySex: Derivation = ([number], options) => {
  if (typeof number !== 'string' || !/^\d{17}[\dX]$/.test(number)) return undefined;
  const male = Number(number[16]) % 2 === 1;
  return [male ? (options['male'] ?? 'male') : (options['female'] ?? 'female')];
};

/** The derivations that every host has. */
export const derivations: Readonly<Record<string, Derivation>> = {
  equal,
  before,
  'age-at': ageAt,
  sum,
  count,
  'identity-birth-date': identityBirthDate,
  'identity-sex': identitySex,
};
