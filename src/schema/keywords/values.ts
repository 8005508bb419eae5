import type { JsonSchema, JsonValue } from '../../base/index.js';
import { byKey, canonicalJson, isObject } from '../../base/index.js';
import { literal } from '../../messages/index.js';
import type { PlainArg } from '../../messages/index.js';
import { isSchema } from '../document/is-schema.js';
import type { Combine } from './record.js';

/** The schemas of a list. */
export const schemasIn = (value: JsonValue | undefined): JsonSchema[] =>
  Array.isArray(value) ? value.filter((member): member is JsonSchema => isSchema(member)) : [];

/** The texts of a list. */
export const textsIn = (value: JsonValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((name): name is string => typeof name === 'string') : [];

/** The entries of a map. */
export const entriesIn = (value: JsonValue): [string, JsonValue][] =>
  isObject(value) ? Object.entries(value) : [];

/** Of two limits the larger one holds. */
export const larger: Combine = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? Math.max(a, b) : undefined;

/** Of two limits the smaller one holds. */
export const smaller: Combine = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? Math.min(a, b) : undefined;

/** All members of two lists, each once. */
export const union: Combine = (a, b) => {
  if (!Array.isArray(a) || !Array.isArray(b)) return undefined;
  const names = new Set(a);
  for (const name of b) names.add(name);
  return names.size === a.length ? a : [...names];
};

/** The members without repetition, sorted by their canonical text. */
export function distinct(values: readonly JsonValue[]): JsonValue[] {
  const byText = new Map(values.map((value) => [canonicalJson(value), value]));
  return [...byText].sort(byKey(([text]) => text)).map(([, value]) => value);
}

/** A canonical value that says nothing, and is left out. */
export const unless =
  (nothing: JsonValue) =>
  (value: JsonValue): JsonValue | undefined =>
    value === nothing ? undefined : value;

/** A schema that says nothing where it is true, unless it matters what has been evaluated. */
export const unlessTrue = (value: JsonValue, isEvaluating: boolean): JsonValue | undefined =>
  value === true && !isEvaluating ? undefined : value;

/** A map that says nothing where it is empty, unless it matters what has been evaluated. */
export const unlessEmpty = (value: JsonValue, isEvaluating: boolean): JsonValue | undefined =>
  isObject(value) && Object.keys(value).length === 0 && !isEvaluating ? undefined : value;

/** A value of a keyword as a text within a message. */
export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

/** A value of a keyword as it is shown. */
export function shown(value: JsonValue | undefined): PlainArg {
  return typeof value === 'number' ? value : literal(textOf(value));
}
