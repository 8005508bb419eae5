import type { JsonSchema } from '../../base/index.js';

/**
 * A condition as the plan carries it, over the fields of the bundle's own roles, in negation normal form: what
 * does not hold is a test of `{ not: … }`. Inside a step with `each`, a test of a field of that role is about the item.
 * Evaluated in Kleene's three values: a test of an unknown field is open.
 */
export type Predicate =
  | boolean
  | { field: string; schema: JsonSchema }
  | { all: Predicate[] }
  | { any: Predicate[] }
  | { some: string; of: Predicate }
  | { every: string; of: Predicate };
