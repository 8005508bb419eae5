import type { JsonObject } from '../base/index.js';
import type { Predicate } from '../model/index.js';
import { not } from './build.js';
import { keyOf } from './key-of.js';
import { satisfiable } from './satisfiable.js';
import type { Ground } from './satisfiable.js';
import { roleOf } from './search-state.js';

/** Values that no condition tells apart, and one of them. */
export interface Cell {
  /** One value, as facts: by field, or a list of items under a repeated role. */
  facts: JsonObject;
  /** For each atom, whether it holds. */
  holds: readonly boolean[];
  /** It has been shown to hold a value. Otherwise it may have none, and the facts are not of it. */
  isProven: boolean;
}

/** Something that an applicant answers: a field, or all items of a repeated role together. */
export interface Variable {
  /** The field, or the repeated role. */
  name: string;
  cells: readonly Cell[];
  /** Every cell has been shown to hold a value. Otherwise there may be fewer. */
  exact: boolean;
  /** There are more cells than are looked at; the cells are of no use. */
  crowded: boolean;
}

/** A test that is not taken apart, and whether it is meant as it stands or denied. */
export interface Atom {
  variable: string;
  key: string;
  test: Predicate;
  positive: boolean;
}

/** More values that conditions tell apart than this are not looked at. */
export const mostCells = 64;

/** What a single test is about: `every` is told by the `some` that it denies, `not` by what it denies. */
export function atomOf(predicate: Predicate, ground: Ground): Atom | undefined {
  if (typeof predicate === 'boolean' || 'all' in predicate || 'any' in predicate) return undefined;
  if ('field' in predicate) {
    const opposite = not(predicate);
    const denied = keyOf(opposite).length < keyOf(predicate).length;
    const test = denied ? opposite : predicate;
    const role = roleOf(predicate.field);
    const variable = ground.itemsOf(role) === undefined ? predicate.field : role;
    return { variable, key: keyOf(test), test, positive: !denied };
  }
  if ('some' in predicate) {
    return { variable: predicate.some, key: keyOf(predicate), test: predicate, positive: true };
  }
  const test: Predicate = { some: predicate.every, of: not(predicate.of) };
  return { variable: predicate.every, key: keyOf(test), test, positive: false };
}

/**
 * Divides the values of a field, or the items of a role, by what the tests tell apart.
 * Test after test, each cell is split in two; halves without a value fall away, so that ten thresholds make eleven
 * cells and not a thousand.
 */
export function partition(
  name: string,
  tests: readonly Predicate[],
  ground: Ground,
  most = mostCells,
): Variable {
  interface Part {
    literals: Predicate[];
    holds: boolean[];
    facts: JsonObject;
    isProven: boolean;
  }
  let parts: Part[] = [{ literals: [], holds: [], facts: {}, isProven: true }];
  for (const test of tests) {
    const next: Part[] = [];
    for (const part of parts) {
      for (const holds of [true, false]) {
        const literals = [...part.literals, holds ? test : not(test)];
        const found = satisfiable(literals, ground);
        if (found.verdict === 'no') continue;
        const isProven = found.verdict === 'yes';
        const facts = isProven ? found.facts : part.facts;
        next.push({ literals, holds: [...part.holds, holds], facts, isProven });
      }
    }
    if (next.length > most) return { name, cells: [], exact: false, crowded: true };
    parts = next;
  }
  const cells = parts.map(({ facts, holds, isProven }) => ({ facts, holds, isProven }));
  return { name, cells, exact: cells.every(({ isProven }) => isProven), crowded: false };
}
