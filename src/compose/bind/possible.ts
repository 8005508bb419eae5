import type { Predicate } from '../../model/index.js';
import { createGround, keyOf, satisfiable } from '../../predicate/index.js';
import type { Ground, Satisfiability } from '../../predicate/index.js';
import type { BoundBundle } from './bound.js';
import { fieldSchemaOf } from './element.js';

const grounds = new WeakMap<BoundBundle, Ground>();

/** What the elements and roles of a bundle allow. */
export function groundOf(bound: BoundBundle): Ground {
  let ground = grounds.get(bound);
  if (ground === undefined) {
    ground = createGround(fieldSchemaOf(bound), (role) => bound.roles.get(role)?.many);
    grounds.set(bound, ground);
  }
  return ground;
}

const impossible = new WeakMap<BoundBundle, Map<string, boolean>>();

/** The predicate, or `false` where it is proven that no applicant of the bundle meets it. */
export function unlessImpossible(bound: BoundBundle, predicate: Predicate): Predicate {
  if (typeof predicate === 'boolean' || 'field' in predicate) return predicate;
  let verdicts = impossible.get(bound);
  if (verdicts === undefined) impossible.set(bound, (verdicts = new Map<string, boolean>()));
  const key = keyOf(predicate);
  let isImpossible = verdicts.get(key);
  if (isImpossible === undefined)
    verdicts.set(key, (isImpossible = possibleIn(bound, predicate).verdict === 'no'));
  return isImpossible ? false : predicate;
}

/** Whether some applicant of the bundle meets all of these, given what the elements allow. */
export function possibleIn(bound: BoundBundle, ...predicates: Predicate[]): Satisfiability {
  return satisfiable(predicates, groundOf(bound));
}
