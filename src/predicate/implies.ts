import { canonicalJson } from '../base/index.js';
import type { JsonSchema, JsonValue } from '../base/index.js';
import type { Predicate } from '../model/index.js';
import { textOf } from './key-of.js';

/** Beyond this many comparisons the answer is no: a longer text, never a wrong one. */
const limit = 256;

/**
 * Does the first predicate, by its shape alone, imply the second? Says yes only where it is certain: equal parts,
 * lists of values within lists of values, parts of conjunctions and alternatives.
 */
export function implies(a: Predicate, b: Predicate): boolean {
  return within(a, b, { left: limit });
}

function within(a: Predicate, b: Predicate, budget: { left: number }): boolean {
  if (budget.left-- <= 0) return false;
  if (a === b || a === false || b === true) return true;
  if (typeof a === 'boolean' || typeof b === 'boolean') return false;
  if ('all' in b) return b.all.every((part) => within(a, part, budget));
  if ('any' in a) return a.any.every((part) => within(part, b, budget));
  if ('all' in a && a.all.some((part) => within(part, b, budget))) return true;
  if ('any' in b) return b.any.some((part) => within(a, part, budget));
  if ('field' in a && 'field' in b) return a.field === b.field && narrower(a.schema, b.schema);
  if ('some' in a && 'some' in b) return a.some === b.some && within(a.of, b.of, budget);
  if ('every' in a && 'every' in b) return a.every === b.every && within(a.of, b.of, budget);
  return false;
}

function narrower(a: JsonSchema, b: JsonSchema): boolean {
  if (a === b || textOf(a) === textOf(b)) return true;
  const mine = listedValues(a);
  const others = mine === undefined ? undefined : listedValues(b);
  if (mine === undefined || others === undefined) return false;
  const allowed = new Set(others.map((value) => canonicalJson(value)));
  return mine.every((value) => allowed.has(canonicalJson(value)));
}

/** The values of a schema that is nothing but a list of them. */
export function listedValues(schema: JsonSchema): JsonValue[] | undefined {
  if (typeof schema === 'boolean' || Object.keys(schema).length !== 1) return undefined;
  if ('const' in schema) return [schema['const']!];
  return Array.isArray(schema['enum']) ? schema['enum'] : undefined;
}
