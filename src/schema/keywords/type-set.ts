import type { JsonValue } from '../../base/index.js';

/** The types of JSON values, numbers split into whole and broken ones so that integer lies within number. */
export const TYPES = ['null', 'boolean', 'integer', 'fraction', 'string', 'array', 'object'] as const;
export type JsonType = (typeof TYPES)[number];

/** A set of types, one bit each. */
export type TypeSet = number;
export const BIT: Readonly<Record<JsonType, TypeSet>> = {
  null: 1,
  boolean: 2,
  integer: 4,
  fraction: 8,
  string: 16,
  array: 32,
  object: 64,
};
export const ALL_TYPES: TypeSet = 127;
export const NUMBER: TypeSet = BIT.integer | BIT.fraction;

/** The type of a value; 1.0 is an integer (validation, section 6.1.1). */
export function typeOf(value: JsonValue): JsonType {
  if (value === null) return 'null';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'fraction';
  if (typeof value === 'object') return Array.isArray(value) ? 'array' : 'object';
  return typeof value as 'boolean' | 'string';
}

/** The types that a value of the keyword `type` admits. */
export function typesOf(value: JsonValue | undefined): TypeSet {
  if (value === undefined) return ALL_TYPES;
  if (typeof value === 'string') return bitOf(value);
  if (!Array.isArray(value)) return ALL_TYPES;
  let types = 0;
  for (const name of value) if (typeof name === 'string') types |= bitOf(name);
  return types;
}

function bitOf(name: string): TypeSet {
  return BITS.get(name) ?? 0;
}

const BITS: ReadonlyMap<string, TypeSet> = new Map([
  ['null', BIT.null],
  ['boolean', BIT.boolean],
  ['number', NUMBER],
  ['integer', BIT.integer],
  ['string', BIT.string],
  ['array', BIT.array],
  ['object', BIT.object],
]);

/** The value of `type` for a set of types; undefined where the keyword cannot say it (broken numbers without whole ones). */
export function typeKeyword(types: TypeSet): string | string[] | undefined {
  if ((types & NUMBER) === BIT.fraction) return undefined;
  const names: string[] = [];
  let left = types;
  for (const [name, bits] of BITS) {
    if ((left & bits) !== bits) continue;
    names.push(name);
    left &= ~bits;
  }
  return names.length === 1 ? names[0]! : names;
}
