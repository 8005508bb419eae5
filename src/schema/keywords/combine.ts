import { deepEqual } from '../../base/index.js';
import type { JsonValue } from '../../base/index.js';
import { leastCommonMultiple } from './decimal.js';
import { typeKeyword, typesOf, ALL_TYPES } from './type.js';

/** One value of a keyword that says what two values of it say together; undefined where no single one does. */
export type Combine = (a: JsonValue, b: JsonValue) => JsonValue | undefined;

const largest: Combine = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? Math.max(a, b) : undefined;
const smallest: Combine = (a, b) =>
  typeof a === 'number' && typeof b === 'number' ? Math.min(a, b) : undefined;

const combineType: Combine = (a, b) => {
  if (a === b) return a;
  const types = typesOf(a) & typesOf(b);
  // An empty list of types is no valid schema, so the caller is asked to keep both; the verdict finds the contradiction.
  return types === 0 || types === ALL_TYPES ? undefined : typeKeyword(types);
};

const combineMultipleOf: Combine = (a, b) =>
  typeof a === 'number' && typeof b === 'number' && a > 0 && b > 0 ? leastCommonMultiple(a, b) : undefined;

const union: Combine = (a, b) => {
  if (!Array.isArray(a) || !Array.isArray(b)) return undefined;
  const names = new Set(a);
  for (const name of b) names.add(name);
  return names.size === a.length ? a : [...names];
};

/** The keywords of which any two values fold into one, each by itself. */
export const COMBINES: ReadonlyMap<string, Combine> = new Map<string, Combine>([
  ['type', combineType],
  ['minimum', largest],
  ['exclusiveMinimum', largest],
  ['maximum', smallest],
  ['exclusiveMaximum', smallest],
  ['multipleOf', combineMultipleOf],
  ['minLength', largest],
  ['maxLength', smallest],
  ['minItems', largest],
  ['maxItems', smallest],
  ['uniqueItems', (a, b) => a === true || b === true],
  ['minProperties', largest],
  ['maxProperties', smallest],
  ['required', union],
]);

/** Keywords that describe and constrain nothing (validation, section 9; core, section 8.3). */
export const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'examples',
  '$comment',
  '$schema',
]);

/** What two annotations say together: the first speaks, lists of examples are joined, a flag that anyone sets is set. */
export function combineAnnotation(keyword: string, a: JsonValue, b: JsonValue): JsonValue {
  if (keyword === 'deprecated' || keyword === 'readOnly' || keyword === 'writeOnly')
    return a === true || b === true;
  if (keyword === 'examples' && Array.isArray(a) && Array.isArray(b)) {
    return [...a, ...b.filter((example) => !a.some((other) => deepEqual(other, example)))];
  }
  return a;
}
